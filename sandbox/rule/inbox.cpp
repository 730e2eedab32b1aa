#include "sandbox/rule/inbox.hpp"

#include <algorithm>

#include "sandbox/rule/phone.hpp"
#include "sandbox/rule/wire.hpp"

namespace kassabro::sandbox::rule {
namespace {

json::value id_or_null(std::int64_t id) { return id == 0 ? json::value() : json::value(id); }

json::object letter_json(const Letter& letter, std::string_view base_url) {
  return {{"id", letter.id},
          {"at", to_rule_time(letter.at)},
          {"to", letter.to},
          {"subject", text_or_null(letter.subject)},
          {"from", letter.from},
          {"html", text_or_null(with_root(letter.html, base_url))},
          {"plain", text_or_null(with_root(letter.plain, base_url))},
          {"automail_id", id_or_null(letter.automail_id)},
          {"message_id", id_or_null(letter.message_id)},
          {"tag", text_or_null(letter.tag)},
          {"transaction_id", id_or_null(letter.transaction_id)},
          {"subscriber_id", id_or_null(letter.subscriber_id)},
          {"kind", letter.is_transactional ? "transactional" : "marketing"},
          {"status", letter.is_suppressed ? "suppressed" : "sent"},
          {"reason", text_or_null(letter.reason)}};
}

json::object pass_json(Account& account, const Subscriber& subscriber, const AutomationPass& pass, Timestamp now) {
  const auto* tag = account.find_tag(pass.tag_id);
  json::array messages;
  for (const auto& sending : pass.sendings)
    messages.push_back(json::object{{"automail_id", sending.automail_id},
                                    {"message_id", sending.message_id},
                                    {"due_at", to_rule_time(sending.due_at)},
                                    {"state", to_text(sending.state)},
                                    {"reason", text_or_null(sending.reason)},
                                    {"letter_id", id_or_null(sending.letter_id)}});
  return {{"id", pass.id},
          {"subscriber_id", subscriber.id},
          {"email", text_or_null(subscriber.email)},
          {"phone_number", text_or_null(subscriber.phone)},
          {"tag", tag == nullptr ? json::value() : json::value(json::string(tag->name))},
          {"mode", pass.mode},
          {"state", state_of(pass, now)},
          {"at", to_rule_time(pass.at)},
          {"messages", std::move(messages)}};
}

}  // namespace

json::object inbox_json(const Account& account, Inbox inbox, std::string_view to, std::string_view base_url) {
  const bool is_sms = inbox == Inbox::sms;
  const auto wanted = is_sms ? parse_phone(to).value_or(std::string(to)) : std::string(trimmed(to));
  json::array items;
  for (const auto& letter : account.letters)
    if (letter.is_sms == is_sms && (wanted.empty() || equal_nocase(letter.to, wanted)))
      items.push_back(letter_json(letter, base_url));
  return {{"items", std::move(items)}};
}

json::object passes_json(Account& account, std::string_view tag, std::string_view to, Timestamp now) {
  const auto* wanted = account.find_tag(tag);
  std::vector<std::pair<std::int64_t, json::object>> found;
  const auto visit = [&](const Subscriber& subscriber) {
    for (const auto& pass : subscriber.passes)
      if (tag.empty() || (wanted != nullptr && pass.tag_id == wanted->id))
        found.emplace_back(pass.id, pass_json(account, subscriber, pass, now));
  };
  if (to.empty()) {
    for (const auto& [_, subscriber] : account.subscribers()) visit(subscriber);
  } else {
    const auto* subscriber = account.find_subscriber(IdentifiedBy::email, to);
    if (subscriber == nullptr) subscriber = account.find_subscriber(IdentifiedBy::phone_number, to);
    if (subscriber != nullptr) visit(*subscriber);
  }
  std::ranges::sort(found, {}, [](const auto& entry) { return entry.first; });
  json::array items;
  for (auto& [_, pass] : found) items.push_back(std::move(pass));
  return {{"items", std::move(items)}};
}

}  // namespace kassabro::sandbox::rule
