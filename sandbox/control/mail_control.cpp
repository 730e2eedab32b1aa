// Rule's mailboxes, the ledger of its automations, and the clock they wait for.
#include "base/time_text.hpp"
#include "http/url.hpp"
#include "sandbox/answers/answers.hpp"
#include "sandbox/control/duration.hpp"
#include "sandbox/control/handlers.hpp"
#include "sandbox/rule/delivery.hpp"
#include "sandbox/rule/inbox.hpp"

namespace kassabro::sandbox::control {
namespace {

json::object clock_json(const World& world) {
  const auto moved_by = std::chrono::duration_cast<std::chrono::seconds>(world.rule_clock.moved_by());
  return {{"now", to_iso(world.rule_clock.now())}, {"advanced_seconds", moved_by.count()}};
}

// The account of the path with all that is due delivered; null: there is none. The state's mutex is held.
rule::Account* account_of(ControlCall call) {
  auto* account = call.world.rule.find_account_of_key(call.params[0]);
  if (account != nullptr) rule::deliver_due(*account, call.world.rule_clock.now());
  return account;
}

http::Response no_account() { return error_answer(404, "No account has this key yet.", "key"); }

http::Response list_inbox(ControlCall call, rule::Inbox inbox) {
  const http::Query query(call.request.query());
  const auto base_url = "http://" + std::string(call.request.header("Host").value_or("127.0.0.1"));
  const std::scoped_lock lock(call.world.rule.mutex);
  const auto* account = account_of(call);
  if (account == nullptr) return no_account();
  return json_answer(rule::inbox_json(*account, inbox, query.find("to").value_or(""), base_url));
}

}  // namespace

Answer get_clock(ControlCall call) { co_return json_answer(clock_json(call.world)); }

// {"advance":"P8D"} or {"advance_seconds":N}; what becomes due by it is sent before the answer, in its order.
Answer advance_clock(ControlCall call) {
  const auto text = text_member(call.body, "advance");
  std::optional<std::chrono::seconds> by;
  if (const auto seconds = int_member(call.body, "advance_seconds"))
    by = std::chrono::seconds(*seconds);
  else
    by = parse_duration(text);
  const auto* field = text.empty() ? "advance_seconds" : "advance";
  if (!by || by->count() < 0 || *by > duration_max)
    co_return error_answer(400, "Must be a duration such as P8D, or a number of seconds, of at most ten years.", field);
  if (call.world.rule_clock.moved_by() + *by > duration_max)
    co_return error_answer(400, "The clock may be ten years ahead at most.", field);
  const std::scoped_lock lock(call.world.rule.mutex);
  call.world.advance(*by);
  auto body = clock_json(call.world);
  body["sent"] = rule::deliver_due(call.world.rule, call.world.rule_clock.now());
  co_return json_answer(std::move(body));
}

Answer list_mailbox(ControlCall call) { co_return list_inbox(call, rule::Inbox::email); }
Answer list_sms(ControlCall call) { co_return list_inbox(call, rule::Inbox::sms); }

Answer list_passes(ControlCall call) {
  const http::Query query(call.request.query());
  const std::scoped_lock lock(call.world.rule.mutex);
  auto* account = account_of(call);
  if (account == nullptr) co_return no_account();
  co_return json_answer(
      rule::passes_json(*account, query.find("tag").value_or(""), query.find("to").value_or(""), call.world.rule_clock.now()));
}

}  // namespace kassabro::sandbox::control
