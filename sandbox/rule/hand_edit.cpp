#include "sandbox/rule/hand_edit.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace kassabro::sandbox::rule {
namespace {

bool is_json(FieldType type) { return type == FieldType::json || type == FieldType::multiple; }

Record* record_of(GroupData* data, std::int64_t record_id) {
  if (data == nullptr || data->records.empty()) return nullptr;
  if (record_id == 0) return &data->records.back();
  const auto found = std::ranges::find(data->records, record_id, &Record::id);
  return found == data->records.end() ? nullptr : &*found;
}

}  // namespace

bool edit_field(Account& account, Subscriber& subscriber, std::string_view group_name, std::string_view field_name,
                const json::value& value, std::int64_t record_id, Timestamp now) {
  auto text = value.is_null() ? std::string() : text_of(value).value_or(to_json_text(value));
  const auto start = trimmed(text);
  const bool looks_like_json = start.starts_with('{') || start.starts_with('[');
  auto& group = account.group_named(group_name, now);
  const auto& field = account.field_named(group, field_name, looks_like_json ? FieldType::json : FieldType::text, now);
  const bool is_broken = is_json(field.type) && !text.empty() && !parse_json(text);
  std::vector<FieldValue> values{{field.id, std::move(text), is_broken}};
  auto* record = record_of(find_data(subscriber, group.id), record_id);
  if (record == nullptr && record_id != 0) return false;
  if (record == nullptr)
    account.write_values(subscriber, group, std::move(values), now);
  else
    account.merge_values(*record, std::move(values), now);
  subscriber.updated_at = now;
  return true;
}

}  // namespace kassabro::sandbox::rule
