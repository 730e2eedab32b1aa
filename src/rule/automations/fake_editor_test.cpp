#include "rule/automations/fake_editor.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "http/url.hpp"

namespace kassabro::rule::automations {
namespace {

constexpr std::string_view editor_root = "/v3/editor/";

json::object refusal(std::string_view field, std::string_view text) {
  return {{"message", "The given data was invalid."}, {"errors", json::object{{field, json::array{text}}}}};
}

std::string parameter(const std::string& query, std::string_view name) {
  const http::Query parsed(query);
  return std::string(parsed.find(name).value_or(""));
}

}  // namespace

http::Send FakeEditor::transport() {
  return [this, others = rule_.transport()](http::OutboundRequest request) -> Async<http::OutboundResult> {
    const auto path = request.url.substr(std::string("https://rule.test/api").size());
    const bool is_ours = path.starts_with(editor_root) || path.starts_with("/v3/brand-styles") ||
                         path.starts_with("/v2/tags/") ||
                         (request.method == http::Method::get && path.starts_with("/v2/customizations"));
    if (request.method == http::Method::delete_ && path.starts_with("/v2/subscribers/")) co_return remove_person(path);
    if (!is_ours) co_return co_await others(std::move(request));
    const bool is_write = request.method != http::Method::get;
    if (is_write) --lost_write_;
    --lost_call_;
    const bool is_lost = (is_write && lost_write_ == 0) || lost_call_ == 0;
    if (is_write) writes.push_back(std::string(http::method_name(request.method)) + " " + path);
    if (is_lost && loss_ == Loss::call) co_return std::unexpected(http::TransportError{"cut", false, false});
    const auto body = request.body.empty() ? json::object() : parse_json(request.body)->as_object();
    if (path.contains("/render")) co_return http::OutboundResponse{200, {}, "<p>a letter</p>"};
    const auto reply = work(request.method, path, body);
    if (is_lost) co_return std::unexpected(http::TransportError{"cut", true, true});
    co_return http::OutboundResponse{reply.status, {}, reply.body.is_null() ? "" : to_json_text(reply.body)};
  };
}

json::object& FakeEditor::part(Part part, std::size_t index) {
  return std::next(parts[std::string(to_text(part))].begin(), static_cast<std::ptrdiff_t>(index))->second;
}

void FakeEditor::rename_tag(const std::string& from, const std::string& to) {
  learn_tags();
  auto entry = tags.extract(from);
  entry.key() = to;
  tags.insert(std::move(entry));
  for (auto& [_, person] : rule_.people) person.tags.erase(from);
}

std::int64_t FakeEditor::add(Part part, json::object object) {
  const auto id = ++last_id_;
  object["id"] = id;
  parts[std::string(to_text(part))][id] = std::move(object);
  return id;
}

// By e-mail.
http::OutboundResult FakeEditor::remove_person(const std::string& path) {
  learn_tags();
  const auto begin = std::string("/v2/subscribers/").size();
  const auto email = http::percent_decode(path.substr(begin, path.find('?') - begin)).value_or("");
  const auto gone = std::erase_if(rule_.people, [&](const auto& entry) { return entry.second.email == email; });
  return http::OutboundResponse{gone > 0 ? 200 : 404, {}, R"({"message":"Success"})"};
}

// A tag once used stays, even when nobody has it any more.
void FakeEditor::learn_tags() {
  for (const auto& [_, person] : rule_.people)
    for (const auto& tag : person.tags)
      if (!tags.contains(tag)) tags[tag] = ++last_id_;
}

FakeEditor::Reply FakeEditor::work(http::Method method, const std::string& path, const json::object& body) {
  learn_tags();
  if (path.starts_with("/v2/tags/")) return find_tag(path);
  if (path.starts_with("/v2/customizations")) return list_fields();
  if (path == "/v3/brand-styles") {
    if (brand_style.empty()) return {200, json::object{{"data", json::array{}}}};
    return {200, json::object{{"data", json::array{json::object{{"id", 7}, {"is_default", true}}}}}};
  }
  if (path.starts_with("/v3/brand-styles/")) return {200, json::object{{"data", brand_style}}};
  const auto question = path.find('?');
  auto place = path.substr(editor_root.size(), question == std::string::npos ? question : question - editor_root.size());
  const auto slash = place.find('/');
  const auto kind = place.substr(0, slash);
  if (slash == std::string::npos && method == http::Method::get)
    return list(kind, path.substr(std::min(question, path.size() - 1) + 1));
  if (slash == std::string::npos) return save(kind, 0, body);
  auto& store = parts[kind];
  const auto id = std::stoll(place.substr(slash + 1));
  if (!store.contains(id)) return {404, json::object{{"error", "NotFound"}}};
  if (method == http::Method::get) return {200, json::object{{"data", shown(kind, store.at(id))}}};
  if (method == http::Method::delete_) return erase(kind, id);
  return save(kind, id, body);
}

FakeEditor::Reply FakeEditor::list(const std::string& kind, const std::string& query) {
  json::array items;
  const auto page = parameter(query, "page");
  std::size_t index = 0;
  for (const auto& [id, object] : parts[kind]) {
    if (kind == "message" && text_member(object.at("dispatcher").as_object(), "id") != parameter(query, "id")) continue;
    if (kind == "dynamic-set" && text_member(object, "message_id") != parameter(query, "message_id")) continue;
    if (page.empty() || index++ / page_size == std::stoul(page) - 1) items.push_back(shown(kind, object));
  }
  return {200, json::object{{"data", std::move(items)}}};
}

FakeEditor::Reply FakeEditor::save(const std::string& kind, std::int64_t id, json::object object) {
  auto& store = parts[kind];
  if (kind == "template")
    for (const auto& [other, twin] : store)
      if (other != id && twin.at("name") == object.at("name"))
        return {422, refusal("name", "The name has already been taken.")};
  if (kind == "automail") {
    for (const auto* name : {"name", "active", "trigger", "sendout_type"})
      if (id != 0 && !object.contains(name)) return {422, refusal(name, "The field is required.")};
    const auto tag_id = int_member(object.at("trigger").as_object(), "id");
    if (std::ranges::none_of(tags, [&](const auto& tag) { return tag.second == tag_id; }))
      return {422, refusal("trigger.id", "The selected trigger.id is invalid.")};
  }
  if (kind == "message" && !refused_subject.empty() && object.at("subject").as_string() == refused_subject)
    return {422, refusal("subject", "The subject is too long.")};
  const bool is_new = id == 0;
  if (is_new) id = ++last_id_;
  auto merged = is_new ? json::object{{"active", kind != "automail"}} : store.at(id);
  for (const auto& [name, value] : object) merged[name] = value;
  merged["id"] = id;
  store[id] = std::move(merged);
  return {is_new ? 201 : 200, json::object{{"data", shown(kind, store.at(id))}}};
}

FakeEditor::Reply FakeEditor::erase(const std::string& kind, std::int64_t id) {
  const auto gone = parts[kind].at(id);
  parts[kind].erase(id);
  const auto erase_where = [&](const std::string& below, const auto& hangs) {
    auto copy = parts[below];
    for (const auto& [own, object] : copy)
      if (hangs(object)) erase(below, own);
  };
  if (kind == "automail")
    erase_where("message", [&](const json::object& message) { return message.at("dispatcher").at("id") == id; });
  if (kind == "message") erase_where("dynamic-set", [&](const json::object& set) { return set.at("message_id") == id; });
  if (kind == "dynamic-set") parts["template"].erase(int_member(gone, "template_id").value_or(0));
  return {204, nullptr};
}

json::object FakeEditor::trigger_shown(const json::object& trigger) {
  auto out = trigger;
  out["name"] = nullptr;
  for (const auto& [name, id] : tags)
    if (int_member(trigger, "id") == id) out["name"] = name;
  return out;
}

json::object FakeEditor::shown(const std::string& kind, const json::object& object) {
  auto out = object;
  out["updated_at"] = "2026-11-23 12:00:00";
  if (const auto* trigger = object.if_contains("trigger"); trigger != nullptr && trigger->is_object())
    out["trigger"] = trigger_shown(trigger->get_object());
  if (kind == "automail") out["sendout_type"] = json::object{{"value", object.at("sendout_type")}, {"key", "k"}};
  if (kind != "message") return out;
  out["dispatcher"] = json::object{{"id", object.at("dispatcher").at("id")}, {"type", -2}};
  const auto& setting = object.at("automail_setting").as_object();
  out["automail_setting"] =
      json::object{{"type", "delay"}, {"active", setting.at("active")}, {"delay", setting.at("delay_in_seconds")}};
  return out;
}

FakeEditor::Reply FakeEditor::find_tag(const std::string& path) {
  const auto begin = std::string("/v2/tags/").size();
  const auto name = http::percent_decode(path.substr(begin, path.find('?') - begin)).value_or("");
  const auto found = tags.find(name);
  if (found == tags.end()) return {404, json::object{{"error", "NotFound"}}};
  return {200, json::object{{"id", found->second}, {"name", name}}};
}

FakeEditor::Reply FakeEditor::list_fields() {
  std::map<std::string, json::array> groups;
  std::int64_t id = 5000;
  for (const auto& [key, type] : rule_.field_types) {
    const auto dot = key.find('.');
    groups[key.substr(0, dot)].push_back(json::object{{"id", ++id}, {"name", key.substr(dot + 1)}, {"type", type}});
  }
  json::array list;
  for (auto& [name, fields] : groups) list.push_back(json::object{{"id", ++id}, {"name", name}, {"fields", std::move(fields)}});
  return {200, json::object{{"groups", std::move(list)}, {"meta", json::object{{"next", nullptr}}}}};
}

const Step& AutomationsTest::step(const Report& report, std::string_view what, std::size_t flow) {
  const auto& steps = report.flows.at(flow).steps;
  const auto found = std::ranges::find(steps, what, &Step::what);
  if (found == steps.end()) throw std::runtime_error("no such step: " + std::string(what));
  return *found;
}

std::string AutomationsTest::told(const Report& report, std::size_t flow) {
  std::string text;
  for (const auto& step : report.flows.at(flow).steps)
    text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ", step.what, to_text(step.action), step.failed ? "!" : "");
  return text;
}

}  // namespace kassabro::rule::automations
