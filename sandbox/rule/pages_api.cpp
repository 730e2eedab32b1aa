#include "sandbox/rule/pages_api.hpp"

#include <algorithm>
#include <charconv>
#include <ranges>

#include "http/router.hpp"
#include "http/url.hpp"
#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/delivery.hpp"
#include "sandbox/rule/hand_edit.hpp"
#include "sandbox/rule/inbox.hpp"
#include "sandbox/rule/subscriber_card.hpp"
#include "sandbox/rule/wire.hpp"

namespace kassabro::sandbox::rule {
namespace {

std::size_t number_or(std::optional<std::string_view> text, std::size_t fallback) {
  std::size_t number = 0;
  if (!text || std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc{} || number == 0)
    return fallback;
  return number;
}

Answer list_accounts(Call& call) {
  json::array items;
  for (const auto& [id, account] : call.state.accounts()) items.push_back(json::object{{"id", id}, {"name", account->name}});
  return json_answer(json::object{{"items", std::move(items)}});
}

Answer list_keys(Call& call) {
  json::array items;
  for (const auto* key : call.state.keys_of(call.account.id))
    items.push_back(
        json::object{{"id", key->id},
                     {"name", key->name},
                     {"masked", "rk_…" + key->key.substr(key->key.size() - std::min<std::size_t>(4, key->key.size()))},
                     {"created_at", to_rule_time(key->created_at)}});
  return json_answer(json::object{{"items", std::move(items)}});
}

Answer add_key(Call& call) {
  auto name = text_member(call.body, "name");
  if (trimmed(name).empty()) return refuse_field(400, "", "name", "Give the key a name.");
  const auto& key = call.state.add_key(call.account.id, std::move(name), call.now);
  return json_answer(
      json::object{{"id", key.id}, {"name", key.name}, {"key", key.key}, {"created_at", to_rule_time(key.created_at)}});
}

Answer remove_key(Call& call) {
  const auto id = static_cast<std::int64_t>(number_or(call.params[1], 0));
  if (!call.state.remove_key(call.account.id, id)) return refuse(404, "", "There is no such key.");
  return no_content();
}

bool contains_nocase(std::string_view text, std::string_view part) {
  return std::ranges::search(text, part, [](char a, char b) { return ascii_lower(a) == ascii_lower(b); }).begin() != text.end();
}

// Part of the e-mail, the phone or a name field; what else is in the groups (products, receipts) would only mislead.
bool matches(Account& account, const Subscriber& subscriber, std::string_view query) {
  if (query.empty() || contains_nocase(subscriber.email, query) || contains_nocase(subscriber.phone, query)) return true;
  for (const auto& data : subscriber.groups) {
    const auto* group = account.find_group(data.group_id);
    if (group == nullptr || group->historical || data.records.empty()) continue;
    for (const auto& field : group->fields) {
      if (!contains_nocase(field.name, "name")) continue;
      const auto value = std::ranges::find(data.records.back().values, field.id, &FieldValue::field_id);
      if (value != data.records.back().values.end() && contains_nocase(value->text, query)) return true;
    }
  }
  return false;
}

json::object row_of(Call& call, const Subscriber& subscriber) {
  json::array tags;
  for (const auto& link : subscriber.tags)
    if (const auto* tag = call.account.find_tag(link.tag_id)) tags.push_back(json::string(tag->name));
  return {{"id", subscriber.id},
          {"email", text_or_null(subscriber.email)},
          {"phone_number", text_or_null(subscriber.phone)},
          {"status", to_text(subscriber.status)},
          {"tags", std::move(tags)},
          {"created_at", to_rule_time(subscriber.created_at)},
          {"updated_at", to_rule_time(subscriber.updated_at)}};
}

// Newest first, as a list of people is read.
Answer list_subscribers(Call& call) {
  const auto query = trimmed(call.query.find("query").value_or(""));
  const auto per_page = std::min<std::size_t>(200, number_or(call.query.find("per_page"), 25));
  const auto first = (number_or(call.query.find("page"), 1) - 1) * per_page;
  const auto& ids = call.account.subscriber_ids();
  std::size_t total = 0;
  json::array items;
  const auto visit = [&](std::int64_t id) {
    const auto& subscriber = *call.account.find_subscriber(id);
    if (!matches(call.account, subscriber, query)) return;
    if (total >= first && items.size() < per_page) items.push_back(row_of(call, subscriber));
    ++total;
  };
  if (query.empty()) {  // all of them match, so only the page is looked at
    for (std::size_t i = first; i < ids.size() && items.size() < per_page; ++i)
      items.push_back(row_of(call, *call.account.find_subscriber(ids[ids.size() - 1 - i])));
    total = ids.size();
  } else {
    for (const auto id : ids | std::views::reverse) visit(id);
  }
  return json_answer(json::object{{"items", std::move(items)}, {"total", total}});
}

OrRefusal<Subscriber*> subscriber_of_path(Call& call) {
  auto* subscriber = call.account.find_subscriber(IdentifiedBy::id, call.params[1]);
  if (subscriber == nullptr) return refuse(404, "", "There is no such subscriber.");
  return subscriber;
}

Answer get_card(Call& call) {
  const auto subscriber = subscriber_of_path(call);
  if (!subscriber) return refuse(subscriber.error());
  return http::json_response(subscriber_card(call.account, **subscriber, call.now));
}

// {"group","field","value":text,"record":id}: the page's edit box.
Answer put_field(Call& call) {
  const auto subscriber = subscriber_of_path(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto group = text_member(call.body, "group"), field = text_member(call.body, "field");
  if (group.empty() || field.empty()) return refuse_field(400, "", group.empty() ? "group" : "field", "Is missing.");
  const auto* value = call.body.if_contains("value");
  if (value == nullptr) return refuse_field(400, "", "value", "Is missing.");
  const auto record_id = int_member(call.body, "record").value_or(0);
  if (!edit_field(call.account, **subscriber, group, field, *value, record_id, call.now))
    return refuse(404, "", "There is no such record.");
  return get_card(call);
}

OrRefusal<std::vector<std::string>> parse_message_types(Call& call) {
  const auto* list = call.body.if_contains("message_types");
  if (list == nullptr) return std::vector<std::string>{"email", "text_message"};
  std::vector<std::string> types;
  if (list->is_array())
    for (const auto& entry : list->get_array()) types.push_back(text_of(entry).value_or(""));
  const bool good = std::ranges::all_of(types, [](const auto& type) { return type == "email" || type == "text_message"; });
  if (types.empty() || !good) return refuse_field(400, "", "message_types", "Choose email, text_message or both.");
  return types;
}

// On the page a person acts as the subscriber would, by the unsubscribe link: the source is "user".
Answer suppress(Call& call) {
  const auto subscriber = subscriber_of_path(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto types = parse_message_types(call);
  if (!types) return refuse(types.error());
  for (const auto& type : *types) suppress_subscriber(call, **subscriber, "campaign", type, "user");
  return get_card(call);
}

Answer unsuppress(Call& call) {
  const auto subscriber = subscriber_of_path(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto types = parse_message_types(call);
  if (!types) return refuse(types.error());
  for (const auto& type : *types) unsuppress_subscriber(call, **subscriber, "campaign", type);
  return get_card(call);
}

Answer list_mailbox(Call& call) {
  return json_answer(inbox_json(call.account, Inbox::email, call.query.find("to").value_or(""), call.base_url));
}

Answer list_sms(Call& call) {
  return json_answer(inbox_json(call.account, Inbox::sms, call.query.find("to").value_or(""), call.base_url));
}

Answer list_passes(Call& call) {
  return json_answer(
      passes_json(call.account, call.query.find("tag").value_or(""), call.query.find("to").value_or(""), call.now));
}

using enum http::Method;

constexpr http::Route<Handler> table[] = {
    {get, "/accounts", &list_accounts},
    {get, "/accounts/{account}/keys", &list_keys},
    {post, "/accounts/{account}/keys", &add_key},
    {delete_, "/accounts/{account}/keys/{key}", &remove_key},
    {get, "/accounts/{account}/mailbox", &list_mailbox},
    {get, "/accounts/{account}/sms", &list_sms},
    {get, "/accounts/{account}/passes", &list_passes},
    {get, "/accounts/{account}/subscribers", &list_subscribers},
    {get, "/accounts/{account}/subscribers/{subscriber}", &get_card},
    {put, "/accounts/{account}/subscribers/{subscriber}/fields", &put_field},
    {post, "/accounts/{account}/subscribers/{subscriber}/suppress", &suppress},
    {post, "/accounts/{account}/subscribers/{subscriber}/unsuppress", &unsuppress},
};

http::Response render_page_refusal(const Refusal& refusal) {
  return error_answer(refusal.status, refusal.message, refusal.fields.empty() ? "" : refusal.fields.front().first);
}

}  // namespace

http::Response answer_pages(State& state, const http::Request& request, std::string_view path, Timestamp now) {
  const auto match = http::find_route(std::span<const http::Route<Handler>>(table), request.method, path);
  if (match.route == nullptr) return error_answer(match.path_known ? 405 : 404, "There is no such call.");
  const auto body = parse_object(request.body);
  if (!body) return error_answer(body.error());
  const http::Query query(request.query());
  const std::scoped_lock lock(state.mutex);
  auto* account = state.find_account(State::demo_account);
  if (match.params.size() > 0) account = state.find_account(static_cast<std::int64_t>(number_or(match.params[0], 0)));
  if (account == nullptr) return error_answer(404, "There is no such account.");
  deliver_due(*account, now);
  const auto base_url = "http://" + std::string(request.header("Host").value_or("127.0.0.1"));
  Call call{state, *account, request, query, match.params, *body, Version::v2, now, base_url};
  const auto answer = match.route->handler(call);
  return answer ? *answer : render_page_refusal(answer.error());
}

}  // namespace kassabro::sandbox::rule
