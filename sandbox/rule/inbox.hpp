#pragma once

#include "sandbox/rule/account.hpp"

namespace kassabro::sandbox::rule {

// {"items":[letter]} of the mailbox or the text messages, oldest first; of one receiver when `to` is given. Links lead to
// `base_url`.
enum class Inbox { email, sms };
json::object inbox_json(const Account& account, Inbox inbox, std::string_view to, std::string_view base_url);

// {"items":[pass]}: the automation ledger with each message of each pass, oldest first; of one tag's name and one subscriber's
// e-mail or phone when given.
json::object passes_json(Account& account, std::string_view tag, std::string_view to, Timestamp now);

}  // namespace kassabro::sandbox::rule
