#include <charconv>

#include "http/router.hpp"
#include "http/url.hpp"
#include "sandbox/answers/answers.hpp"
#include "sandbox/control/front.hpp"
#include "sandbox/rule/happenings.hpp"
#include "sandbox/rule/subscriber_card.hpp"
#include "sandbox/sitoo/seed.hpp"

namespace kassabro::sandbox::control {
namespace {

struct ControlCall {
  World& world;
  const http::Request& request;
  const http::PathParams& params;
  const json::object& body;
};

using Answer = Async<http::Response>;

http::Response done() { return json_answer(json::object{{"ok", true}}); }

Answer reset(ControlCall call) {
  call.world.reset();
  co_return done();
}

Answer seed_sitoo(ControlCall call) {
  const auto plan = sitoo::parse_seed_plan(call.body);
  if (!plan) co_return error_answer(plan.error());
  auto& books = call.world.books;
  const std::scoped_lock lock(books.mutex);
  sitoo::seed(books, *plan);
  co_return json_answer(json::object{{"stores", books.stores.size()},
                                     {"customers", books.customers.size()},
                                     {"orders", books.orders.size()},
                                     {"seed", plan->seed}});
}

Answer add_fault(ControlCall call) {
  auto fault = parse_fault(call.body);
  if (!fault) co_return error_answer(fault.error());
  call.world.faults.add(std::move(*fault));
  co_return done();
}

Answer list_faults(ControlCall call) { co_return json_answer(json::object{{"items", call.world.faults.list()}}); }

Answer clear_faults(ControlCall call) {
  call.world.faults.clear();
  co_return done();
}

Answer get_calls(ControlCall call) { co_return list_calls(call.world, call.request.query()); }

Answer clear_calls(ControlCall call) {
  call.world.calls.clear();
  co_return done();
}

http::Response sold_answer(World& world, const Result<sitoo::Sold>& sold) {
  if (!sold) return error_answer(sold.error());
  const std::scoped_lock lock(world.books.mutex);
  const auto& order = *world.books.find_order(sold->order_id);
  const auto totals = order.totals();
  return json_answer(json::object{
      {"order_id", sold->order_id},
      {"receipt_id", sold->receipt_id},
      {"contact_id", sold->contact_id.empty() ? json::value() : json::value(json::string(sold->contact_id))},
      {"search_status", sold->search_status},
      {"total", sitoo::money_text(totals.gross)},
      {"net", sitoo::money_text(totals.net)},
      {"vat", sitoo::money_text(totals.vat)},
      {"copy", json::object{{"sent", sold->copy.sent}, {"status", sold->copy.status}, {"message", sold->copy.message}}}});
}

Result<sitoo::Sale> locked_parse_sale(ControlCall& call) {
  const std::scoped_lock lock(call.world.books.mutex);
  return sitoo::parse_sale(call.body, call.world.books);
}

Result<sitoo::Refund> locked_parse_refund(ControlCall& call) {
  const std::scoped_lock lock(call.world.books.mutex);
  return sitoo::parse_refund(call.body, call.world.books);
}

Answer sell(ControlCall call) {
  auto sale = locked_parse_sale(call);
  if (!sale) co_return error_answer(sale.error());
  const auto sold = co_await call.world.till.sell(std::move(*sale));
  co_return sold_answer(call.world, sold);
}

Answer refund(ControlCall call) {
  auto parsed = locked_parse_refund(call);
  if (!parsed) co_return error_answer(parsed.error());
  const auto sold = co_await call.world.till.refund(std::move(*parsed));
  co_return sold_answer(call.world, sold);
}

// What the till and Sitoo still owe the CRM.
Answer get_pending(ControlCall call) {
  const std::scoped_lock lock(call.world.books.mutex);
  co_return json_answer(json::object{{"copies", call.world.books.copies.size()}, {"events", call.world.books.events.size()}});
}

Answer get_settings(ControlCall call) {
  const std::scoped_lock lock(call.world.books.mutex);
  co_return json_answer(sitoo::settings_json(call.world.books.settings));
}

Answer put_settings(ControlCall call) {
  auto& books = call.world.books;
  const std::scoped_lock lock(books.mutex);
  auto parsed = sitoo::parse_settings(call.body, books.settings);
  if (!parsed) co_return error_answer(parsed.error());
  books.settings = std::move(*parsed);
  co_return json_answer(sitoo::settings_json(books.settings));
}

json::object sitoo_switches_json(World& world) {
  const std::scoped_lock lock(world.books.mutex);
  return {{"list_items_max", world.books.list_items_max},
          {"one_at_a_time", world.sitoo_one_at_a_time.load()},
          {"latency_ms", world.sitoo_latency_ms.load()}};
}

Answer get_sitoo_switches(ControlCall call) { co_return json_answer(sitoo_switches_json(call.world)); }

Answer put_sitoo_switches(ControlCall call) {
  auto& world = call.world;
  for (const auto& [name, value] : call.body) {
    const auto number = int_member(call.body, {name.data(), name.size()}).value_or(-1);
    if (name == "list_items_max" && number >= 1 && number <= 100'000) {
      const std::scoped_lock lock(world.books.mutex);
      world.books.list_items_max = static_cast<std::size_t>(number);
    } else if (name == "one_at_a_time" && value.is_bool()) {
      world.sitoo_one_at_a_time = value.get_bool();
    } else if (name == "latency_ms" && number >= 0 && number <= 600'000) {
      world.sitoo_latency_ms = number;
    } else {
      co_return error_answer(400, "There is no such switch, or not with this value.", {name.data(), name.size()});
    }
  }
  co_return json_answer(sitoo_switches_json(world));
}

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
  call.world.rule.set_key_valid(key, *valid, call.world.clock.now());
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
  co_return http::json_response(rule::dump_account(*account, query.find("only").value_or(""), call.world.clock.now()));
}

// What Rule's own pages do to a group: {"name":"Sitoo-Order","historical":true}.
Answer put_group(ControlCall call) {
  const auto name = text_member(call.body, "name");
  const auto historical = bool_member(call.body, "historical");
  if (name.empty() || !historical)
    co_return error_answer(400, "Needs a name and historical true or false.", name.empty() ? "name" : "historical");
  const std::scoped_lock lock(call.world.rule.mutex);
  auto* account = call.world.rule.account_of_key(call.params[0], call.world.clock.now());
  if (account == nullptr) co_return error_answer(404, "The key is not valid.", "key");
  account->group_named(name, call.world.clock.now()).historical = *historical;
  co_return done();
}

// What subscribers do by themselves: unsubscribe, bounce, confirm (rule/happenings.hpp).
Answer let_happen(ControlCall call) {
  auto& rule = call.world.rule;
  const std::scoped_lock lock(rule.mutex);
  auto* account = rule.find_account_of_key(call.params[0]);
  if (account == nullptr) co_return error_answer(404, "No account has this key yet.", "key");
  const auto happened = rule::happen(rule, *account, call.body, call.world.clock.now());
  co_return happened ? done() : error_answer(happened.error());
}

using Handler = Answer (*)(ControlCall);
using enum http::Method;

constexpr http::Route<Handler> table[] = {
    {post, "/reset", &reset},
    {post, "/seed", &seed_sitoo},
    {get, "/faults", &list_faults},
    {post, "/faults", &add_fault},
    {delete_, "/faults", &clear_faults},
    {get, "/calls", &get_calls},
    {delete_, "/calls", &clear_calls},
    {post, "/pos/sell", &sell},
    {post, "/pos/refund", &refund},
    {get, "/pos/pending", &get_pending},
    {get, "/settings", &get_settings},
    {put, "/settings", &put_settings},
    {get, "/sitoo/switches", &get_sitoo_switches},
    {put, "/sitoo/switches", &put_sitoo_switches},
    {get, "/rule/switches", &get_rule_switches},
    {put, "/rule/switches", &put_rule_switches},
    {get, "/rule/accounts/{key}/dump", &dump},
    {put, "/rule/accounts/{key}/groups", &put_group},
    {post, "/rule/accounts/{key}/events", &let_happen},
    {post, "/keys", &set_key},
    {get, "/webhooks", &list_webhooks},
    {post, "/webhooks", &add_webhook},
    {delete_, "/webhooks", &clear_webhooks},
};

std::int64_t number_or(std::optional<std::string_view> text, std::int64_t fallback) {
  std::int64_t number = 0;
  if (!text || std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc{}) return fallback;
  return number;
}

}  // namespace

http::Response list_calls(World& world, std::string_view query_text) {
  const http::Query query(query_text);
  CallLog::Filter filter;
  filter.system = query.find("system").value_or("");
  filter.after = number_or(query.find("after"), 0);
  filter.limit = static_cast<std::size_t>(std::max<std::int64_t>(0, number_or(query.find("limit"), 100'000)));
  const auto bodies = query.find("bodies").value_or("");
  filter.with_bodies = bodies == "1" || bodies == "true";
  return json_answer(world.calls.list(filter));
}

Async<http::Response> answer_control(World& world, const http::Request& request, std::string_view path) {
  const auto match = http::find_route(std::span<const http::Route<Handler>>(table), request.method, path);
  if (match.route == nullptr) co_return error_answer(match.path_known ? 405 : 404, "There is no such switch.");
  const auto body = parse_object(request.body);
  if (!body) co_return error_answer(body.error());
  co_return co_await match.route->handler(ControlCall{world, request, match.params, *body});
}

}  // namespace kassabro::sandbox::control
