// Suppressions, transactionals, preference groups and the account of v2 (contract, sections 6, 7 and 9).
#include <array>

#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/handlers.hpp"

namespace kassabro::sandbox::rule {
namespace {

struct Channel {
  std::string_view dispatcher, message;
};

// v2 writes "transaction" where it reads "transactional" (contract, section 6): both are taken.
std::string_view dispatcher_named(std::string_view text) {
  return text == "transaction" || text == "transactional" ? "transactional" : text == "campaign" ? "campaign" : "";
}

bool is_message_type(std::string_view text) { return text == "email" || text == "text_message"; }

OrRefusal<std::vector<Channel>> parse_suppress_on(Call& call) {
  static constexpr std::array<Channel, 4> all{
      {{"campaign", "email"}, {"campaign", "text_message"}, {"transactional", "email"}, {"transactional", "text_message"}}};
  const auto* given = call.body.if_contains("suppress_on");
  if (given == nullptr || given->is_null()) return std::vector<Channel>(all.begin(), all.end());
  if (!given->is_object()) return refuse_field(400, "ValidationError", "suppress_on", "Must be an object of lists.");
  std::vector<Channel> channels;
  for (const auto& [name, list] : given->get_object()) {
    const auto dispatcher = dispatcher_named({name.data(), name.size()});
    if (dispatcher.empty() || !list.is_array())
      return refuse_field(400, "ValidationError", "suppress_on", "Must hold lists named campaign or transaction.");
    for (const auto& entry : list.get_array()) {
      const auto type = text_of(entry).value_or("");
      if (!is_message_type(type)) return refuse_field(400, "ValidationError", "suppress_on", "Must be email or text_message.");
      channels.push_back({dispatcher, type == "email" ? std::string_view("email") : std::string_view("text_message")});
    }
  }
  return channels;
}

Subscriber* find_by_object(Call& call, const json::value& value) {
  if (!value.is_object()) return call.account.find_subscriber(IdentifiedBy::id, text_of(value).value_or(""));
  const auto& object = value.get_object();
  auto* subscriber = call.account.find_subscriber(IdentifiedBy::email, text_member(object, "email"));
  if (subscriber == nullptr)
    subscriber = call.account.find_subscriber(IdentifiedBy::phone_number, text_member(object, "phone_number"));
  if (subscriber == nullptr) subscriber = call.account.find_subscriber(IdentifiedBy::id, text_member(object, "id"));
  return subscriber;
}

}  // namespace

Answer post_suppressions_v2(Call& call) {
  const auto* list = call.body.if_contains("subscribers");
  if (list == nullptr || !list->is_array())
    return refuse_field(400, "ValidationError", "subscribers", "The subscribers must be a list.");
  const auto channels = parse_suppress_on(call);
  if (!channels) return refuse(channels.error());
  for (const auto& value : list->get_array())
    if (auto* subscriber = find_by_object(call, value))
      for (const auto& [dispatcher, message] : *channels) suppress_subscriber(call, *subscriber, dispatcher, message, "api");
  return success();
}

Answer list_suppressions_v2(Call& call) {
  const auto page = parse_page_v2(call);
  if (!page) return refuse(page.error());
  json::array items;
  std::size_t index = 0;
  for (const auto& [_, subscriber] : call.account.subscribers())
    for (auto& entry : suppressions_json(subscriber)) {
      if (index++ < page->first() || items.size() == page->size) continue;
      entry.as_object()["subscriber"] = webhook_subscriber(subscriber);
      items.push_back(std::move(entry));
    }
  return json_answer(json::object{{"suppressions", std::move(items)}, {"meta", page_meta(call, *page, index)}});
}

Answer delete_suppression_v2(Call& call) {
  const auto subscriber = named_subscriber(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto dispatcher = dispatcher_named(call.query.find("dispatcher_type").value_or(""));
  const auto message = call.query.find("message_type").value_or("");
  for (const auto& known : std::vector<Suppression>((*subscriber)->suppressions)) {
    if (!dispatcher.empty() && known.dispatcher_type != dispatcher) continue;
    if (!message.empty() && known.message_type != message) continue;
    unsuppress_subscriber(call, **subscriber, known.dispatcher_type, known.message_type);
  }
  return success();
}

// Root object; the cheapest "is the key good, which account" probe (SEEN).
Answer get_sender_details_v2(Call& call) {
  return json_answer(json::object{{"status", 200},
                                  {"account_id", call.account.id},
                                  {"name", call.account.name},
                                  {"email", "hello@example.com"},
                                  {"company", call.account.name},
                                  {"text_message_sender_name", "Shop"},
                                  {"link_instead_of_stop_word", false}});
}

Answer list_preference_groups_v2(Call&) { return json_answer(json::object{{"preference_groups", json::array{}}}); }

Answer get_preference_group_v2(Call&) { return refuse(404, "NotFound", "The preference group does not exist."); }

Answer list_templates_v2(Call&) { return json_answer(json::object{{"templates", json::array{}}}); }

// Accounts are for super-admin keys only (SEEN).
Answer refuse_accounts(Call&) { return refuse(403, "Forbidden", "This key may not manage accounts."); }

}  // namespace kassabro::sandbox::rule
