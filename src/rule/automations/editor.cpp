#include "rule/automations/editor.hpp"

#include <fmt/format.h>

#include "base/name_table.hpp"
#include "http/url.hpp"

namespace kassabro::rule::automations {
namespace {

using http::Method;

constexpr NameTable<Part, all_parts.size()> part_names{{{Part::automail, "automail"},
                                                        {Part::message, "message"},
                                                        {Part::template_, "template"},
                                                        {Part::dynamic_set, "dynamic-set"}}};

std::string path_of(Part part) { return "/v3/editor/" + std::string(to_text(part)); }
std::string path_of(Part part, std::int64_t id) { return fmt::format("{}/{}", path_of(part), id); }

// Absent, null and "" are the same.
json::value known(const json::object& object, std::string_view name) {
  const auto* member = find_member(object, name);
  return member == nullptr ? json::value(nullptr) : *member;
}

const json::object& inside(const json::object& object, std::string_view name) {
  static const json::object none;
  const auto* member = object.if_contains(name);
  return member == nullptr || !member->is_object() ? none : member->get_object();
}

json::value number(const json::object& object, std::string_view name) {
  const auto found = int_member(object, name);
  return found ? json::value(*found) : json::value(nullptr);
}

json::value trigger_of(const json::object& shown) {
  const auto& trigger = inside(shown, "trigger");
  if (trigger.empty()) return nullptr;
  return json::object{{"type", known(trigger, "type")}, {"id", number(trigger, "id")}};
}

json::object automail_of(const json::object& shown) {
  const auto& type = inside(shown, "sendout_type");
  return {{"name", known(shown, "name")},
          {"description", known(shown, "description")},
          {"trigger", trigger_of(shown)},
          {"sendout_type", type.empty() ? number(shown, "sendout_type") : number(type, "value")}};
}

// A delay that somebody has bound to a date field has another type and no number.
json::object message_of(const json::object& shown) {
  const auto& setting = inside(shown, "automail_setting");
  return {{"automail_id", number(inside(shown, "dispatcher"), "id")},
          {"type", number(shown, "type")},
          {"subject", known(shown, "subject")},
          {"pre_header", known(shown, "pre_header")},
          {"sender", known(shown, "sender")},
          {"utm_campaign", known(shown, "utm_campaign")},
          {"utm_term", known(shown, "utm_term")},
          {"timing", known(setting, "type")},
          {"delay", number(setting, "delay")}};
}

json::object dynamic_set_of(const json::object& shown) {
  return {{"message_id", number(shown, "message_id")},
          {"template_id", number(shown, "template_id")},
          {"trigger", trigger_of(shown)},
          {"subject", known(shown, "subject")},
          {"pre_header", known(shown, "pre_header")},
          {"sender", known(shown, "sender")}};
}

}  // namespace

std::string_view to_text(Part part) { return name_in(part_names, part); }

Call create_part_call(Part part, json::object body) { return {Method::post, path_of(part), std::move(body)}; }
Call get_part_call(Part part, std::int64_t id) { return {Method::get, path_of(part, id), std::nullopt}; }
Call change_part_call(Part part, std::int64_t id, json::object body) {
  return {Method::put, path_of(part, id), std::move(body)};
}
Call remove_part_call(Part part, std::int64_t id) { return {Method::delete_, path_of(part, id), std::nullopt}; }

Call list_parts_call(Part part, std::size_t page) {
  return {Method::get, fmt::format("{}?page={}&per_page={}", path_of(part), page, parts_per_page), std::nullopt};
}
Call list_messages_call(std::int64_t automail_id) {
  return {Method::get, fmt::format("{}?id={}&dispatcher_type=automail", path_of(Part::message), automail_id), std::nullopt};
}
Call list_dynamic_sets_call(std::int64_t message_id) {
  return {Method::get, fmt::format("{}?message_id={}", path_of(Part::dynamic_set), message_id), std::nullopt};
}

Call find_tag_call(std::string_view name) {
  return {Method::get, "/v2/tags/" + http::percent_encode(name) + "?identified_by=name", std::nullopt};
}
Call list_brand_styles_call() { return {Method::get, "/v3/brand-styles", std::nullopt}; }
Call get_brand_style_call(std::int64_t id) { return {Method::get, fmt::format("/v3/brand-styles/{}", id), std::nullopt}; }

Call render_call(std::int64_t template_id, std::optional<std::int64_t> subscriber_id) {
  auto path = path_of(Part::template_, template_id) + "/render";
  if (subscriber_id) path += fmt::format("?subscriber_id={}", *subscriber_id);
  return {Method::get, std::move(path), std::nullopt, Expect::text};
}

const json::object* data_of(const Answer& answer) {
  const auto* body = answer.body.if_object();
  const auto* data = body == nullptr ? nullptr : body->if_contains("data");
  return data == nullptr ? nullptr : data->if_object();
}

std::vector<json::object> list_of(const Answer& answer) {
  std::vector<json::object> items;
  const auto* body = answer.body.if_object();
  const auto* data = body == nullptr ? nullptr : body->if_contains("data");
  if (data != nullptr && data->is_array())
    for (const auto& item : data->get_array())
      if (item.is_object()) items.push_back(item.get_object());
  return items;
}

json::object content_of(Part part, const json::object& shown) {
  switch (part) {
    case Part::automail: return automail_of(shown);
    case Part::message: return message_of(shown);
    case Part::template_:
      return {{"name", known(shown, "name")},
              {"message_type", known(shown, "message_type")},
              {"template", known(shown, "template")}};
    case Part::dynamic_set: return dynamic_set_of(shown);
  }
  return {};
}

json::object content_of(const AutomailContent& wanted) {
  return {{"name", wanted.name},
          {"description", wanted.description},
          {"trigger", json::object{{"type", "TAG"}, {"id", wanted.tag_id}}},
          {"sendout_type", static_cast<std::int64_t>(wanted.sendout_type)}};
}

json::object message_content(std::int64_t automail_id, std::string_view subject, std::string_view pre_header,
                             std::int64_t delay_seconds) {
  return {{"automail_id", automail_id}, {"type", std::int64_t{1}}, {"subject", subject},
          {"pre_header", pre_header},   {"sender", nullptr},       {"utm_campaign", nullptr},
          {"utm_term", nullptr},        {"timing", "delay"},       {"delay", delay_seconds}};
}

json::object template_content(std::string_view name, json::object document) {
  return {{"name", name}, {"message_type", "email"}, {"template", std::move(document)}};
}

json::object dynamic_set_content(std::int64_t message_id, std::int64_t template_id) {
  return {{"message_id", message_id}, {"template_id", template_id}, {"trigger", nullptr},
          {"subject", nullptr},       {"pre_header", nullptr},      {"sender", nullptr}};
}

json::object body_of(Part part, const json::object& content, std::optional<bool> active) {
  auto body = content;
  if (part == Part::automail && active) body["active"] = *active;
  if (part == Part::dynamic_set) return {{"message_id", content.at("message_id")}, {"template_id", content.at("template_id")}};
  if (part != Part::message) return body;
  return {{"dispatcher", json::object{{"id", content.at("automail_id")}, {"type", "automail"}}},
          {"type", content.at("type")},
          {"subject", content.at("subject")},
          {"pre_header", content.at("pre_header")},
          {"automail_setting", json::object{{"active", active.value_or(true)}, {"delay_in_seconds", content.at("delay")}}}};
}

bool is_active(Part part, const json::object& shown) {
  return bool_member(part == Part::message ? inside(shown, "automail_setting") : shown, "active").value_or(false);
}

}  // namespace kassabro::rule::automations
