// The v3 editor: automails, their messages, templates and dynamic sets (contract, section 8).
#include <algorithm>

#include "sandbox/answers/answers.hpp"
#include "sandbox/rcml/mail.hpp"
#include "sandbox/rule/editor.hpp"
#include "sandbox/rule/handlers.hpp"
#include "sandbox/rule/reader.hpp"

namespace kassabro::sandbox::rule {
namespace {

OrRefusal<const EditorResource*> resource_of_path(const Call& call) {
  const auto* resource = find_editor_resource(call.params[0]);
  if (resource == nullptr) return refuse(404, "NotFound", "There is no such resource.");
  return resource;
}

template <std::size_t N>
OrRefusal<void> require(const json::object& body, const std::array<std::string_view, N>& names) {
  Refusal refusal{422, "ValidationError", "The given data was invalid.", {}};
  for (const auto name : names)
    if (!name.empty() && !body.contains(name))
      refusal.fields.emplace_back(name, "The " + std::string(name) + " field is required.");
  if (!refusal.fields.empty()) return refuse(refusal);
  return {};
}

EditorStore& store_of(Call& call, const EditorResource& resource) { return call.account.editor[std::string(resource.name)]; }

// A second active dynamic set with the same trigger silently deactivates the first (FEEDBACK #13).
void deactivate_twins(Call& call, const EditorResource& resource, const json::object& saved) {
  if (resource.name != "dynamic-set" || bool_member(saved, "active") != true) return;
  for (auto& [id, object] : store_of(call, resource)) {
    const bool is_twin = id != saved.at("id").as_int64() && int_member(object, "message_id") == int_member(saved, "message_id");
    if (is_twin && object.at("trigger") == saved.at("trigger")) object["active"] = false;
  }
}

OrRefusal<json::object*> named_object(Call& call, const EditorResource& resource) {
  auto& store = store_of(call, resource);
  const auto found =
      std::ranges::find_if(store, [&](const auto& entry) { return std::to_string(entry.first) == call.params[1]; });
  if (found == store.end()) return refuse(404, "NotFound", "There is no such object.");
  return &found->second;
}

// The filters of the lists: automails by words, state and channel, messages by dispatcher, dynamic sets by message.
bool is_wanted(const Call& call, const EditorResource& resource, const json::object& object) {
  const auto asked = [&](const char* name) { return call.query.find(name).value_or(""); };
  if (const auto id = asked("message_id"); !id.empty() && text_member(object, "message_id") != id) return false;
  if (resource.name == "message") {
    const auto& dispatcher = object.at("dispatcher").as_object();
    if (const auto id = asked("id"); !id.empty() && text_member(dispatcher, "id") != id) return false;
    if (const auto type = asked("dispatcher_type"); !type.empty() && text_member(dispatcher, "type") != type) return false;
  }
  if (resource.name != "automail") return true;
  if (const auto words = asked("query");
      ascii_lowered(text_member(object, "name")).find(ascii_lowered(words)) == std::string::npos)
    return false;
  if (const auto type = asked("message_type"); !type.empty() && text_member(object, "message_type") != type) return false;
  const auto active = asked("active");
  return active.empty() || (active == "1" || active == "true") == bool_member(object, "active").value_or(false);
}

// Deleting a message removes its sets, and a set takes its template along when no other uses it (LIVE).
void delete_what_hangs_on(Call& call, const EditorResource& resource, const json::object& gone) {
  const auto id = gone.at("id").as_int64();
  const auto erase_where = [&](const char* name, const auto& hangs) {
    auto& store = call.account.editor[name];
    for (auto entry = store.begin(); entry != store.end();) {
      if (!hangs(entry->second)) {
        ++entry;
        continue;
      }
      const auto erased = entry->second;
      entry = store.erase(entry);
      delete_what_hangs_on(call, *find_editor_resource(name), erased);
    }
  };
  if (resource.name == "automail" || resource.name == "campaign")
    erase_where("message", [&](const json::object& message) {
      const auto& dispatcher = message.at("dispatcher").as_object();
      return text_member(dispatcher, "type") == resource.name && int_member(dispatcher, "id") == id;
    });
  if (resource.name == "message")
    erase_where("dynamic-set", [&](const json::object& set) { return int_member(set, "message_id") == id; });
  if (resource.name != "dynamic-set") return;
  const auto template_id = int_member(gone, "template_id");
  const auto& sets = editor_store(call.account, "dynamic-set");
  if (template_id &&
      std::ranges::none_of(sets, [&](const auto& set) { return int_member(set.second, "template_id") == template_id; }))
    call.account.editor["template"].erase(*template_id);
}

}  // namespace

Answer list_editor_v3(Call& call) {
  const auto resource = resource_of_path(call);
  if (!resource) return refuse(resource.error());
  const auto page = parse_page_v3(call);
  json::array items;
  std::size_t index = 0;
  for (const auto& [_, object] : store_of(call, **resource)) {
    if (!is_wanted(call, **resource, object) || index++ < page.first()) continue;
    if (items.size() == page.size) break;
    items.push_back(editor_list_item(call, **resource, object));
  }
  return json_answer(json::object{{"data", std::move(items)}});
}

Answer post_editor_v3(Call& call) {
  const auto resource = resource_of_path(call);
  if (!resource) return refuse(resource.error());
  if (const auto good = require(call.body, (*resource)->required_to_create); !good) return refuse(good.error());
  json::object object = call.body;
  const auto id = call.account.next_id();
  object["id"] = id;
  object["created_at"] = object["updated_at"] = to_rule_time(call.now);
  complete_editor_object(**resource, object);
  if ((*resource)->name == "dynamic-set") object["position"] = store_of(call, **resource).size() + 1;
  if (const auto good = check_editor_object(call, **resource, object); !good) return refuse(good.error());
  deactivate_twins(call, **resource, object);
  const auto& saved = store_of(call, **resource)[id] = std::move(object);
  return json_answer(json::object{{"data", editor_answer(call, **resource, saved)}}, 201);
}

Answer get_editor_v3(Call& call) {
  const auto resource = resource_of_path(call);
  if (!resource) return refuse(resource.error());
  const auto object = named_object(call, **resource);
  if (!object) return refuse(object.error());
  return json_answer(json::object{{"data", editor_answer(call, **resource, **object)}});
}

Answer put_editor_v3(Call& call) {
  const auto resource = resource_of_path(call);
  if (!resource) return refuse(resource.error());
  const auto object = named_object(call, **resource);
  if (!object) return refuse(object.error());
  if (const auto good = require(call.body, (*resource)->required_to_change); !good) return refuse(good.error());
  auto changed = **object;
  for (const auto& [name, value] : call.body)
    if (name != "id") changed[name] = value;
  changed["updated_at"] = to_rule_time(call.now);
  if (const auto good = check_editor_object(call, **resource, changed); !good) return refuse(good.error());
  **object = std::move(changed);
  deactivate_twins(call, **resource, **object);
  return json_answer(json::object{{"data", editor_answer(call, **resource, **object)}});
}

Answer delete_editor_v3(Call& call) {
  const auto resource = resource_of_path(call);
  if (!resource) return refuse(resource.error());
  const auto object = named_object(call, **resource);
  if (!object) return refuse(object.error());
  const auto gone = **object;
  store_of(call, **resource).erase(gone.at("id").as_int64());
  delete_what_hangs_on(call, **resource, gone);
  return no_content();
}

// HTML as text; without a subscriber the tokens stay visible.
Answer render_template_v3(Call& call) {
  const auto id = call.params[0];
  const auto& store = editor_store(call.account, "template");
  const auto found = std::ranges::find_if(store, [&](const auto& entry) { return std::to_string(entry.first) == id; });
  if (found == store.end()) return refuse(404, "NotFound", "There is no such object.");
  const auto& object = found->second;
  auto* subscriber = call.account.find_subscriber(IdentifiedBy::id, call.query.find("subscriber_id").value_or(""));
  const rcml::NoValues nobody;
  const auto write = [&](const rcml::Values& values) {
    return text_member(object, "message_type") == "email"
               ? rcml::render_email(object.at("template"), values, text_member(object, "name"), "").html
               : rcml::render_sms(object.at("template"), values).plain;
  };
  http::Response response;
  response.content_type = "text/html; charset=utf-8";
  response.body = subscriber == nullptr ? write(nobody) : write(Reader(call.account, *subscriber, {}, call.now));
  return response;
}

}  // namespace kassabro::sandbox::rule
