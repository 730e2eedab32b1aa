#include "rule/fake_rule.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "http/url.hpp"

namespace kassabro::rule {
namespace {

const json::object& none() {
  static const json::object empty;
  return empty;
}

std::int64_t id_after(std::string_view path, std::string_view prefix) {
  return std::stoll(std::string(path.substr(prefix.size())));
}

std::string query_value(std::string_view path, std::string_view name) {
  const http::Query query(path.substr(path.find('?') + 1));
  return std::string(query.find(name).value_or(""));
}

json::object error_body(std::string_view code, std::string_view field, std::string_view text) {
  return {{"error", code}, {"message", "Invalid."}, {"fields", json::object{{field, text}}}};
}

struct Page {
  std::size_t number = 1;
  std::size_t size = 100;
  std::size_t first = 0;
  std::size_t count = 0;
  json::object meta(std::string_view path) const {
    if (first + size >= count) return {{"next", nullptr}};
    return {{"next", fmt::format("https://rule.test/api{}?limit={}&page={}", path, size, number + 1)}};
  }
};

Page page_of(std::string_view path, std::string_view size_name, std::size_t count) {
  Page page;
  page.count = count;
  if (const auto text = query_value(path, "page"); path.contains('?') && !text.empty()) page.number = std::stoul(text);
  if (const auto text = query_value(path, size_name); path.contains('?') && !text.empty()) page.size = std::stoul(text);
  page.first = (page.number - 1) * page.size;
  return page;
}

json::object entity(const FakeRule::Person& person) {
  json::array tags;
  for (const auto& tag : person.tags) tags.push_back(json::object{{"id", 1}, {"name", tag}});
  return {{"id", person.id},
          {"email", person.email},
          {"phone_number", person.phone},
          {"opted_in", person.opted_in},
          {"suppressed", person.suppressed},
          {"tags", tags}};
}

}  // namespace

Async<std::optional<std::string>> FakeMemory::find(app::AccountId, std::string name) {
  const auto found = kept.find(name);
  co_return found == kept.end() ? std::nullopt : std::optional(found->second);
}

Async<void> FakeMemory::save(app::AccountId, std::string name, std::string value) {
  kept[name] = value;
  co_return;
}

Async<std::vector<domain::BonusCheck>> FakeEdits::merge(const app::Account&, domain::ContactId, app::RemoteBonus remote) {
  shown.push_back(std::move(remote));
  co_return ledger;
}

http::Send FakeRule::transport() {
  return [this](http::OutboundRequest request) -> Async<http::OutboundResult> {
    const auto call = read(request);
    received.push_back(call);
    running_max = std::max(running_max, ++running);
    for (int i = 0; i < 3; ++i) co_await wait_for_callback<bool>([](Resume<bool> resume) { resume(true); });
    --running;
    co_return answer(call);
  };
}

FakeRule::Received FakeRule::read(const http::OutboundRequest& request) {
  Received call{request.method, request.url.substr(std::string("https://rule.test/api").size()), {}, request.headers};
  if (!request.body.empty()) call.body = *parse_json(request.body);
  return call;
}

http::OutboundResult FakeRule::serve(const http::OutboundRequest& request) { return answer(read(request)); }

http::OutboundResult FakeRule::answer(const Received& call) {
  const auto line = std::string(http::method_name(call.method)) + " " + call.path;
  const auto fault = std::ranges::find_if(faults, [&](const Fault& f) { return f.count > 0 && line.starts_with(f.path); });
  if (fault == faults.end() || fault->work_is_done) {
    const auto reply = work(call);
    errors += reply.status >= 400 ? 1 : 0;
    if (fault == faults.end())
      return http::OutboundResponse{reply.status, answer_headers, reply.body.is_null() ? "" : to_json_text(reply.body)};
  }
  --fault->count;
  if (fault->status == 0) return std::unexpected(http::TransportError{"cut", true, true});
  return http::OutboundResponse{fault->status, fault->headers, fault->body};
}

FakeRule::Reply FakeRule::work(const Received& call) {
  using enum http::Method;
  const std::string_view path = call.path;
  const auto& body = call.body.is_object() ? call.body.get_object() : none();
  if (call.method == post && path == "/v2/subscribers") return upsert(body);
  if (call.method == post && path == "/v2/customizations") return create_fields(body);
  if (call.method == post && path == "/v2/transactionals") {
    transactionals.push_back(body);
    return {200, {{"transaction_id", static_cast<std::int64_t>(transactionals.size())}}};
  }
  if (path == "/v3/suppressions/") return change_suppressions(call.method == post, body);
  if (call.method == get && path.starts_with("/v2/customizations")) return list_groups(path);
  if (call.method == get && path.starts_with("/v2/subscribers?")) return list_people(path);
  if (call.method == get && path == "/v2/sender/details") return {200, {{"account_id", 77}, {"company", "Shop AB"}}};
  if (call.method == get && path.starts_with("/v2/subscriber/")) return fields_of_person(path);
  if (call.method == get && path.starts_with("/v2/subscribers/")) return find_person(path);
  if (call.method == delete_ && path.contains("/tags/")) return remove_tag(path);
  if (call.method == delete_) return remove_person(path);
  const auto id = id_after(path, path.starts_with("/v2/") ? "/v2/subscribers/" : "/v3/custom-field-data/");
  if (!people.contains(id)) return {404, {{"error", "NotFound"}}};
  if (call.method == put && path.starts_with("/v2/")) return change_person(id, body);
  if (call.method == post && path.contains("/tags?")) return add_tags(people[id], body, true);
  if (call.method == post) return append_records(id, body);
  if (call.method == get && path.contains("/search?")) return search_record(id, path);
  if (call.method == get) return list_records(id, path);
  return change_record(id, body);
}

FakeRule::Reply FakeRule::change_suppressions(bool suppress, const json::object& body) {
  for (const auto& id : body.at("subscribers").as_array())
    for (const auto& type : body.at("message_types").as_array()) {
      auto& list = people.at(id.as_int64()).suppressed;
      const json::value entry{{"dispatcher_type", "campaign"}, {"message_type", type}};
      if (auto* known = std::ranges::find(list, entry); known != list.end()) list.erase(known);
      if (suppress) list.push_back(entry);
    }
  return {204, nullptr};
}

FakeRule::Reply FakeRule::upsert(const json::object& body) {
  const auto& subscribers = body.at("subscribers");
  if (const auto* entry = subscribers.if_object()) return upsert_one(*entry, body, true);
  const auto& list = subscribers.as_array();
  for (const auto& entry : list)
    if (auto refused = refusal(entry.as_object())) return *refused;
  for (const auto& entry : list) upsert_one(entry.as_object(), body, list.size() < 20);
  return {200, {{"message", "Success"}}};
}

std::optional<FakeRule::Reply> FakeRule::refusal(const json::object& entry) const {
  const auto phone = text_member(entry, "phone_number");
  if (!phone.empty() && phone == refused_phone)
    return Reply{400, error_body("Invalid", "subscribers.phone_number", "No such number: " + phone)};
  const auto email = text_member(entry, "email");
  if (!email.empty() && email == refused_email) return Reply{400, error_body("Invalid", "subscribers.email", "Bad: " + email)};
  for (const auto& item : entry.at("fields").as_array()) {
    const auto& value = item.as_object().at("value");
    const bool empty = value.is_string() ? value.get_string().empty() : value.is_array() && value.get_array().empty();
    if (empty && !takes_empty_values) return Reply{400, error_body("Invalid", "subscribers.fields.0.value", "Required")};
  }
  return std::nullopt;
}

FakeRule::Reply FakeRule::upsert_one(const json::object& entry, const json::object& body, bool runs_automation) {
  if (auto refused = refusal(entry)) return *refused;
  const auto email = text_member(entry, "email");
  const auto phone = text_member(entry, "phone_number");
  auto* found = find("email", email);
  if (found == nullptr) found = find("phone_number", phone);
  auto& person = found != nullptr ? *found : add_person(email, phone);
  if (!phone.empty()) person.phone = phone;
  write_fields(person, entry);
  add_tags(person, body, runs_automation);
  if (!answers_with_id) return {200, {{"message", "Success"}}};
  return {200, {{"message", "Success"}, {"subscriber", entity(person)}}};
}

void FakeRule::write_fields(Person& person, const json::object& entry) {
  std::map<std::string, Content> of_groups;
  for (const auto& item : entry.at("fields").as_array()) {
    const auto key = text_member(item.as_object(), "key");
    field_types.try_emplace(key, text_member(item.as_object(), "type"));
    of_groups[key.substr(0, key.find('.'))][key.substr(key.find('.') + 1)] = item.as_object().at("value");
  }
  for (auto& [group, content] : of_groups) {
    groups.try_emplace(group, false);
    if (groups[group]) person.records[group].push_back(content);
    for (auto& [name, value] : content) person.flat[group][name] = value;
  }
}

FakeRule::Reply FakeRule::add_tags(Person& person, const json::object& body, bool runs_automation) {
  const auto* tags = body.if_contains("tags");
  if (tags == nullptr) return {200, {{"message", "Success"}}};
  for (const auto& tag : tags->as_array()) {
    person.tags.insert(std::string(tag.as_string()));
    if (text_member(body, "automation") != "reset" || !runs_automation) continue;
    started.push_back(person.email + " " + std::string(tag.as_string()));
    person.opted_in = true;  // the trap: any automation unblocks
    person.suppressed.clear();
  }
  return {200, {{"message", "Success"}}};
}

FakeRule::Reply FakeRule::remove_tag(std::string_view path) {
  const auto id = id_after(path, "/v2/subscribers/");
  const auto begin = path.find("/tags/") + 6;
  const auto tag = *http::percent_decode(path.substr(begin, path.find('?') - begin));
  return people[id].tags.erase(tag) == 1 ? Reply{200, {{"message", "Success"}}} : Reply{404, {{"error", "NotFound"}}};
}

FakeRule::Reply FakeRule::list_people(std::string_view path) const {
  const auto page = page_of(path, "limit", people.size());
  json::array list;
  std::size_t index = 0;
  for (const auto& [id, person] : people) {
    if (index++ < page.first || list.size() == page.size) continue;
    auto item = entity(person);
    item["suppressed"] = !person.suppressed.empty();
    item["updated_at"] = person.updated_at;
    list.push_back(std::move(item));
  }
  return {200, {{"subscribers", list}, {"meta", page.meta("/v2/subscribers")}}};
}

FakeRule::Reply FakeRule::list_groups(std::string_view path) const {
  const auto page = page_of(path, "limit", groups.size());
  json::array list;
  std::size_t index = 0;
  for (const auto& [name, _] : groups)
    if (index++ >= page.first && list.size() < page.size) list.push_back(json::object{{"id", index}, {"name", name}});
  return {200, {{"groups", list}, {"meta", page.meta("/v2/customizations")}}};
}

FakeRule::Reply FakeRule::list_records(std::int64_t id, std::string_view path) {
  const http::Query query(path.substr(path.find('?') + 1));
  json::array all;
  const auto add = [&](const std::string& group, const Content& content, std::size_t number) {
    json::array values;
    for (const auto& [name, value] : content)
      values.push_back(json::object{{"field_name", name}, {"field_type", "text"}, {"field_value", value}});
    all.push_back(json::object{{"id", 5000 + number},
                               {"group_name", group},
                               {"historical", groups[group]},
                               {"created_at", fmt::format("2026-11-{:02} 10:00:00", std::min<std::size_t>(number + 1, 30))},
                               {"values", values}});
  };
  for (const auto& [group, historical] : groups) {
    const auto wanted = query.all("groups_name");
    if (std::ranges::find(wanted, group) == wanted.end()) continue;
    std::size_t number = 0;
    for (const auto& content : people[id].records[group]) add(group, content, number++);
    if (!historical && people[id].flat.contains(group)) add(group, people[id].flat[group], 0);
  }
  const auto page = page_of(path, "per_page", all.size());
  json::array some;
  for (std::size_t i = page.first; i < all.size() && some.size() < page.size; ++i) some.push_back(all[i]);
  return {200, {{"data", some}, {"meta", json::object{{"page", page.number}, {"per_page", page.size}}}}};
}

FakeRule::Reply FakeRule::find_person(std::string_view path) {
  const auto begin = std::string_view("/v2/subscribers/").size();
  const auto text = *http::percent_decode(path.substr(begin, path.find('?') - begin));
  const auto* found = find(query_value(path, "identified_by"), text);
  return found == nullptr ? Reply{404, {{"error", "NotFound"}}} : Reply{200, {{"subscriber", entity(*found)}}};
}

FakeRule::Reply FakeRule::remove_person(std::string_view path) {
  const auto reply = find_person(path);
  if (reply.status != 200) return reply;
  people.erase(reply.body.at("subscriber").at("id").as_int64());
  return {200, {{"message", "Success"}}};
}

FakeRule::Reply FakeRule::fields_of_person(std::string_view path) {
  const auto id = id_after(path, "/v2/subscriber/");
  if (!people.contains(id)) return {404, {{"error", "NotFound"}}};
  json::array list;
  for (const auto& [group, content] : people[id].flat) {
    json::array fields;
    for (const auto& [name, value] : content) fields.push_back(json::object{{"key", name}, {"value", value}});
    list.push_back(json::object{{"name", group}, {"historical", groups[group]}, {"fields", fields}});
  }
  return {200, {{"groups", list}}};
}

FakeRule::Reply FakeRule::change_person(std::int64_t id, const json::object& body) {
  if (auto refused = refusal(body)) return *refused;
  auto& person = people[id];
  const auto email = text_member(body, "email");
  if (const auto* other = find("email", email); other != nullptr && other->id != id) return {409, {{"error", "Conflict"}}};
  if (!email.empty()) person.email = email;
  if (const auto phone = text_member(body, "phone_number"); !phone.empty()) person.phone = phone;
  write_fields(person, body);
  return {200, {{"subscriber", entity(person)}}};
}

FakeRule::Reply FakeRule::create_fields(const json::object& body) {
  for (const auto& item : body.at("fields").as_array()) {
    const auto key = text_member(item.as_object(), "key");
    groups.try_emplace(key.substr(0, key.find('.')), false);
    field_types.try_emplace(key, text_member(item.as_object(), "type"));
  }
  return {200, {{"message", "Success"}}};
}

FakeRule::Reply FakeRule::append_records(std::int64_t id, const json::object& body) {
  for (const auto& item : body.at("groups").as_array()) {
    const auto& write = item.as_object();
    const auto group = text_member(write, "group");
    groups.try_emplace(group, true);
    if (flat_group_becomes_historical) groups[group] = true;
    Content content;
    for (const auto& value : write.at("values").as_array()) {
      const auto name = text_member(value.as_object(), "field");
      content[name] = value.as_object().at("value");
      field_types.try_emplace(group + "." + name, "text");
    }
    people[id].records[group].push_back(std::move(content));
  }
  return {201, {{"data", json::array{}}}};
}

FakeRule::Reply FakeRule::search_record(std::int64_t id, std::string_view path) {
  const auto group = query_value(path, "group");
  for (const auto& record : people[id].records[group])
    if (const auto at = record.find(query_value(path, "field"));
        at != record.end() && text_of(at->second) == query_value(path, "value"))
      return {200, {{"data", json::object{{"id", 5}, {"group_name", group}, {"historical", groups[group]}}}}};
  return {404, {{"message", "Not found"}}};
}

FakeRule::Reply FakeRule::change_record(std::int64_t id, const json::object& body) {
  const auto& by = body.at("identifier").as_object();
  for (auto& record : people[id].records[text_member(by, "group")]) {
    if (text_of(record[text_member(by, "field")]) != text_member(by, "value")) continue;
    for (const auto& value : body.at("values").as_array())
      record[text_member(value.as_object(), "field")] = value.as_object().at("value");
    return {204, nullptr};
  }
  return {404, {{"message", "Not found"}}};
}

FakeRule::Person& FakeRule::add_person(std::string email, std::string phone) {
  const auto id = static_cast<std::int64_t>(1000 + people.size());
  auto& person = people[id];
  person.id = id;
  person.email = std::move(email);
  person.phone = std::move(phone);
  return person;
}

FakeRule::Person& FakeRule::person(std::string_view email) {
  auto* found = find("email", email);
  if (found == nullptr) throw std::runtime_error("nobody in the imitated Rule has the e-mail " + std::string(email));
  return *found;
}

FakeRule::Person* FakeRule::find(std::string_view by, std::string_view text) {
  if (text.empty()) return nullptr;
  for (auto& [id, person] : people) {
    if (by == "email" && person.email == text) return &person;
    if (by == "phone_number" && person.phone == text) return &person;
    if (by == "id" && std::to_string(id) == text) return &person;
  }
  return nullptr;
}

std::vector<FakeRule::Received> FakeRule::received_at(std::string_view begin) const {
  std::vector<Received> some;
  for (const auto& call : received)
    if ((std::string(http::method_name(call.method)) + " " + call.path).starts_with(begin)) some.push_back(call);
  return some;
}

}  // namespace kassabro::rule
