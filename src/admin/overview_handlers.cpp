#include "admin/handlers.hpp"
#include "admin/named_account.hpp"
#include "admin/parameters.hpp"
#include "base/time_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

json::value time_or_null(const std::optional<Timestamp>& at) { return at ? json::value(to_iso(*at)) : json::value(nullptr); }

json::value ms_or_null(const std::optional<std::chrono::milliseconds>& time) {
  return time ? json::value(time->count()) : json::value(nullptr);
}

json::array accounts_of(const Call& call, const std::vector<app::Account>& accounts) {
  json::array items;
  for (const auto& account : accounts)
    items.push_back(json::object{{"account_id", std::to_string(account.id)},
                                 {"name", account.name},
                                 {"status", account.status == app::AccountStatus::active ? "active" : "key_refused"},
                                 {"error_share", call.use_cases.rule_load(account.id)}});
  return items;
}

json::array days_of(const std::vector<app::OverviewDay>& days) {
  json::array out;
  for (const auto& day : days)
    out.push_back(json::object{
        {"date", to_iso_date(day.date)}, {"received", day.received}, {"delivered", day.delivered}, {"parked", day.parked}});
  return out;
}

}  // namespace

// Of one account, `?account=`; without it only how the accounts stand.
Async<http::Response> get_overview(const Call& call) {
  const auto wants_days = parse_flag(call.query, "days");
  if (!wants_days) co_return http::problem(wants_days.error());
  const auto accounts = co_await call.use_cases.accounts.list();
  json::object body{{"accounts", accounts_of(call, accounts)}};
  app::Overview shown;
  std::vector<app::OverviewDay> days;
  std::optional<Timestamp> first_call;
  if (call.query.find("account")) {
    const auto named = co_await named_account(call);
    if (!named) co_return http::problem(named.error());
    shown = co_await call.use_cases.overview.read(named->account.id, call.use_cases.clock.now());
    if (*wants_days)
      days =
          co_await call.use_cases.overview.read_days(named->account.id, named->account.time_zone, call.use_cases.clock.now());
    first_call = call.use_cases.first_calls.find(named->account.id);
  }
  json::array delivered, received;
  for (const auto& hour : shown.hours) {
    delivered.push_back(json::object{{"at", to_iso(hour.at)}, {"delivered", hour.delivered}, {"parked", hour.parked}});
    received.push_back(json::object{{"at", to_iso(hour.at)}, {"count", hour.received}});
  }
  body["queue"] = json::object{{"pending", shown.pending}, {"leased", shown.leased}, {"parked", shown.parked}};
  body["deliveries"] = std::move(delivered);
  body["received"] = std::move(received);
  body["days"] = days_of(days);
  body["delay_ms"] = json::object{{"p50", ms_or_null(shown.delay_p50)}, {"p99", ms_or_null(shown.delay_p99)}};
  body["first"] = json::object{{"call", time_or_null(first_call)},
                               {"customer", time_or_null(shown.a_customer)},
                               {"order", time_or_null(shown.an_order)}};
  co_return http::json_response(to_json_text(body));
}

}  // namespace kassabro::admin
