// The values of custom fields in v3 (contract, section 5).
#include <algorithm>

#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/field_value.hpp"
#include "sandbox/rule/handlers.hpp"

namespace kassabro::sandbox::rule {
namespace {

OrRefusal<Subscriber*> subscriber_of_path(Call& call) {
  auto* subscriber = call.account.find_subscriber(IdentifiedBy::id, call.params[0]);
  if (subscriber == nullptr) return refuse(404, "NotFound", "The subscriber does not exist.");
  return subscriber;
}

json::object record_json(const Call& call, const Group& group, const Record& record) {
  const auto& values = is_visible(call, record.changed_at) ? record.values : record.values_before;
  json::array out;
  for (const auto& value : values) {
    const auto field = std::ranges::find(group.fields, value.field_id, &Field::id);
    if (field == group.fields.end()) continue;
    const bool as_text = field->type == FieldType::json && call.state.switches.json_as_text;
    out.push_back(json::object{{"field_id", field->id},
                               {"field_name", field->name},
                               {"field_type", to_text(field->type)},
                               {"field_value", field_value_json(as_text ? FieldType::text : field->type, value.text)}});
  }
  return {{"id", record.id},
          {"group_id", group.id},
          {"group_name", group.name},
          {"historical", group.historical},
          {"created_at", to_rule_time(record.created_at)},
          {"values", std::move(out)}};
}

// The values of one write. A field that is missing and may not be created is silently ignored (SEEN, custom-fields.md);
// new fields are text, for no type can be given here.
OrRefusal<std::vector<FieldValue>> parse_values(Call& call, Group& group, const json::object& write, const std::string& path) {
  const auto* list = write.if_contains("values");
  if (list == nullptr || !list->is_array())
    return refuse_field(422, "ValidationError", path + "values", "The values field is required.");
  std::vector<FieldValue> values;
  for (std::size_t i = 0; i < list->get_array().size(); ++i) {
    const auto& value = list->get_array()[i];
    const auto at = path + "values." + std::to_string(i);
    if (!value.is_object()) return refuse_field(422, "ValidationError", at, "The value must be an object.");
    const auto& object = value.get_object();
    const auto reference = text_member(object, "field");
    if (reference.empty()) return refuse_field(422, "ValidationError", at + ".field", "The field is required.");
    const auto* given = object.if_contains("value");
    const bool structured = given != nullptr && given->is_object();
    auto* field = call.account.find_field(group, reference);
    if (field == nullptr && bool_member(object, "create_if_not_exists").value_or(false)) {
      const auto type = structured                              ? FieldType::json
                        : given != nullptr && given->is_array() ? FieldType::multiple
                                                                : FieldType::text;
      field = &call.account.field_named(group, reference, type, call.now);
    }
    if (field == nullptr) continue;
    auto text = parse_field_value(field->type, given == nullptr ? json::value() : *given);
    if (!text) return refuse_field(422, "ValidationError", at + ".value", text.error().message);
    values.push_back({field->id, std::move(*text)});
  }
  return values;
}

// The group of a write: found, created, or null (silently ignored). A group made by /customizations cannot be historical
// yet, so a write that says so upgrades it, unless the switch historical_mismatch says "keep" (OPEN in the contract).
Group* group_of_write(Call& call, const json::object& write) {
  const auto reference = text_member(write, "group");
  auto* group = call.account.find_group(reference);
  if (group == nullptr && bool_member(write, "create_if_not_exists").value_or(false)) {
    group = &call.account.group_named(reference, call.now);
    group->historical = bool_member(write, "historical").value_or(false);
  }
  if (group != nullptr && bool_member(write, "historical").value_or(false) && call.state.switches.historical_upgrade)
    group->historical = true;
  return group;
}

struct Found {
  Group* group = nullptr;
  Record* record = nullptr;
};

bool holds(const Record& record, const Field& field, std::string_view text) {
  return std::ranges::any_of(record.values,
                             [&](const FieldValue& value) { return value.field_id == field.id && value.text == text; });
}

// By data_id, or by the newest record of a group whose field has that value.
Found find_record(Call& call, Subscriber& subscriber, std::string_view data_id, std::string_view group_ref,
                  std::string_view field_ref, std::string_view text) {
  for (auto& data : subscriber.groups) {
    auto* group = call.account.find_group(data.group_id);
    if (group == nullptr) continue;
    if (!data_id.empty()) {
      for (auto& record : data.records)
        if (std::to_string(record.id) == data_id) return {group, &record};
      continue;
    }
    if (group != call.account.find_group(group_ref)) continue;
    const auto* field = call.account.find_field(*group, field_ref);
    if (field == nullptr) return {};
    for (auto record = data.records.rbegin(); record != data.records.rend(); ++record)
      if (holds(*record, *field, text)) return {group, &*record};
  }
  return {};
}

Answer records_page(Call& call, const std::vector<std::pair<const Group*, const Record*>>& records) {
  const auto page = parse_page_v3(call);
  json::array items;
  for (std::size_t i = page.first(); i < records.size() && items.size() < page.size; ++i)
    items.push_back(record_json(call, *records[i].first, *records[i].second));
  return json_answer(
      json::object{{"data", std::move(items)}, {"meta", json::object{{"page", page.number}, {"per_page", page.size}}}});
}

}  // namespace

Answer post_field_data_v3(Call& call) {
  const auto subscriber = subscriber_of_path(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto* list = call.body.if_contains("groups");
  if (list == nullptr || !list->is_array() || list->get_array().empty())
    return refuse_field(422, "ValidationError", "groups", "The groups field is required.");
  for (std::size_t i = 0; i < list->get_array().size(); ++i) {
    const auto path = "groups." + std::to_string(i) + ".";
    if (!list->get_array()[i].is_object()) return refuse_field(422, "ValidationError", path, "The group must be an object.");
    const auto& write = list->get_array()[i].get_object();
    if (text_member(write, "group").empty())
      return refuse_field(422, "ValidationError", path + "group", "The group is required.");
    auto* group = group_of_write(call, write);
    if (group == nullptr) continue;
    auto values = parse_values(call, *group, write, path);
    if (!values) return refuse(values.error());
    if (!values->empty()) call.account.write_values(**subscriber, *group, std::move(*values), call.now);
  }
  return json_answer(json::object{{"message", "Success"}}, 201);
}

// Query filters come as arrays: groups_id[]=, groups_name[]= (percent-encoded by the SDK).
Answer list_field_data_v3(Call& call) {
  const auto subscriber = subscriber_of_path(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto ids = call.query.all("groups_id");
  const auto names = call.query.all("groups_name");
  const auto wanted = [&](const Group& group) {
    return (ids.empty() && names.empty()) || std::ranges::find(names, std::string_view(group.name)) != names.end() ||
           std::ranges::any_of(ids, [&](std::string_view id) { return id == std::to_string(group.id); });
  };
  std::vector<std::pair<const Group*, const Record*>> records;
  for (const auto& data : (*subscriber)->groups) {
    const auto* group = call.account.find_group(data.group_id);
    if (group == nullptr || !wanted(*group)) continue;
    for (const auto& record : data.records)
      if (is_visible(call, record.created_at)) records.emplace_back(group, &record);
  }
  return records_page(call, records);
}

Answer list_group_data_v3(Call& call) {
  const auto subscriber = subscriber_of_path(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto* group = call.account.find_group(call.params[1]);
  if (group == nullptr) return refuse(404, "NotFound", "The group does not exist.");
  std::vector<std::pair<const Group*, const Record*>> records;
  if (const auto* data = find_data(**subscriber, group->id))
    for (const auto& record : data->records)
      if (is_visible(call, record.created_at)) records.emplace_back(group, &record);
  return records_page(call, records);
}

Answer search_field_data_v3(Call& call) {
  const auto subscriber = subscriber_of_path(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto param = [&](std::string_view name) { return call.query.find(name).value_or(""); };
  const auto found = find_record(call, **subscriber, param("data_id"), param("group"), param("field"), param("value"));
  if (found.record == nullptr || !is_visible(call, found.record->created_at))
    return refuse(404, "NotFound", "There is no such record.");
  return json_answer(json::object{{"data", record_json(call, *found.group, *found.record)}});
}

Answer put_field_data_v3(Call& call) {
  const auto subscriber = subscriber_of_path(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto* identifier = call.body.if_contains("identifier");
  if (identifier == nullptr || !identifier->is_object())
    return refuse_field(422, "ValidationError", "identifier", "The identifier field is required.");
  const auto& by = identifier->get_object();
  const auto found = find_record(call, **subscriber, text_member(by, "data_id"), text_member(by, "group"),
                                 text_member(by, "field"), text_member(by, "value"));
  if (found.record == nullptr) return refuse(404, "NotFound", "There is no such record.");
  auto values = parse_values(call, *found.group, call.body, "");
  if (!values) return refuse(values.error());
  call.account.merge_values(*found.record, std::move(*values), call.now);
  (*subscriber)->updated_at = call.now;
  return no_content();
}

Answer delete_group_data_v3(Call& call) {
  const auto subscriber = subscriber_of_path(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto* group = call.account.find_group(call.params[1]);
  if (group == nullptr) return refuse(404, "NotFound", "The group does not exist.");
  std::erase_if((*subscriber)->groups, [&](const GroupData& data) { return data.group_id == group->id; });
  return no_content();
}

}  // namespace kassabro::sandbox::rule
