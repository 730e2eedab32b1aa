#include "store/sql/overview_rows.hpp"

#include <algorithm>

#include "base/ids.hpp"

namespace kassabro::store::sql {
namespace {

constexpr int hours_shown = 24;
constexpr int days_shown = 30;
constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t quarter_ms = 900'000;

constexpr const char* sql_queue =
    "SELECT state, count(*) FROM outbox WHERE account_id = ?1 AND state IN ('pending', 'leased', 'parked') GROUP BY state";
// Both by the index outbox_due alone, and the first of its rows has the smallest id.
constexpr const char* sql_waiting =
    "SELECT count(*), min(delivery_id) FROM outbox WHERE account_id = ?1 AND when_idle = 0 AND state = 'pending'";
constexpr const char* sql_written_at = "SELECT created_at FROM outbox WHERE account_id = ?1 AND delivery_id = ?2";
constexpr const char* sql_parked = "SELECT count(*) FROM outbox WHERE account_id = ?1 AND state = 'parked'";
constexpr const char* sql_fetches = "SELECT count(*) FROM order_fetches WHERE account_id = ?1 AND state = 'pending'";
// Ids of deliveries are times, so the rows of a day are found by the primary key. What was made before and ended in it is left out.
constexpr const char* sql_ended =
    "SELECT updated_at / 3600000, state, count(*) FROM outbox WHERE delivery_id >= ?2 AND account_id = ?1 "
    "AND state IN ('delivered', 'parked') GROUP BY 1, 2";
constexpr const char* sql_delays =
    "SELECT updated_at - created_at FROM outbox WHERE delivery_id >= ?2 AND account_id = ?1 AND state = 'delivered' "
    "ORDER BY delivery_id DESC LIMIT 1000";
constexpr const char* sql_received =
    "SELECT received_at / 3600000, count(*) FROM (SELECT account_id, received_at FROM inbox ORDER BY inbox_id DESC "
    "LIMIT 200000) AS latest WHERE account_id = ?1 AND received_at >= ?2 GROUP BY 1";
// In quarters of an hour, of which any zone's days are made.
constexpr const char* sql_ended_quarters =
    "SELECT updated_at / 900000, state, count(*) FROM outbox WHERE delivery_id >= ?2 AND account_id = ?1 "
    "AND state IN ('delivered', 'parked') GROUP BY 1, 2";
constexpr const char* sql_received_quarters =
    "SELECT received_at / 900000, count(*) FROM (SELECT account_id, received_at FROM inbox ORDER BY inbox_id DESC "
    "LIMIT 2000000) AS latest WHERE account_id = ?1 AND received_at >= ?2 GROUP BY 1";
// Where what came in is kept by its accounts.
constexpr const char* sql_received_of_account =
    "SELECT received_at / 3600000, count(*) FROM (SELECT received_at FROM inbox WHERE account_id = ?1 ORDER BY inbox_id DESC "
    "LIMIT 200000) AS latest WHERE received_at >= ?2 GROUP BY 1";
constexpr const char* sql_received_quarters_of_account =
    "SELECT received_at / 900000, count(*) FROM (SELECT received_at FROM inbox WHERE account_id = ?1 ORDER BY inbox_id DESC "
    "LIMIT 2000000) AS latest WHERE received_at >= ?2 GROUP BY 1";
constexpr const char* sql_a_customer =
    "SELECT registered_at FROM contacts WHERE account_id = ?1 AND contact_id = (SELECT contact_id FROM contact_keys WHERE "
    "account_id = ?1 LIMIT 1)";
constexpr const char* sql_an_order = "SELECT updated_at FROM orders WHERE account_id = ?1 LIMIT 1";

std::optional<Timestamp> time_of(Connection& connection, const char* sql, app::AccountId account) {
  auto query = connection.prepare(sql);
  query->bind(1, account);
  return query->step() ? std::optional(from_epoch_ms(query->integer(0))) : std::nullopt;
}

app::OverviewHour* hour_of(app::Overview& overview, std::int64_t number) {
  const auto found = std::ranges::find(overview.hours, from_epoch_ms(number * hour_ms), &app::OverviewHour::at);
  return found == overview.hours.end() ? nullptr : &*found;
}

void read_queue(Connection& connection, app::AccountId account, app::Overview& overview) {
  auto query = connection.prepare(sql_queue);
  query->bind(1, account);
  while (query->step()) {
    const auto state = query->text_view(0);
    (state == "pending" ? overview.pending : state == "leased" ? overview.leased : overview.parked) = query->integer(1);
  }
}

void read_ended(Connection& connection, app::AccountId account, std::int64_t first_id, app::Overview& overview) {
  auto query = connection.prepare(sql_ended);
  query->bind(1, account).bind(2, first_id);
  while (query->step())
    if (auto* hour = hour_of(overview, query->integer(0)))
      (query->text_view(1) == "parked" ? hour->parked : hour->delivered) = query->integer(2);
}

void read_received(Connection& connection, app::AccountId account, Timestamp since, app::Overview& overview) {
  auto query = connection.prepare(connection.dialect() == Dialect::sqlite ? sql_received : sql_received_of_account);
  query->bind(1, account).bind(2, to_epoch_ms(since));
  while (query->step())
    if (auto* hour = hour_of(overview, query->integer(0))) hour->received = query->integer(1);
}

void read_delays(Connection& connection, app::AccountId account, std::int64_t first_id, app::Overview& overview) {
  std::vector<std::int64_t> delays;
  {
    auto query = connection.prepare(sql_delays);
    query->bind(1, account).bind(2, first_id);
    while (query->step()) delays.push_back(query->integer(0));
  }
  if (delays.empty()) return;
  std::ranges::sort(delays);
  const auto at = [&](std::size_t percent) { return std::chrono::milliseconds(delays[(delays.size() - 1) * percent / 100]); };
  overview.delay_p50 = at(50);
  overview.delay_p99 = at(99);
}

std::int64_t count_of(Connection& connection, const char* sql, app::AccountId account) {
  auto query = connection.prepare(sql);
  query->bind(1, account);
  return query->step() ? query->integer(0) : 0;
}

std::vector<app::OverviewDay> empty_days(Date today) {
  std::vector<app::OverviewDay> days;
  for (auto day = std::chrono::sys_days(today) - std::chrono::days(days_shown - 1); day <= std::chrono::sys_days(today);
       day += std::chrono::days(1))
    days.push_back({Date(day)});
  return days;
}

}  // namespace

Async<app::Backlog> SqlOverviewReader::read_backlog(app::AccountId account) {
  co_return co_await pool_.read([&](Connection& connection) -> app::Backlog {
    app::Backlog backlog;
    std::int64_t oldest = 0;
    {
      auto query = connection.prepare(sql_waiting);
      query->bind(1, account);
      if (query->step()) {
        backlog.deliveries = query->integer(0);
        if (backlog.deliveries > 0) oldest = query->integer(1);
      }
    }
    if (oldest != 0) {
      auto query = connection.prepare(sql_written_at);
      query->bind(1, account).bind(2, oldest);
      if (query->step()) backlog.waiting_since = from_epoch_ms(query->integer(0));
    }
    backlog.deliveries_parked = count_of(connection, sql_parked, account);
    backlog.order_fetches = count_of(connection, sql_fetches, account);
    return backlog;
  });
}

Async<std::vector<app::OverviewDay>> SqlOverviewReader::read_days(app::AccountId account, std::string zone, Timestamp now) {
  co_return co_await pool_.read([&](Connection& connection) -> std::vector<app::OverviewDay> {
    auto days = empty_days(to_local_date(now, zone));
    const auto day_of = [&](std::int64_t quarter) -> app::OverviewDay* {
      const auto found =
          std::ranges::find(days, to_local_date(from_epoch_ms(quarter * quarter_ms), zone), &app::OverviewDay::date);
      return found == days.end() ? nullptr : &*found;
    };
    const auto since = now - std::chrono::days(days_shown);
    {
      auto query = connection.prepare(sql_ended_quarters);
      query->bind(1, account).bind(2, new_id(since));
      while (query->step())
        if (auto* day = day_of(query->integer(0)))
          (query->text_view(1) == "parked" ? day->parked : day->delivered) += query->integer(2);
    }
    auto query =
        connection.prepare(connection.dialect() == Dialect::sqlite ? sql_received_quarters : sql_received_quarters_of_account);
    query->bind(1, account).bind(2, to_epoch_ms(since));
    while (query->step())
      if (auto* day = day_of(query->integer(0))) day->received += query->integer(1);
    return days;
  });
}

Async<app::Overview> SqlOverviewReader::read(app::AccountId account, Timestamp now) {
  co_return co_await pool_.read([&](Connection& connection) -> app::Overview {
    app::Overview overview;
    const auto this_hour = to_epoch_ms(now) / hour_ms;
    for (auto hour = this_hour - hours_shown + 1; hour <= this_hour; ++hour)
      overview.hours.push_back({from_epoch_ms(hour * hour_ms), 0, 0, 0});
    const auto since = overview.hours.front().at;
    const auto first_id = new_id(since);
    read_queue(connection, account, overview);
    read_ended(connection, account, first_id, overview);
    read_received(connection, account, since, overview);
    read_delays(connection, account, first_id, overview);
    overview.a_customer = time_of(connection, sql_a_customer, account);
    overview.an_order = time_of(connection, sql_an_order, account);
    return overview;
  });
}

}  // namespace kassabro::store::sql
