// A due message of an automation becomes a letter, or a reason why not.
#include "sandbox/rule/delivery.hpp"

#include <algorithm>

#include "base/ids.hpp"
#include "sandbox/rcml/mail.hpp"
#include "sandbox/rcml/tokens.hpp"
#include "sandbox/rule/editor.hpp"
#include "sandbox/rule/reader.hpp"

namespace kassabro::sandbox::rule {
namespace {

// What one letter is written from; all of it exists.
struct Draft {
  const json::object *message = nullptr, *set = nullptr, *design = nullptr;
};

bool has_tag(const Subscriber& subscriber, const json::value& trigger) {
  const auto tag_id = int_member(trigger.as_object(), "id").value_or(0);
  return std::ranges::find(subscriber.tags, tag_id, &TagLink::tag_id) != subscriber.tags.end();
}

// The first active set whose tag the subscriber has, else the default one.
const json::object* choose_set(const Account& account, const Subscriber& subscriber, std::int64_t message_id) {
  const json::object* fallback = nullptr;
  for (const auto& [_, set] : editor_store(account, "dynamic-set")) {
    if (int_member(set, "message_id") != message_id || bool_member(set, "active") != true) continue;
    const auto& trigger = set.at("trigger");
    if (trigger.is_object() && has_tag(subscriber, trigger)) return &set;
    if (trigger.is_null()) fallback = &set;
  }
  return fallback;
}

// Everything must still be there and active when the time has come. Returns why it is not, "" when it is.
std::string find_draft(const Account& account, const Subscriber& subscriber, const Sending& sending, Draft& draft) {
  const auto* automail = find_editor_object(account, "automail", sending.automail_id);
  if (automail == nullptr || bool_member(*automail, "active") != true) return "The automail is not active.";
  draft.message = find_editor_object(account, "message", sending.message_id);
  if (draft.message == nullptr) return "The message was deleted.";
  if (bool_member(draft.message->at("automail_setting").as_object(), "active") != true) return "The message is not active.";
  draft.set = choose_set(account, subscriber, sending.message_id);
  if (draft.set == nullptr) return "The message has no active dynamic set.";
  draft.design = find_editor_object(account, "template", int_member(*draft.set, "template_id").value_or(0));
  return draft.design == nullptr ? "The dynamic set has no template." : "";
}

// A set's own subject, pre-header and sender go before the message's.
std::string text_of_draft(const Draft& draft, std::string_view name) {
  const auto own = text_member(*draft.set, name);
  return own.empty() ? text_member(*draft.message, name) : own;
}

std::string sender_of(const Account& account, const Draft& draft, bool is_sms) {
  const auto& own = draft.set->at("sender");
  const auto& sender = own.is_object() ? own : draft.message->at("sender");
  const auto name = sender.is_object() ? text_member(sender.get_object(), "name") : "";
  const auto email = sender.is_object() ? text_member(sender.get_object(), "email") : "";
  if (is_sms) return name.empty() ? "Shop" : name;
  return (name.empty() ? account.name : name) + " <" + (email.empty() ? "hello@example.com" : email) + ">";
}

void write(Account& account, Subscriber& subscriber, const Draft& draft, Letter& letter) {
  const auto link = std::string(letter_root) + "/rule/letters/" + std::to_string(account.id) + "/" + std::to_string(letter.id) +
                    "-" + letter.secret;
  const Reader reader(account, subscriber, {link + "/unsubscribe", link}, letter.at);
  const auto& document = draft.design->at("template");
  if (letter.is_sms) {
    letter.plain = rcml::render_sms(document, reader).plain;
    return;
  }
  auto mail =
      rcml::render_email(document, reader, letter.subject, rcml::fill_tokens(text_of_draft(draft, "pre_header"), reader));
  letter.html = std::move(mail.html);
  letter.plain = std::move(mail.plain);
}

void send(Account& account, Subscriber& subscriber, const AutomationPass& pass, Sending& sending) {
  Draft draft;
  sending.state = Sending::State::not_sent;
  sending.reason = find_draft(account, subscriber, sending, draft);
  if (!sending.reason.empty()) return;
  Letter letter;
  letter.is_sms = text_member(*draft.design, "message_type") == "text_message";
  letter.to = letter.is_sms ? subscriber.phone : subscriber.email;
  if (letter.to.empty()) {
    sending.reason = letter.is_sms ? "The subscriber has no phone number." : "The subscriber has no email address.";
    return;
  }
  const auto& automail = *find_editor_object(account, "automail", sending.automail_id);
  const auto* tag = account.find_tag(pass.tag_id);
  letter.id = account.next_id();
  letter.at = sending.due_at;
  letter.account_id = account.id;
  letter.subscriber_id = subscriber.id;
  letter.is_transactional = int_member(automail, "sendout_type") == 2;
  letter.from = sender_of(account, draft, letter.is_sms);
  letter.automail_id = sending.automail_id;
  letter.message_id = sending.message_id;
  letter.tag = tag == nullptr ? "" : tag->name;
  letter.secret = random_hex(8);
  letter.reason = sending.reason = refusal_to_write(subscriber, letter.is_sms, letter.is_transactional);
  letter.is_suppressed = !letter.reason.empty();
  if (!letter.is_sms)
    letter.subject = rcml::fill_tokens(text_of_draft(draft, "subject"), Reader(account, subscriber, {}, letter.at));
  if (!letter.is_suppressed) {
    write(account, subscriber, draft, letter);
    sending.state = Sending::State::sent;
  }
  sending.letter_id = letter.id;
  account.keep_letter(std::move(letter));
}

bool deliver(Account& account, const DueMessage& due) {
  auto* subscriber = account.find_subscriber(due.subscriber_id);
  if (subscriber == nullptr) return false;
  const auto pass = std::ranges::find(subscriber->passes, due.pass_id, &AutomationPass::id);
  if (pass == subscriber->passes.end()) return false;
  const auto sending = std::ranges::find(pass->sendings, due.message_id, &Sending::message_id);
  if (sending == pass->sendings.end() || sending->state != Sending::State::queued) return false;
  send(account, *subscriber, *pass, *sending);
  return sending->state == Sending::State::sent;
}

}  // namespace

std::string refusal_to_write(const Subscriber& subscriber, bool is_sms, bool is_transactional) {
  const std::string_view dispatcher = is_transactional ? "transactional" : "campaign";
  const std::string_view channel = is_sms ? "text_message" : "email";
  for (const auto& known : subscriber.suppressions)
    if (known.dispatcher_type == dispatcher && known.message_type == channel) return "The subscriber is suppressed.";
  if (is_transactional || subscriber.status == Status::active) return "";
  return subscriber.status == Status::blocked ? "The subscriber is blocked." : "The subscriber has not confirmed.";
}

std::size_t deliver_due(Account& account, Timestamp now) {
  std::size_t sent = 0;
  while (!account.due.empty() && account.due.begin()->first <= now) {
    const auto due = account.due.begin()->second;
    account.due.erase(account.due.begin());
    sent += deliver(account, due) ? 1 : 0;
  }
  return sent;
}

std::size_t deliver_due(State& state, Timestamp now) {
  std::size_t sent = 0;
  for (const auto& [_, account] : state.accounts()) sent += deliver_due(*account, now);
  return sent;
}

}  // namespace kassabro::sandbox::rule
