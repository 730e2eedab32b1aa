// What the v3 editor answers (contract of RCML, section 8: the shapes are SEEN).
#include "sandbox/rule/editor.hpp"

namespace kassabro::sandbox::rule {
namespace {

json::object picked(const json::object& object, std::initializer_list<std::string_view> names) {
  json::object out;
  for (const auto name : names) {
    const auto* member = object.if_contains(name);
    out[name] = member == nullptr ? json::value() : *member;
  }
  return out;
}

// Numbers that stand for a choice come back explained.
json::object explained(const json::value& number, std::string_view first, std::string_view second) {
  const auto key = text_of(number).value_or("") == "2" ? second : first;
  return {{"value", number}, {"key", key}, {"description", key}};
}

json::value trigger_answer(Call& call, const json::value& trigger) {
  if (!trigger.is_object()) return nullptr;
  const auto* tag = call.account.find_tag(int_member(trigger.get_object(), "id").value_or(0));
  auto out = picked(trigger.get_object(), {"type", "id"});
  out["name"] = tag == nullptr ? json::value() : json::value(json::string(tag->name));
  return out;
}

json::object automail_answer(Call& call, const json::object& object) {
  auto out = picked(object, {"id", "name", "description", "active", "trigger", "sendout_type", "created_at", "updated_at"});
  out["trigger"] = trigger_answer(call, object.at("trigger"));
  out["sendout_type"] = explained(object.at("sendout_type"), "marketing", "transactional");
  return out;
}

// Everything that was written, since the contract says little of campaigns.
json::object campaign_answer(const json::object& object) {
  auto out = object;
  out["sendout_type"] = explained(object.at("sendout_type"), "marketing", "transactional");
  out["message_type"] = explained(object.at("message_type"), "email", "text_message");
  return out;
}

json::object dynamic_set_answer(Call& call, const json::object& object) {
  auto out = picked(object, {"id", "message_id", "name", "template_id", "subject", "pre_header", "utm_campaign", "utm_term",
                             "sender", "trigger", "active", "position", "created_at", "updated_at"});
  out["trigger"] = trigger_answer(call, object.at("trigger"));
  return out;
}

json::value default_set_answer(Call& call, const json::object& message) {
  for (const auto& [_, set] : editor_store(call.account, "dynamic-set"))
    if (int_member(set, "message_id") == int_member(message, "id") && set.at("trigger").is_null())
      return dynamic_set_answer(call, set);
  return nullptr;
}

// Written as {"active","delay_in_seconds"}, read as {"type":"delay","active","delay"}; a dispatcher's type is read as a number.
json::object message_answer(Call& call, const json::object& object) {
  auto out =
      picked(object, {"id", "type", "subject", "pre_header", "sender", "utm_campaign", "utm_term", "created_at", "updated_at"});
  const auto& dispatcher = object.at("dispatcher").as_object();
  out["dispatcher"] =
      json::object{{"id", dispatcher.at("id")}, {"type", text_member(dispatcher, "type") == "campaign" ? 1 : -2}};
  out["automail_setting"] = nullptr;
  if (object.at("automail_setting").is_object()) {
    const auto& setting = object.at("automail_setting").get_object();
    out["automail_setting"] = json::object{{"type", "delay"},
                                           {"active", bool_member(setting, "active").value_or(false)},
                                           {"delay", int_member(setting, "delay_in_seconds").value_or(0)}};
  }
  out["default_dynamic_set"] = default_set_answer(call, object);
  return out;
}

}  // namespace

json::object editor_answer(Call& call, const EditorResource& resource, const json::object& object) {
  if (resource.name == "automail") return automail_answer(call, object);
  if (resource.name == "message") return message_answer(call, object);
  if (resource.name == "dynamic-set") return dynamic_set_answer(call, object);
  if (resource.name == "template")
    return picked(object, {"id", "name", "message_type", "template", "created_at", "updated_at"});
  return campaign_answer(object);
}

json::object editor_list_item(Call& call, const EditorResource& resource, const json::object& object) {
  if (resource.name == "dynamic-set") return picked(object, {"id", "name", "template_id"});
  return editor_answer(call, resource, object);
}

}  // namespace kassabro::sandbox::rule
