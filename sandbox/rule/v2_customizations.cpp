// The schema of custom fields (contract, section 5).
#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/field_value.hpp"
#include "sandbox/rule/handlers.hpp"

namespace kassabro::sandbox::rule {
namespace {

// No `historical` in the answer (SEEN, the SDK's types assert it).
json::object group_json(const Group& group) {
  json::array fields;
  for (const auto& field : group.fields)
    fields.push_back(json::object{{"id", field.id}, {"name", field.name}, {"type", to_text(field.type)}});
  return {{"id", group.id},
          {"name", group.name},
          {"created_at", to_rule_time(group.created_at)},
          {"updated_at", to_rule_time(group.updated_at)},
          {"fields", std::move(fields)}};
}

struct NewField {
  FieldKey key;
  FieldType type = FieldType::text;
};

OrRefusal<NewField> parse_new_field(const json::value& value, const std::string& path) {
  if (!value.is_object() || !value.get_object().contains("key") || !value.get_object().at("key").is_string())
    return refuse_field(400, "ValidationError", path + ".key", "The key is required.");
  const auto& text = value.get_object().at("key").get_string();
  const auto key = parse_field_key({text.data(), text.size()});
  if (!key) return refuse_field(400, "ValidationError", path + ".key", key.error().message);
  const auto type_text = text_member(value.get_object(), "type");
  const auto type = type_text.empty() ? FieldType::text : parse_field_type(type_text);
  if (!type) return refuse_field(400, "ValidationError", path + ".type", "The type \"" + type_text + "\" does not exist.");
  return NewField{*key, *type};
}

}  // namespace

Answer list_customizations_v2(Call& call) {
  const auto page = parse_page_v2(call);
  if (!page) return refuse(page.error());
  json::array items;
  std::size_t index = 0;
  for (const auto& [_, group] : call.account.groups()) {
    if (index++ < page->first()) continue;
    if (items.size() == page->size) break;
    items.push_back(group_json(group));
  }
  return json_answer(
      json::object{{"groups", std::move(items)}, {"meta", page_meta(call, *page, call.account.groups().size())}});
}

Answer get_customization_v2(Call& call) {
  const auto* group = call.account.find_group(call.params[0]);
  if (group == nullptr) return refuse(404, "NotFound", "The group does not exist.");
  return json_answer(group_json(*group));
}

// Idempotent; a field that exists keeps its type. There is no way to say "historical" here (SEEN).
Answer post_customizations_v2(Call& call) {
  const auto* list = call.body.if_contains("fields");
  if (list == nullptr || !list->is_array())
    return refuse_field(400, "ValidationError", "fields", "The fields must be a list of {key, type}.");
  std::vector<NewField> fields;
  for (std::size_t i = 0; i < list->get_array().size(); ++i) {
    const auto field = parse_new_field(list->get_array()[i], "fields." + std::to_string(i));
    if (!field) return refuse(field.error());
    fields.push_back(*field);
  }
  for (const auto& field : fields) {
    auto& group = call.account.group_named(field.key.group, call.now);
    call.account.field_named(group, field.key.field, field.type, call.now);
  }
  return success();
}

}  // namespace kassabro::sandbox::rule
