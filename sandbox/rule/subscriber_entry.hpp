#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sandbox/rule/wire.hpp"

namespace kassabro::sandbox::rule {

struct EntryField {
  std::string group, field;
  FieldType type_if_new = FieldType::text;
  std::string text;
};

// One subscriber of a v2 write, checked but not yet applied: a call with one bad entry changes nothing.
struct SubscriberEntry {
  std::string email, phone, language;
  std::vector<EntryField> fields;
};

// `path` is where the entry stands ("subscribers" or "subscribers.3"), for the envelope's `fields`.
enum class Identity { required, optional };
OrRefusal<SubscriberEntry> parse_subscriber_entry(Call& call, const json::value& value, const std::string& path,
                                                  Identity identity);

// Writes the entry's fields: all fields of one group together, so a historical group gets ONE record per call.
void write_entry_fields(Call& call, Subscriber& subscriber, const SubscriberEntry& entry);

}  // namespace kassabro::sandbox::rule
