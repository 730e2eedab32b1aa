#include "sandbox/rule/happenings.hpp"

#include "sandbox/rule/wire.hpp"

namespace kassabro::sandbox::rule {
namespace {

void opt_in(Call& call, Subscriber& subscriber) {
  subscriber.status = Status::active;
  subscriber.updated_at = call.now;
  call.state.emit("opted-in", {{"subscriber", webhook_subscriber(subscriber)}});
}

void bounce(Call& call, Subscriber& subscriber, const std::string& message_type, const std::string& type) {
  call.state.emit("bounced", {{"bounce", json::object{{"dispatcher_id", 1},
                                                      {"type", type},
                                                      {"message_type", message_type},
                                                      {"dispatcher_type", "campaign"},
                                                      {"bounce_message", "550 5.1.1 No such user"}}},
                              {"subscriber", webhook_subscriber(subscriber)},
                              {"account", json::object{{"name", call.account.name}}}});
  if (type == "hard") suppress_subscriber(call, subscriber, "campaign", message_type, "spam");
}

}  // namespace

Result<void> happen(State& state, Account& account, const json::object& body, Timestamp now) {
  auto* subscriber = account.find_subscriber(IdentifiedBy::email, text_member(body, "email"));
  if (subscriber == nullptr) subscriber = account.find_subscriber(IdentifiedBy::phone_number, text_member(body, "phone"));
  if (subscriber == nullptr) return fail(not_found("email", "There is no such subscriber."));
  auto message_type = text_member(body, "message_type");
  if (message_type.empty()) message_type = "email";
  if (message_type != "email" && message_type != "text_message")
    return fail(invalid("message_type", "Must be email or text_message."));
  const http::Request request;
  const http::Query query("");
  const http::PathParams params;
  Call call{state, account, request, query, params, body, Version::v2, now, ""};
  const auto event = text_member(body, "event");
  if (event == "opted-in")
    opt_in(call, *subscriber);
  else if (event == "bounced")
    bounce(call, *subscriber, message_type, text_member(body, "type") == "soft" ? "soft" : "hard");
  else if (event == "unsubscribe")
    suppress_subscriber(call, *subscriber, "campaign", message_type, "user");
  else if (event == "resubscribed")
    unsuppress_subscriber(call, *subscriber, "campaign", message_type);
  else
    return fail(invalid("event", "Must be opted-in, bounced, unsubscribe or resubscribed."));
  return {};
}

}  // namespace kassabro::sandbox::rule
