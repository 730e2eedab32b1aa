// How a subscriber looks on the wire, and what touching one sets off.
#include "sandbox/rule/delivery.hpp"
#include "sandbox/rule/wire.hpp"

namespace kassabro::sandbox::rule {

json::value text_or_null(std::string_view text) {
  if (text.empty()) return nullptr;
  return json::string(text);
}

json::array tags_json(Call& call, const Subscriber& subscriber, Sees sees) {
  json::array tags;
  for (const auto& link : subscriber.tags) {
    const auto* tag = call.account.find_tag(link.tag_id);
    if (tag == nullptr || (sees == Sees::after_delay && !is_visible(call, link.added_at))) continue;
    tags.push_back(json::object{{"id", tag->id}, {"name", tag->name}});
  }
  return tags;
}

json::array suppressions_json(const Subscriber& subscriber) {
  json::array list;
  for (const auto& suppression : subscriber.suppressions)
    list.push_back(json::object{{"id", suppression.id},
                                {"dispatcher_type", suppression.dispatcher_type},
                                {"message_type", suppression.message_type},
                                {"suppressed_source_type", suppression.source},
                                {"created_at", to_rule_time(suppression.created_at)}});
  return list;
}

json::object subscriber_v2(Call& call, const Subscriber& subscriber, Sees sees) {
  return {{"id", subscriber.id},
          {"email", text_or_null(subscriber.email)},
          {"phone_number", text_or_null(subscriber.phone)},
          {"custom_identifier", text_or_null(subscriber.custom_identifier)},
          {"language", subscriber.language},
          {"opted_in", subscriber.status != Status::pending},
          {"created_at", to_rule_time(subscriber.created_at)},
          {"updated_at", to_rule_time(subscriber.updated_at)},
          {"tags", tags_json(call, subscriber, sees)},
          {"suppressed", suppressions_json(subscriber)},
          {"syncAtSegments", json::array{}}};
}

json::object webhook_subscriber(const Subscriber& subscriber) {
  return {{"id", subscriber.id}, {"email", text_or_null(subscriber.email)}, {"phone_number", text_or_null(subscriber.phone)}};
}

void tag_subscriber(Call& call, Subscriber& subscriber, const std::vector<Tag*>& tags, AutomationMode mode) {
  for (const auto* tag : tags) {
    const bool is_new = call.account.attach_tag(subscriber, *tag, call.now);
    call.account.run_automation(subscriber, *tag, mode, call.now, call.state.switches.automation_delay);
    deliver_due(call.account, call.now);  // what has no delay is written with the data that came along
    if (is_new && call.state.wants("tag-added"))
      call.state.emit("tag-added", {{"tag", json::object{{"id", tag->id}, {"name", tag->name}}},
                                    {"subscriber", webhook_subscriber(subscriber)}});
  }
}

void untag_subscriber(Call& call, Subscriber& subscriber, const Tag& tag) {
  if (!call.account.detach_tag(subscriber, tag.id)) return;
  if (call.state.wants("tag-removed"))
    call.state.emit("tag-removed", {{"tag", json::object{{"id", tag.id}, {"name", tag.name}}},
                                    {"subscriber", webhook_subscriber(subscriber)}});
}

namespace {

// Opt-outs of transactional messages are none of marketing's statistics.
void count(Call& call, const Subscriber& subscriber, std::string_view dispatcher, std::string_view message, std::string type) {
  if (dispatcher != "campaign") return;
  call.account.statistics.push_back(
      {std::move(type), subscriber.id, subscriber.email, subscriber.phone, std::string(message), call.now});
}

}  // namespace

// Section 10 names the event "unsubscribe/suppress"; whoever registered either name is told.
void suppress_subscriber(Call& call, Subscriber& subscriber, std::string_view dispatcher, std::string_view message,
                         std::string_view source) {
  if (!call.account.suppress(subscriber, dispatcher, message, source, call.now)) return;
  count(call, subscriber, dispatcher, message, "unsubscribed");
  const json::object body{{"dispatcher_type", dispatcher},
                          {"message_type", message},
                          {"suppressed_source_type", source},
                          {"subscriber", webhook_subscriber(subscriber)},
                          {"account", json::object{{"name", call.account.name}}}};
  call.state.emit("unsubscribe", body);
  call.state.emit("suppress", body);
}

void unsuppress_subscriber(Call& call, Subscriber& subscriber, std::string_view dispatcher, std::string_view message) {
  if (!call.account.unsuppress(subscriber, dispatcher, message)) return;
  count(call, subscriber, dispatcher, message, "resubscribe");
  call.state.emit("resubscribed",
                  {{"subscriber", webhook_subscriber(subscriber)}, {"account", json::object{{"name", call.account.name}}}});
}

// The documents disagree about the verb (POST or GET, contract, section 1); POST is what the async guide says.
void call_back(Call& call) {
  const auto url = text_member(call.body, "callback_url");
  if (!url.empty()) call.state.outbound.push_back({"callback", url, R"({"message":"Success"})", 0});
}

}  // namespace kassabro::sandbox::rule
