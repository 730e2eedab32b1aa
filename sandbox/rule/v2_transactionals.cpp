// POST /v2/transactionals: a ready message to one receiver (contract, section 7).
#include "base/utf8.hpp"
#include "http/basic_credentials.hpp"
#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/delivery.hpp"
#include "sandbox/rule/handlers.hpp"
#include "sandbox/rule/phone.hpp"

namespace kassabro::sandbox::rule {
namespace {

struct Content {
  std::string html, plain;
};

// With a template an email comes as blocks; the sandbox has no such templates and shows their words.
std::string text_of_blocks(const json::array& blocks) {
  std::string out;
  for (const auto& block : blocks) {
    const auto* parts = block.is_object() ? block.get_object().if_contains("block_content") : nullptr;
    if (parts == nullptr || !parts->is_array()) continue;
    for (const auto& part : parts->get_array())
      if (part.is_object())
        for (const auto* name : {"title", "body", "url"})
          if (const auto text = text_member(part.get_object(), name); !text.empty()) out += text + "\n";
  }
  return out;
}

// An email's plain and html parts are base64 (SEEN); blocks and SMS text are taken as they are.
OrRefusal<Content> parse_content(const json::object& body, bool is_email) {
  const auto* content = body.if_contains("content");
  if (content == nullptr || content->is_null())
    return refuse_field(400, "ValidationError", "content", "The content is required.");
  if (!is_email) {
    if (!content->is_string()) return refuse_field(400, "ValidationError", "content", "The content must be text.");
    return Content{"", std::string(content->get_string())};
  }
  if (content->is_array()) return Content{"", text_of_blocks(content->get_array())};
  if (!content->is_object()) return Content{"", text_of(*content).value_or("")};
  Content parts;
  for (const auto& [name, part] : {std::pair{"plain", &parts.plain}, std::pair{"html", &parts.html}}) {
    auto decoded = http::decode_base64(text_member(content->get_object(), name));
    if (!decoded || !is_utf8(*decoded))
      return refuse_field(400, "ValidationError", std::string("content.") + name, "The content must be base64.");
    *part = std::move(*decoded);
  }
  return parts;
}

// "Shop <hello@shop.se>", or whichever half is given.
std::string sender_of(const Call& call) {
  const auto* from = call.body.if_contains("from");
  if (from == nullptr || !from->is_object()) return from == nullptr ? call.account.name : text_of(*from).value_or("");
  auto name = text_member(from->get_object(), "name");
  const auto email = text_member(from->get_object(), "email");
  if (email.empty()) return name;
  return name.empty() ? email : name + " <" + email + ">";
}

void tell_webhook(Call& call, const Letter& letter, const Subscriber* subscriber, const json::value& to) {
  if (!call.state.wants("transaction-sent")) return;
  call.state.emit("transaction-sent",
                  {{"message", json::object{{"id", letter.id},
                                            {"transaction_id", letter.transaction_id},
                                            {"subject", letter.subject},
                                            {"type", letter.is_sms ? "text_message" : "email"},
                                            {"created_at", to_rule_time(call.now)}}},
                   {"subscriber", subscriber == nullptr ? to : json::value(webhook_subscriber(*subscriber))}});
}

}  // namespace

Answer post_transactional_v2(Call& call) {
  const auto type = text_member(call.body, "transaction_type");
  if (type != "email" && type != "text_message")
    return refuse_field(400, "ValidationError", "transaction_type", "Must be email or text_message.");
  const auto* to = call.body.if_contains("to");
  const bool is_email = type == "email";
  const auto* address = is_email ? "email" : "phone_number";
  const auto receiver = to != nullptr && to->is_object() ? text_member(to->get_object(), address) : "";
  if (receiver.empty()) return refuse_field(400, "ValidationError", std::string("to.") + address, "The receiver is required.");
  auto content = parse_content(call.body, is_email);
  if (!content) return refuse(content.error());
  const auto id = call.account.next_id();
  call.account.transactionals.push_back({id, call.now, call.body});
  const auto* subscriber = call.account.find_subscriber(is_email ? IdentifiedBy::email : IdentifiedBy::phone_number, receiver);
  Letter letter;
  letter.id = call.account.next_id();
  letter.at = call.now;
  letter.account_id = call.account.id;
  letter.subscriber_id = subscriber == nullptr ? 0 : subscriber->id;
  letter.is_sms = !is_email;
  letter.is_transactional = true;
  letter.to = is_email ? receiver : parse_phone(receiver).value_or(receiver);
  letter.from = sender_of(call);
  letter.subject = text_member(call.body, "subject");
  letter.html = std::move(content->html);
  letter.plain = std::move(content->plain);
  letter.transaction_id = id;
  if (subscriber != nullptr) letter.reason = refusal_to_write(*subscriber, letter.is_sms, true);
  letter.is_suppressed = !letter.reason.empty();
  if (!letter.is_suppressed) tell_webhook(call, letter, subscriber, *to);
  call.account.keep_letter(std::move(letter));
  return json_answer(json::object{{"message", "Success"}, {"transaction_id", id}});
}

}  // namespace kassabro::sandbox::rule
