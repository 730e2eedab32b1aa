#include "sandbox/rule/wire.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "sandbox/answers/answers.hpp"

namespace kassabro::sandbox::rule {

std::unexpected<Refusal> refuse(int status, std::string code, std::string message) {
  return std::unexpected(Refusal{status, std::move(code), std::move(message), {}});
}

std::unexpected<Refusal> refuse_field(int status, std::string code, std::string field, std::string message) {
  return std::unexpected(Refusal{status, std::move(code), message, {{std::move(field), message}}});
}

http::Response render(const Refusal& refusal, Version version) {
  if (version == Version::v2) {
    json::object body{{"error", refusal.code}};
    if (!refusal.message.empty()) body["message"] = refusal.message;
    json::object fields;
    for (const auto& [field, text] : refusal.fields) fields[field] = text;
    if (!fields.empty()) body["fields"] = std::move(fields);
    return json_answer(std::move(body), refusal.status);
  }
  if (refusal.fields.empty())
    return json_answer(json::object{{"error", refusal.code}, {"message", refusal.message}}, refusal.status);
  json::object errors;
  for (const auto& [field, text] : refusal.fields) errors[field] = json::array{json::string(text)};
  return json_answer(json::object{{"message", refusal.message}, {"errors", std::move(errors)}}, refusal.status);
}

namespace {

std::size_t number_param(const http::Query& query, std::string_view name, std::size_t fallback) {
  const auto text = query.find(name).value_or("");
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && number > 0 ? number : fallback;
}

}  // namespace

OrRefusal<Page> parse_page_v2(const Call& call) {
  const auto limit = number_param(call.query, "limit", 100);
  if (limit > 100) return refuse(400, "LimitExceed", "Limit can't exceed 100.");
  return Page{number_param(call.query, "page", 1), limit};
}

Page parse_page_v3(const Call& call) {
  return {number_param(call.query, "page", 1), std::min<std::size_t>(100, number_param(call.query, "per_page", 15))};
}

json::object page_meta(const Call& call, const Page& page, std::size_t total) {
  if (page.first() + page.size >= total) return {{"next", nullptr}};
  std::string url = call.base_url + std::string(call.request.path()) + "?";
  for (const auto& [name, value] : call.query.items())
    if (name != "page" && name != "limit") url += http::percent_encode(name) + "=" + http::percent_encode(value) + "&";
  url += fmt::format("page={}&limit={}", page.number + 1, page.size);
  return {{"next", url}};
}

OrRefusal<IdentifiedBy> parse_identified_by(const Call& call) {
  const auto text = call.query.find("identified_by").value_or("email");
  if (text == "email" || text.empty()) return IdentifiedBy::email;
  if (text == "phone_number") return IdentifiedBy::phone_number;
  if (text == "id") return IdentifiedBy::id;
  if (text == "custom_identifier") return IdentifiedBy::custom_identifier;
  return refuse_field(400, "ValidationError", "identified_by", "Must be email, phone_number, id or custom_identifier.");
}

bool is_visible(const Call& call, Timestamp written_at) { return call.now >= written_at + call.state.switches.read_delay; }

OrRefusal<Subscriber*> named_subscriber(Call& call, Sees sees) {
  const auto by = parse_identified_by(call);
  if (!by) return refuse(by.error());
  auto* subscriber = call.account.find_subscriber(*by, call.params[0]);
  if (subscriber == nullptr || (sees == Sees::after_delay && !is_visible(call, subscriber->created_at)))
    return refuse(404, "NotFound", "The subscriber does not exist.");
  return subscriber;
}

namespace {

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

OrRefusal<std::vector<Tag*>> parse_tags(Call& call) {
  std::vector<Tag*> tags;
  const auto* list = call.body.if_contains("tags");
  if (list == nullptr) return tags;
  if (!list->is_array() || list->get_array().empty())
    return refuse_field(400, "ValidationError", "tags", "The tags must be a list of at least one name or id.");
  for (const auto& entry : list->get_array()) {
    const auto text = text_of(entry);
    if (!text || trimmed(*text).empty()) return refuse_field(400, "ValidationError", "tags", "A tag must be a name or an id.");
    Tag* tag = nullptr;
    if (is_number(*text)) {  // digits-only text is taken as an id, and ids must exist (contract, section 2)
      tag = text->size() < 18 ? call.account.find_tag(std::stoll(*text)) : nullptr;
      if (tag == nullptr) return refuse_field(404, "NotFound", "tags", "There is no tag with the id " + *text + ".");
    } else {
      tag = &call.account.tag_named(trimmed(*text), call.now);
    }
    if (std::ranges::find(tags, tag) != tags.end())
      return refuse_field(400, "DuplicateTag", "tags", "The tag \"" + tag->name + "\" is given twice.");
    tags.push_back(tag);
  }
  return tags;
}

OrRefusal<AutomationMode> parse_automation(const Call& call) {
  const auto* value = call.body.if_contains("automation");
  if (value == nullptr || value->is_null() || (value->is_bool() && !value->get_bool())) return AutomationMode::none;
  const auto text = text_of(*value).value_or("");
  if (text == "force") return AutomationMode::force;
  if (text == "reset") return AutomationMode::reset;
  if (text == "send" && call.version == Version::v3) return AutomationMode::send;
  if (text.empty()) return AutomationMode::none;
  return refuse_field(call.version == Version::v2 ? 400 : 422, "ValidationError", "automation",
                      "The automation mode is not known.");
}

http::Response success() { return http::json_response(R"({"message":"Success"})"); }
http::Response no_content() { return http::empty_response(204); }

}  // namespace kassabro::sandbox::rule
