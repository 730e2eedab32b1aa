#include "sandbox/rule/subscriber_entry.hpp"

#include <algorithm>
#include <map>

#include "sandbox/rule/field_value.hpp"
#include "sandbox/rule/phone.hpp"

namespace kassabro::sandbox::rule {
namespace {

constexpr std::size_t group_bytes_max = 65'535;  // "combined value data of one group < 65 KiB" (contract, section 2)

OrRefusal<FieldType> type_of(Call& call, const FieldKey& key, const json::object& object, const std::string& path) {
  if (auto* group = call.account.find_group(key.group))
    if (const auto* field = call.account.find_field(*group, key.field)) return field->type;
  const auto text = text_member(object, "type");
  if (text.empty()) return FieldType::text;
  const auto type = parse_field_type(text);
  if (!type) return refuse_field(400, "ValidationError", path + ".type", "The type \"" + text + "\" does not exist.");
  return *type;
}

OrRefusal<EntryField> parse_field(Call& call, const json::value& value, const std::string& path) {
  if (!value.is_object()) return refuse_field(400, "ValidationError", path, "A field must be an object with key and value.");
  const auto& object = value.get_object();
  const auto* key_text = object.if_contains("key");
  if (key_text == nullptr || !key_text->is_string())
    return refuse_field(400, "ValidationError", path + ".key", "The key is required.");
  const auto key = parse_field_key({key_text->get_string().data(), key_text->get_string().size()});
  if (!key) return refuse_field(400, "ValidationError", path + ".key", key.error().message);
  const auto type = type_of(call, *key, object, path);
  if (!type) return refuse(type.error());
  const auto* given = object.if_contains("value");
  auto text = parse_field_value(*type, given == nullptr ? json::value() : *given);
  if (!text) return refuse_field(400, "ValidationError", path + ".value", text.error().message);
  return EntryField{std::string(key->group), std::string(key->field), *type, std::move(*text)};
}

OrRefusal<std::vector<EntryField>> parse_fields(Call& call, const json::object& object, const std::string& path) {
  std::vector<EntryField> fields;
  const auto* list = object.if_contains("fields");
  if (list == nullptr || list->is_null()) return fields;
  if (!list->is_array()) return refuse_field(400, "ValidationError", path + ".fields", "The fields must be a list.");
  std::map<std::string, std::size_t> bytes;
  for (std::size_t i = 0; i < list->get_array().size(); ++i) {
    auto field = parse_field(call, list->get_array()[i], path + ".fields." + std::to_string(i));
    if (!field) return refuse(field.error());
    if ((bytes[field->group] += field->text.size()) > group_bytes_max)
      return refuse_field(400, "ValidationError", path + ".fields", "The values of one group exceed 65 KiB.");
    fields.push_back(std::move(*field));
  }
  return fields;
}

}  // namespace

OrRefusal<SubscriberEntry> parse_subscriber_entry(Call& call, const json::value& value, const std::string& path,
                                                  Identity identity) {
  if (!value.is_object()) return refuse_field(400, "ValidationError", path, "A subscriber must be an object.");
  const auto& object = value.get_object();
  SubscriberEntry entry;
  if (const auto text = text_member(object, "email"); !text.empty()) {
    auto email = parse_email(text);
    if (!email) return refuse_field(400, "ValidationError", path + ".email", "The email is not valid.");
    entry.email = std::move(*email);
  }
  if (const auto text = text_member(object, "phone_number"); !text.empty()) {
    auto phone = parse_phone(text);
    if (!phone) return refuse_field(400, "ValidationError", path + ".phone_number", "The phone number is not valid.");
    entry.phone = std::move(*phone);
  }
  if (identity == Identity::required && entry.email.empty() && entry.phone.empty())
    return refuse_field(400, "ValidationError", path, "An email or a phone_number is required.");
  entry.language = text_member(object, "language");
  auto fields = parse_fields(call, object, path);
  if (!fields) return refuse(fields.error());
  entry.fields = std::move(*fields);
  return entry;
}

void write_entry_fields(Call& call, Subscriber& subscriber, const SubscriberEntry& entry) {
  std::vector<std::pair<Group*, std::vector<FieldValue>>> by_group;
  for (const auto& field : entry.fields) {
    auto& group = call.account.group_named(field.group, call.now);
    auto at = std::ranges::find(by_group, &group, [](const auto& pair) { return pair.first; });
    if (at == by_group.end()) at = by_group.insert(by_group.end(), {&group, {}});
    const auto field_id = call.account.field_named(group, field.field, field.type_if_new, call.now).id;
    at->second.push_back({field_id, field.text});
  }
  for (auto& [group, values] : by_group) call.account.write_values(subscriber, *group, std::move(values), call.now);
}

}  // namespace kassabro::sandbox::rule
