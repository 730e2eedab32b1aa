#pragma once

#include "sandbox/rule/account.hpp"

namespace kassabro::sandbox::rule {

// What a person does to a field on Rule's pages: any text is kept as it stands, JSON that is none too. An object or a list is
// kept as its JSON text. A field that is missing is made: json for what looks like JSON, text otherwise. In a historical group
// the newest record is changed, or the one with `record_id`; false: the subscriber has no such record.
bool edit_field(Account& account, Subscriber& subscriber, std::string_view group, std::string_view field,
                const json::value& value, std::int64_t record_id, Timestamp now);

}  // namespace kassabro::sandbox::rule
