#include "http/url.hpp"
#include "sandbox/answers/answers.hpp"
#include "sandbox/control/handlers.hpp"
#include "sandbox/rule/field_value.hpp"
#include "sandbox/rule/hand_edit.hpp"
#include "sandbox/rule/happenings.hpp"
#include "sandbox/rule/seed.hpp"
#include "sandbox/rule/subscriber_card.hpp"

namespace kassabro::sandbox::control {

Answer get_rule_switches(ControlCall call) {
  const std::scoped_lock lock(call.world.rule.mutex);
  co_return json_answer(rule::to_json(call.world.rule.switches));
}

Answer put_rule_switches(ControlCall call) {
  auto& rule = call.world.rule;
  const std::scoped_lock lock(rule.mutex);
  const auto parsed = rule::parse_switches(call.body, rule.switches);
  if (!parsed) co_return error_answer(parsed.error());
  rule.switches = *parsed;
  co_return json_answer(rule::to_json(rule.switches));
}

// {"key":"rk_…","valid":false} invalidates a key, true allows it, whatever it begins with.
Answer set_key(ControlCall call) {
  const auto key = text_member(call.body, "key");
  if (key.empty()) co_return error_answer(400, "Is missing.", "key");
  const auto valid = bool_member(call.body, "valid");
  if (!valid) co_return error_answer(400, "Must be true or false.", "valid");
  const std::scoped_lock lock(call.world.rule.mutex);
  call.world.rule.set_key_valid(key, *valid, call.world.rule_clock.now());
  co_return done();
}

Answer list_webhooks(ControlCall call) {
  const std::scoped_lock lock(call.world.rule.mutex);
  json::array items;
  for (const auto& [event, urls] : call.world.rule.webhooks)
    for (const auto& url : urls) items.push_back(json::object{{"event", event}, {"url", url}});
  co_return json_answer(json::object{{"items", std::move(items)}, {"waiting", call.world.rule.outbound.size()}});
}

Answer add_webhook(ControlCall call) {
  const auto event = text_member(call.body, "event");
  const auto url = text_member(call.body, "url");
  if (!rule::is_webhook_event(event)) co_return error_answer(400, "There is no such event.", "event");
  if (!url.starts_with("http://") && !url.starts_with("https://"))
    co_return error_answer(400, "Must be an address that begins with http:// or https://.", "url");
  const std::scoped_lock lock(call.world.rule.mutex);
  call.world.rule.webhooks[event].push_back(url);
  co_return done();
}

Answer clear_webhooks(ControlCall call) {
  const std::scoped_lock lock(call.world.rule.mutex);
  call.world.rule.webhooks.clear();
  co_return done();
}

// Everything of a key's account; ?only=EMAIL or PHONE for one subscriber.
Answer dump(ControlCall call) {
  const http::Query query(call.request.query());
  const std::scoped_lock lock(call.world.rule.mutex);
  auto* account = call.world.rule.find_account_of_key(call.params[0]);
  if (account == nullptr) co_return error_answer(404, "No account has this key yet.", "key");
  co_return http::json_response(rule::dump_account(*account, query.find("only").value_or(""), call.world.rule_clock.now()));
}

// What Rule's own pages do to a group: {"name":"Sitoo-Order","historical":true}.
Answer put_group(ControlCall call) {
  const auto name = text_member(call.body, "name");
  const auto historical = bool_member(call.body, "historical");
  if (name.empty() || !historical)
    co_return error_answer(400, "Needs a name and historical true or false.", name.empty() ? "name" : "historical");
  const std::scoped_lock lock(call.world.rule.mutex);
  auto* account = call.world.rule.account_of_key(call.params[0], call.world.rule_clock.now());
  if (account == nullptr) co_return error_answer(404, "The key is not valid.", "key");
  account->group_named(name, call.world.rule_clock.now()).historical = *historical;
  co_return done();
}

// {"email" or "phone","fields":{"Sitoo-Contact.bonuschecks":text or JSON}}: what a person edits on Rule's pages.
Answer put_fields(ControlCall call) {
  const auto* fields = call.body.if_contains("fields");
  if (fields == nullptr || !fields->is_object())
    co_return error_answer(400, "Must be an object from Group.Field to a value.", "fields");
  for (const auto& [key, _] : fields->get_object())
    if (!rule::parse_field_key(key)) co_return error_answer(400, "Must be Group.Field with exactly one dot.", std::string(key));
  const std::scoped_lock lock(call.world.rule.mutex);
  auto* account = call.world.rule.find_account_of_key(call.params[0]);
  if (account == nullptr) co_return error_answer(404, "No account has this key yet.", "key");
  auto* subscriber = account->find_subscriber(rule::IdentifiedBy::email, text_member(call.body, "email"));
  if (subscriber == nullptr)
    subscriber = account->find_subscriber(rule::IdentifiedBy::phone_number, text_member(call.body, "phone"));
  if (subscriber == nullptr) co_return error_answer(404, "There is no such subscriber.", "email");
  const auto now = call.world.rule_clock.now();
  for (const auto& [key, value] : fields->get_object()) {
    const auto names = *rule::parse_field_key(key);
    rule::edit_field(*account, *subscriber, names.group, names.field, value, 0, now);
  }
  co_return http::json_response(rule::subscriber_card(*account, *subscriber, now));
}

// What a web shop has left in Rule: many subscribers, their orders, their bonus checks (rule/seed.hpp).
Answer seed_rule(ControlCall call) {
  const auto plan = rule::parse_seed_plan(call.body);
  if (!plan) co_return error_answer(plan.error());
  const std::scoped_lock lock(call.world.rule.mutex);
  const auto seeded = rule::seed(call.world.rule, *plan, call.world.rule_clock.now());
  if (!seeded) co_return error_answer(seeded.error());
  co_return json_answer(json::object{{"account", seeded->account},
                                     {"subscribers", seeded->subscribers},
                                     {"records", seeded->records},
                                     {"bonus_checks", seeded->bonus_checks}});
}

// What subscribers do by themselves: unsubscribe, bounce, confirm (rule/happenings.hpp).
Answer let_happen(ControlCall call) {
  auto& rule = call.world.rule;
  const std::scoped_lock lock(rule.mutex);
  auto* account = rule.find_account_of_key(call.params[0]);
  if (account == nullptr) co_return error_answer(404, "No account has this key yet.", "key");
  const auto happened = rule::happen(rule, *account, call.body, call.world.rule_clock.now());
  co_return happened ? done() : error_answer(happened.error());
}

}  // namespace kassabro::sandbox::control
