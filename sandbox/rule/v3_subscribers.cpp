// v3 subscribers, tags, block and suppressions (contract, sections 3 and 6).
#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/handlers.hpp"
#include "sandbox/rule/phone.hpp"

namespace kassabro::sandbox::rule {
namespace {

constexpr std::size_t bulk_max = 1000;

// `phone` goes out, `phone_number` comes in (SEEN, FEEDBACK #4).
json::object subscriber_v3(const Call& call, const Subscriber& subscriber) {
  return {{"id", subscriber.id},
          {"email", text_or_null(subscriber.email)},
          {"phone", text_or_null(subscriber.phone)},
          {"custom_identifier", text_or_null(subscriber.custom_identifier)},
          {"account_id", call.account.id},
          {"created_at", to_rule_time(subscriber.created_at)},
          {"updated_at", to_rule_time(subscriber.updated_at)},
          {"status", to_text(subscriber.status)},
          {"language", subscriber.language}};
}

std::optional<Status> parse_status(std::string_view text) {
  if (text.empty() || text == "ACTIVE") return Status::active;
  if (text == "BLOCKED") return Status::blocked;
  if (text == "PENDING") return Status::pending;
  return std::nullopt;
}

struct NewSubscriber {
  std::string email, phone, custom_identifier;
  Status status = Status::active;
};

OrRefusal<NewSubscriber> parse_new_subscriber(const json::object& body) {
  NewSubscriber parsed;
  const auto invalid_field = [](const char* field, const char* text) {
    return refuse_field(422, "ValidationError", field, text);
  };
  if (const auto text = text_member(body, "email"); !text.empty()) {
    const auto email = parse_email(text);
    if (!email) return invalid_field("email", "The email must be a valid email address.");
    parsed.email = *email;
  }
  if (const auto text = text_member(body, "phone_number"); !text.empty()) {
    const auto phone = parse_phone(text);
    if (!phone) return invalid_field("phone_number", "The phone number is not valid.");
    parsed.phone = *phone;
  }
  parsed.custom_identifier = text_member(body, "custom_identifier");
  if (parsed.email.empty() && parsed.phone.empty() && parsed.custom_identifier.empty())
    return invalid_field("email", "One of email, phone_number and custom_identifier is required.");
  const auto status = parse_status(text_member(body, "status"));
  if (!status) return invalid_field("status", "The selected status is invalid.");
  parsed.status = *status;
  return parsed;
}

// An identifier object must hold exactly one member; the server rejects none and several (SEEN).
OrRefusal<std::vector<Subscriber*>> parse_bulk(Call& call) {
  const auto* list = call.body.if_contains("subscribers");
  if (list == nullptr || !list->is_array() || list->get_array().empty())
    return refuse_field(422, "ValidationError", "subscribers", "The subscribers field is required.");
  if (list->get_array().size() > bulk_max)
    return refuse_field(413, "TooManySubscribers", "subscribers", "The subscribers may not have more than 1000 items.");
  std::vector<Subscriber*> found;
  for (std::size_t i = 0; i < list->get_array().size(); ++i) {
    const auto& value = list->get_array()[i];
    Subscriber* subscriber = nullptr;
    if (value.is_object()) {
      const auto& object = value.get_object();
      if (object.size() != 1)
        return refuse_field(422, "ValidationError", "subscribers." + std::to_string(i), "Exactly one identifier is required.");
      const auto text = text_of(object.begin()->value()).value_or("");
      const auto name = object.begin()->key();
      if (name == "email") subscriber = call.account.find_subscriber(IdentifiedBy::email, text);
      if (name == "phone_number") subscriber = call.account.find_subscriber(IdentifiedBy::phone_number, text);
      if (name == "id") subscriber = call.account.find_subscriber(IdentifiedBy::id, text);
      if (name == "custom_identifier") subscriber = call.account.find_subscriber(IdentifiedBy::custom_identifier, text);
    } else {
      subscriber = call.account.find_subscriber(IdentifiedBy::id, text_of(value).value_or(""));
    }
    if (subscriber != nullptr) found.push_back(subscriber);
  }
  return found;
}

}  // namespace

Answer post_subscriber_v3(Call& call) {
  const auto parsed = parse_new_subscriber(call.body);
  if (!parsed) return refuse(parsed.error());
  const auto exists = [&](IdentifiedBy by, const std::string& text) {
    return !text.empty() && call.account.find_subscriber(by, text) != nullptr;
  };
  if (exists(IdentifiedBy::email, parsed->email) || exists(IdentifiedBy::phone_number, parsed->phone) ||
      exists(IdentifiedBy::custom_identifier, parsed->custom_identifier))
    return refuse_field(call.state.switches.duplicate_status, "DuplicateSubscriber",
                        parsed->email.empty() ? "phone_number" : "email", "The subscriber exists already.");
  auto& subscriber = call.account.add_subscriber(call.now);
  call.account.set_email(subscriber, parsed->email);
  call.account.set_phone(subscriber, parsed->phone);
  call.account.set_custom_identifier(subscriber, parsed->custom_identifier);
  subscriber.status = parsed->status;
  const auto language = text_member(call.body, "language");
  subscriber.language = language.empty() ? "sv" : language;
  return json_answer(json::object{{"data", subscriber_v3(call, subscriber)}}, 201);
}

Answer delete_subscriber_v3(Call& call) {
  const auto subscriber = named_subscriber(call);
  if (!subscriber) return refuse(subscriber.error());
  call.account.erase_subscriber((*subscriber)->id);
  return no_content();
}

Answer put_subscriber_tags_v3(Call& call) {
  const auto subscriber = named_subscriber(call);
  if (!subscriber) return refuse(subscriber.error());
  const auto mode = parse_automation(call);
  if (!mode) return refuse(mode.error());
  const auto tags = parse_tags(call);
  if (!tags) return refuse(tags.error());
  const bool syncs = bool_member(call.body, "sync_subscriber").value_or(true);
  tag_subscriber(call, **subscriber, *tags, syncs ? *mode : AutomationMode::none);
  return no_content();
}

Answer post_bulk_tags_v3(Call& call) {
  const auto subscribers = parse_bulk(call);
  if (!subscribers) return refuse(subscribers.error());
  const auto tags = parse_tags(call);
  if (!tags) return refuse(tags.error());
  for (auto* subscriber : *subscribers) tag_subscriber(call, *subscriber, *tags, AutomationMode::none);
  call_back(call);
  return no_content();
}

Answer delete_bulk_tags_v3(Call& call) {
  const auto subscribers = parse_bulk(call);
  if (!subscribers) return refuse(subscribers.error());
  const auto tags = parse_tags(call);
  if (!tags) return refuse(tags.error());
  for (auto* subscriber : *subscribers)
    for (const auto* tag : *tags) untag_subscriber(call, *subscriber, *tag);
  call_back(call);
  return no_content();
}

namespace {

Answer set_status(Call& call, Status status) {
  const auto subscribers = parse_bulk(call);
  if (!subscribers) return refuse(subscribers.error());
  for (auto* subscriber : *subscribers) {
    subscriber->status = status;
    subscriber->updated_at = call.now;
  }
  call_back(call);
  return no_content();
}

struct SuppressionCall {
  std::vector<Subscriber*> subscribers;
  std::vector<std::string_view> message_types;
};

// Absent message types mean all channels.
OrRefusal<SuppressionCall> parse_suppression(Call& call) {
  auto subscribers = parse_bulk(call);
  if (!subscribers) return refuse(subscribers.error());
  SuppressionCall parsed{std::move(*subscribers), {}};
  const auto* types = call.body.if_contains("message_types");
  if (types == nullptr || types->is_null()) {
    parsed.message_types = {"email", "text_message"};
    return parsed;
  }
  if (!types->is_array()) return refuse_field(422, "ValidationError", "message_types", "The message types must be an array.");
  for (const auto& type : types->get_array()) {
    const auto text = text_of(type).value_or("");
    if (text == "email")
      parsed.message_types.push_back("email");
    else if (text == "text_message")
      parsed.message_types.push_back("text_message");
    else
      return refuse_field(422, "ValidationError", "message_types", "The selected message type is invalid.");
  }
  return parsed;
}

}  // namespace

Answer post_block_v3(Call& call) { return set_status(call, Status::blocked); }
Answer post_unblock_v3(Call& call) { return set_status(call, Status::active); }

Answer post_suppressions_v3(Call& call) {
  const auto parsed = parse_suppression(call);
  if (!parsed) return refuse(parsed.error());
  for (auto* subscriber : parsed->subscribers)
    for (const auto type : parsed->message_types) suppress_subscriber(call, *subscriber, "campaign", type, "api");
  call_back(call);
  return no_content();
}

Answer delete_suppressions_v3(Call& call) {
  const auto parsed = parse_suppression(call);
  if (!parsed) return refuse(parsed.error());
  for (auto* subscriber : parsed->subscribers)
    for (const auto type : parsed->message_types) unsuppress_subscriber(call, *subscriber, "campaign", type);
  call_back(call);
  return no_content();
}

}  // namespace kassabro::sandbox::rule
