// The v3 editor as plain stores of objects (contract, section 8): enough for a set-up script to build an automation.
#include <algorithm>
#include <array>

#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/handlers.hpp"

namespace kassabro::sandbox::rule {
namespace {

struct Resource {
  std::string_view name;
  std::array<std::string_view, 4> required_to_create;
  std::array<std::string_view, 5> required_to_change;  // a partial PUT is refused on automail and campaign (SEEN)
};

constexpr std::array<Resource, 5> resources{{
    {"automail", {"name"}, {"name", "active", "trigger", "sendout_type"}},
    {"message", {"dispatcher", "type"}, {}},
    {"template", {"name", "message_type", "template"}, {}},
    {"dynamic-set", {"message_id"}, {}},
    {"campaign", {"message_type", "sendout_type"}, {"name", "sendout_type", "tags", "segments", "subscribers"}},
}};

OrRefusal<const Resource*> resource_of_path(const Call& call) {
  for (const auto& resource : resources)
    if (resource.name == call.params[0]) return &resource;
  return refuse(404, "NotFound", "There is no such resource.");
}

template <std::size_t N>
OrRefusal<void> require(const json::object& body, const std::array<std::string_view, N>& names) {
  Refusal refusal{422, "ValidationError", "The given data was invalid.", {}};
  for (const auto name : names)
    if (!name.empty() && !body.contains({name.data(), name.size()}))
      refusal.fields.emplace_back(name, "The " + std::string(name) + " field is required.");
  if (!refusal.fields.empty()) return refuse(refusal);
  return {};
}

// The trigger's type is upper case on the wire (FEEDBACK #1), and its tag must exist.
OrRefusal<void> check_trigger(Call& call) {
  const auto* trigger = call.body.if_contains("trigger");
  if (trigger == nullptr || !trigger->is_object()) return {};
  const auto type = text_member(trigger->get_object(), "type");
  const auto id = int_member(trigger->get_object(), "id");
  if (!type.empty() && type != "TAG" && type != "SEGMENT")
    return refuse_field(422, "ValidationError", "trigger.type", "The selected trigger.type is invalid: tag, segment.");
  if (!id || (type == "TAG" && call.account.find_tag(*id) == nullptr))
    return refuse_field(422, "ValidationError", "trigger.id", "The selected trigger.id is invalid.");
  return {};
}

std::map<std::int64_t, json::object>& store_of(Call& call, const Resource& resource) {
  return call.account.editor[std::string(resource.name)];
}

// Templates are named once per account (SEEN).
OrRefusal<void> check_name(Call& call, const Resource& resource, std::int64_t own_id) {
  if (resource.name != "template") return {};
  const auto name = text_member(call.body, "name");
  for (const auto& [id, object] : store_of(call, resource))
    if (id != own_id && text_member(object, "name") == name)
      return refuse_field(422, "ValidationError", "name", "The name has already been taken.");
  return {};
}

// A second active dynamic set with the same trigger silently deactivates the first (FEEDBACK #13).
void deactivate_twins(Call& call, const Resource& resource, const json::object& saved) {
  if (resource.name != "dynamic-set" || bool_member(saved, "active") != true) return;
  for (auto& [id, object] : store_of(call, resource)) {
    const bool is_twin = id != saved.at("id").as_int64() && int_member(object, "message_id") == int_member(saved, "message_id");
    if (is_twin && object.contains("trigger") && saved.contains("trigger") && object.at("trigger") == saved.at("trigger"))
      object["active"] = false;
  }
}

// Numbers that stand for a choice come back explained: {"value","key","description"} (SEEN for automail and campaign).
json::object explained(const json::value& number, std::string_view first, std::string_view second) {
  const auto key = text_of(number).value_or("") == "2" ? second : first;
  return {{"value", number}, {"key", key}, {"description", key}};
}

// The object as it is answered; the store keeps what was written.
json::object shown(Call& call, const Resource& resource, json::object object) {
  if (resource.name != "automail" && resource.name != "campaign") return object;
  if (const auto* type = object.if_contains("sendout_type"))
    object["sendout_type"] = explained(*type, "marketing", "transactional");
  if (const auto* type = object.if_contains("message_type"); type != nullptr && resource.name == "campaign")
    object["message_type"] = explained(*type, "email", "text_message");
  if (auto* trigger = object.if_contains("trigger"); trigger != nullptr && trigger->is_object()) {
    const auto* tag = call.account.find_tag(int_member(trigger->get_object(), "id").value_or(0));
    trigger->get_object()["name"] = tag == nullptr ? json::value() : json::value(json::string(tag->name));
  }
  return object;
}

OrRefusal<json::object*> named_object(Call& call) {
  const auto resource = resource_of_path(call);
  if (!resource) return refuse(resource.error());
  auto& store = store_of(call, **resource);
  const auto found =
      std::ranges::find_if(store, [&](const auto& entry) { return std::to_string(entry.first) == call.params[1]; });
  if (found == store.end()) return refuse(404, "NotFound", "There is no such object.");
  return &found->second;
}

}  // namespace

Answer list_editor_v3(Call& call) {
  const auto resource = resource_of_path(call);
  if (!resource) return refuse(resource.error());
  const auto page = parse_page_v3(call);
  const auto message_id = call.query.find("message_id");
  const auto dispatcher_id = (*resource)->name == "message" ? call.query.find("id") : std::nullopt;
  json::array items;
  std::size_t index = 0;
  for (const auto& [_, object] : store_of(call, **resource)) {
    if (message_id && text_member(object, "message_id") != *message_id) continue;
    if (dispatcher_id) {
      const auto* dispatcher = object.if_contains("dispatcher");
      if (dispatcher == nullptr || !dispatcher->is_object() || text_member(dispatcher->get_object(), "id") != *dispatcher_id)
        continue;
    }
    if (index++ < page.first()) continue;
    if (items.size() == page.size) break;
    items.push_back(shown(call, **resource, object));
  }
  return json_answer(json::object{{"data", std::move(items)}});
}

Answer post_editor_v3(Call& call) {
  const auto resource = resource_of_path(call);
  if (!resource) return refuse(resource.error());
  if (const auto good = require(call.body, (*resource)->required_to_create); !good) return refuse(good.error());
  if (const auto good = check_trigger(call); !good) return refuse(good.error());
  if (const auto good = check_name(call, **resource, 0); !good) return refuse(good.error());
  json::object object = call.body;
  object.erase("apikey");
  const auto id = call.account.next_id();
  object["id"] = id;
  object["created_at"] = object["updated_at"] = to_rule_time(call.now);
  if (!object.contains("active") && (*resource)->name != "template") object["active"] = false;
  if ((*resource)->name == "dynamic-set") object["position"] = store_of(call, **resource).size() + 1;
  deactivate_twins(call, **resource, object);
  const auto& saved = store_of(call, **resource)[id] = std::move(object);
  return json_answer(json::object{{"data", shown(call, **resource, saved)}}, 201);
}

Answer get_editor_v3(Call& call) {
  const auto object = named_object(call);
  if (!object) return refuse(object.error());
  return json_answer(json::object{{"data", shown(call, **resource_of_path(call), **object)}});
}

Answer put_editor_v3(Call& call) {
  const auto object = named_object(call);
  if (!object) return refuse(object.error());
  const auto resource = resource_of_path(call);
  if (const auto good = require(call.body, (*resource)->required_to_change); !good) return refuse(good.error());
  if (const auto good = check_trigger(call); !good) return refuse(good.error());
  if (const auto good = check_name(call, **resource, (*object)->at("id").as_int64()); !good) return refuse(good.error());
  for (const auto& [name, value] : call.body)
    if (name != "id" && name != "apikey") (**object)[name] = value;
  (**object)["updated_at"] = to_rule_time(call.now);
  deactivate_twins(call, **resource, **object);
  return json_answer(json::object{{"data", shown(call, **resource, **object)}});
}

Answer delete_editor_v3(Call& call) {
  const auto object = named_object(call);
  if (!object) return refuse(object.error());
  const auto resource = resource_of_path(call);
  store_of(call, **resource).erase((*object)->at("id").as_int64());
  return no_content();
}

Answer list_brand_styles_v3(Call& call) {
  return json_answer(
      json::object{{"data", json::array{json::object{{"id", 1}, {"name", call.account.name}, {"is_default", true}}}}});
}

Answer get_brand_style_v3(Call& call) {
  if (call.params[0] != "1") return refuse(404, "NotFound", "There is no such brand style.");
  const auto colour = [](const char* type, const char* hex) { return json::object{{"type", type}, {"hex", hex}}; };
  return json_answer(json::object{
      {"data",
       json::object{{"id", 1},
                    {"name", call.account.name},
                    {"is_default", true},
                    {"colours", json::array{colour("accent", "#05CC87"), colour("brand", "#F6F8F9"), colour("light", "#FFFFFF"),
                                            colour("side", "#F3F3F3"), colour("dark", "#0F0F1F")}},
                    {"fonts", json::array{}},
                    {"images", json::array{}},
                    {"links", json::array{}}}}});
}

}  // namespace kassabro::sandbox::rule
