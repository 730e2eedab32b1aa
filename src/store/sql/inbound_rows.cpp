#include "store/sql/inbound_rows.hpp"

#include "app/order_source.hpp"
#include "store/sql/due_accounts.hpp"
#include "store/trace_text.hpp"

namespace kassabro::store::sql {
namespace {

using app::AccountId;
using app::OrderFetch;
using app::OrderFetchRow;
using app::OrderFetchState;

constexpr const char* sql_add_event =
    "INSERT INTO order_events (account_id, event_id, received_at, type, order_id) VALUES (?1, ?2, ?3, ?4, ?5) "
    "ON CONFLICT DO NOTHING";
constexpr const char* sql_request =
    "INSERT INTO order_fetches (account_id, eshop_id, order_id, state, asked, attempts, not_before, reason, created_at, "
    "updated_at, trace) VALUES (?1, ?2, ?3, 'pending', 1, 0, ?4, '', ?4, ?4, ?5) ON CONFLICT (account_id, eshop_id, order_id) "
    "DO UPDATE SET state = 'pending', asked = order_fetches.asked + 1, attempts = 0, not_before = ?4, reason = '', "
    "updated_at = ?4, trace = ?5";
constexpr const char* sql_quarantine =
    "INSERT INTO quarantine (account_id, received_at, source, reason, body) VALUES (?1, ?2, ?3, ?4, ?5)";
constexpr const char* sql_next_account =
    "SELECT account_id FROM order_fetches WHERE state = 'pending' AND account_id > ?1 ORDER BY account_id LIMIT 1";
constexpr const char* sql_account_is_due =
    "SELECT 1 FROM order_fetches WHERE state = 'pending' AND account_id = ?1 AND not_before <= ?2 LIMIT 1";
constexpr const char* sql_due =
    "SELECT account_id, eshop_id, order_id, asked, attempts, trace FROM order_fetches WHERE state = 'pending' "
    "AND account_id = ?1 AND not_before <= ?2 ORDER BY not_before LIMIT ?3";
constexpr const char* sql_settle =
    "UPDATE order_fetches SET state = ?5, attempts = ?6, not_before = ?7, reason = ?8, updated_at = ?9 "
    "WHERE account_id = ?1 AND eshop_id = ?2 AND order_id = ?3 AND asked = ?4";
constexpr const char* sql_forget_later_clock =
    "UPDATE order_fetches SET not_before = ?1 WHERE state = 'pending' AND not_before > ?1 AND updated_at > ?1";
constexpr const char* sql_next_due = "SELECT min(not_before) FROM order_fetches WHERE state = 'pending'";
constexpr const char* sql_list =
    "SELECT account_id, eshop_id, order_id, asked, attempts, trace, state, not_before, reason, created_at, updated_at "
    "FROM order_fetches WHERE (CAST(?1 AS BIGINT) IS NULL OR account_id = ?1) AND (CAST(?2 AS TEXT) IS NULL OR state = ?2) "
    "ORDER BY updated_at DESC, order_id DESC LIMIT ?3";
#define KASSABRO_REPLAYED                                                                                                     \
  "UPDATE order_fetches SET state = 'pending', asked = order_fetches.asked + 1, attempts = 0, not_before = ?1, reason = '', " \
  "updated_at = ?1 WHERE "
constexpr const char* sql_replay = KASSABRO_REPLAYED "account_id = ?2 AND order_id = ?3";
constexpr const char* sql_replay_parked =
    KASSABRO_REPLAYED "(CAST(?2 AS BIGINT) IS NULL OR account_id = ?2) AND state = 'parked'";
constexpr const char* sql_list_quarantine =
    "SELECT quarantine_id, account_id, received_at, source, reason, body FROM quarantine "
    "WHERE (CAST(?1 AS BIGINT) IS NULL OR account_id = ?1) ORDER BY quarantine_id DESC LIMIT ?2";

void save_quarantined(Connection& connection, AccountId account, std::string_view source, std::string_view reason,
                      std::string_view body, Timestamp at) {
  auto insert = connection.prepare(sql_quarantine);
  insert->bind(1, account).bind(2, to_epoch_ms(at)).bind(3, source).bind(4, reason).bind(5, body).run();
}

OrderFetch read_fetch(const Statement& row) {
  return {row.integer(0),
          row.integer(1),
          row.text(2),
          row.integer(3),
          static_cast<int>(row.integer(4)),
          trace_from_stored_text(row.text_view(5))};
}

}  // namespace

bool SqlEventTable::add(AccountId account, const app::OrderEvent& event, Timestamp at) {
  auto insert = connection_.prepare(sql_add_event);
  insert->bind(1, account).bind(2, event.id).bind(3, to_epoch_ms(at)).bind(4, event.type).bind(5, event.order_id).run();
  return connection_.changes() > 0;
}

void SqlOrderFetchTable::request(AccountId account, std::int64_t eshop_id, std::string_view order_id, Timestamp at,
                                 const Trace& trace) {
  auto request = connection_.prepare(sql_request);
  request->bind(1, account).bind(2, eshop_id).bind(3, order_id).bind(4, to_epoch_ms(at)).bind(5, to_stored_text(trace)).run();
}

void SqlQuarantineTable::save(AccountId account, std::string_view source, std::string_view reason, std::string_view body,
                              Timestamp at) {
  save_quarantined(connection_, account, source, reason, body, at);
}

std::vector<AccountId> list_accounts_to_fetch(Connection& connection, Timestamp now) {
  return list_due_accounts(connection, sql_next_account, sql_account_is_due, now);
}

std::vector<OrderFetch> take_fetches(Connection& connection, AccountId account, Timestamp now, std::size_t count_max) {
  std::vector<OrderFetch> taken;
  auto query = connection.prepare(sql_due);
  query->bind(1, account).bind(2, to_epoch_ms(now)).bind(3, static_cast<std::int64_t>(count_max));
  while (query->step()) {
    auto fetch = read_fetch(*query);
    if (taken.empty() || (fetch.attempts == 0 && fetch.eshop_id == taken.front().eshop_id)) taken.push_back(std::move(fetch));
    if (taken.front().attempts > 0) break;
  }
  return taken;
}

void settle_fetch(Connection& connection, const app::OrderFetchSettlement& settlement, Timestamp now) {
  const auto& fetch = settlement.fetch;
  {
    auto settle = connection.prepare(sql_settle);
    settle->bind(1, fetch.account).bind(2, fetch.eshop_id).bind(3, fetch.order_id).bind(4, fetch.asked);
    settle->bind(5, app::to_text(settlement.state)).bind(6, std::int64_t{fetch.attempts});
    settle->bind(7, to_epoch_ms(settlement.not_before)).bind(8, settlement.reason).bind(9, to_epoch_ms(now)).run();
  }
  if (settlement.quarantined.empty() || connection.changes() == 0) return;
  save_quarantined(connection, fetch.account, app::order_source_name, settlement.reason, settlement.quarantined, now);
}

std::size_t forget_later_fetch_clock(Connection& connection, Timestamp now) {
  connection.prepare(sql_forget_later_clock)->bind(1, to_epoch_ms(now)).run();
  return static_cast<std::size_t>(connection.changes());
}

std::optional<Timestamp> find_next_fetch(Connection& connection) {
  auto query = connection.prepare(sql_next_due);
  if (!query->step() || query->is_null(0)) return std::nullopt;
  return from_epoch_ms(query->integer(0));
}

std::vector<OrderFetchRow> list_fetches(Connection& connection, const app::OrderFetchFilter& filter) {
  std::vector<OrderFetchRow> rows;
  auto query = connection.prepare(sql_list);
  if (filter.account) query->bind(1, *filter.account);
  if (filter.state) query->bind(2, app::to_text(*filter.state));
  query->bind(3, static_cast<std::int64_t>(filter.count_max));
  while (query->step()) {
    OrderFetchRow row;
    row.fetch = read_fetch(*query);
    row.state = app::parse_order_fetch_state(query->text_view(6)).value_or(OrderFetchState::pending);
    row.not_before = from_epoch_ms(query->integer(7));
    row.reason = query->text(8);
    row.created_at = from_epoch_ms(query->integer(9));
    row.updated_at = from_epoch_ms(query->integer(10));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::size_t replay_fetch(Connection& connection, AccountId account, std::string_view order_id, Timestamp now) {
  connection.prepare(sql_replay)->bind(1, to_epoch_ms(now)).bind(2, account).bind(3, order_id).run();
  return static_cast<std::size_t>(connection.changes());
}

std::size_t replay_parked_fetches(Connection& connection, std::optional<AccountId> account, Timestamp now) {
  auto replay = connection.prepare(sql_replay_parked);
  replay->bind(1, to_epoch_ms(now));
  if (account) replay->bind(2, *account);
  replay->run();
  return static_cast<std::size_t>(connection.changes());
}

std::vector<app::QuarantineRow> list_quarantine(Connection& connection, std::optional<AccountId> account,
                                                std::size_t count_max) {
  std::vector<app::QuarantineRow> rows;
  auto query = connection.prepare(sql_list_quarantine);
  if (account) query->bind(1, *account);
  query->bind(2, static_cast<std::int64_t>(count_max));
  while (query->step())
    rows.push_back({query->integer(0), query->integer(1), from_epoch_ms(query->integer(2)), query->text(3), query->text(4),
                    query->text(5)});
  return rows;
}

}  // namespace kassabro::store::sql
