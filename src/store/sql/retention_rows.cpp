#include "store/sql/retention_rows.hpp"

#include <string>
#include <vector>

namespace kassabro::store::sql {
namespace {

using app::AccountId;
using app::KeptKind;

// A number and, of orders that were fetched, a text beside it.
struct RowKey {
  std::int64_t number = 0;
  std::string text;
};

// By their ids, which are in the order of their coming: an index by time would cost every purchase a page of the log.
constexpr const char* sql_old_bodies =
    "SELECT inbox_id, '' FROM (SELECT inbox_id, received_at FROM inbox WHERE account_id = ?1 ORDER BY inbox_id LIMIT ?3) "
    "AS oldest WHERE received_at < ?2";
constexpr const char* sql_remove_body = "DELETE FROM inbox WHERE account_id = ?1 AND inbox_id = ?2 AND received_at < ?3";
// What was read of an order that is parked for it came in the moment in which that was parked.
constexpr const char* sql_old_quarantined =
    "SELECT quarantine_id, '' FROM quarantine AS q WHERE account_id = ?1 AND received_at < ?2 AND (SELECT 1 FROM order_fetches "
    "AS f WHERE f.account_id = q.account_id AND f.state = 'parked' AND f.updated_at = q.received_at LIMIT 1) IS NULL "
    "ORDER BY received_at LIMIT ?3";
constexpr const char* sql_remove_quarantined =
    "DELETE FROM quarantine WHERE account_id = ?1 AND quarantine_id = ?2 AND received_at < ?3";
constexpr const char* sql_old_fetches =
    "SELECT eshop_id, order_id FROM order_fetches WHERE account_id = ?1 AND state = 'done' AND updated_at < ?2 "
    "ORDER BY updated_at LIMIT ?3";
constexpr const char* sql_remove_fetch =
    "DELETE FROM order_fetches WHERE account_id = ?1 AND eshop_id = ?2 AND state = 'done' AND updated_at < ?3 AND order_id = "
    "?4";
constexpr const char* sql_old_deliveries =
    "SELECT delivery_id, '' FROM outbox WHERE account_id = ?1 AND state = 'delivered' AND updated_at < ?2 "
    "ORDER BY updated_at LIMIT ?3";
constexpr const char* sql_remove_delivery =
    "DELETE FROM outbox WHERE account_id = ?1 AND delivery_id = ?2 AND state = 'delivered' AND updated_at < ?3";
constexpr const char* sql_remove_tries = "DELETE FROM delivery_tries WHERE account_id = ?1 AND delivery_id = ?2";

#define KASSABRO_IS_OVER "state IN ('applied', 'undone', 'failed')"
constexpr const char* sql_old_import =
    "SELECT import_id FROM imports WHERE account_id = ?1 AND updated_at < ?2 AND " KASSABRO_IS_OVER
    " ORDER BY import_id LIMIT 1";
// From the first of its rows that goes, there is nothing that could be undone, or be the same as a file that comes again.
constexpr const char* sql_end_import =
    "UPDATE imports SET state = 'failed', reason = ?4 WHERE account_id = ?1 AND import_id = ?2 AND updated_at < ?3 "
    "AND " KASSABRO_IS_OVER;
constexpr const char* sql_remove_import_rows =
    "DELETE FROM import_rows WHERE import_id = (SELECT import_id FROM imports WHERE account_id = ?1 AND import_id = ?2) AND "
    "position IN (SELECT position FROM import_rows WHERE import_id = ?2 ORDER BY position DESC LIMIT ?3)";
constexpr const char* sql_remove_import = "DELETE FROM imports WHERE account_id = ?1 AND import_id = ?2";
constexpr std::string_view removed_by_age = "Its rows were removed, because the import is older than retention.imports_days.";

// By the sale, which stands in the row itself, and by the last coming, since what is imported was sold long ago.
constexpr const char* sql_old_waiting =
    "SELECT DISTINCT w.order_id FROM waiting_orders AS w JOIN orders AS o ON o.account_id = w.account_id AND o.order_id = "
    "w.order_id WHERE w.account_id = ?1 AND w.ordered_at < ?2 AND o.updated_at < ?2 LIMIT ?3";

struct Statements {
  const char* find = nullptr;
  const char* remove = nullptr;
  const char* remove_beside = nullptr;  // what hangs on a row that was removed
};

Statements statements_of(KeptKind kind) {
  switch (kind) {
    case KeptKind::inbox: return {sql_old_bodies, sql_remove_body};
    case KeptKind::quarantine: return {sql_old_quarantined, sql_remove_quarantined};
    case KeptKind::order_fetches: return {sql_old_fetches, sql_remove_fetch};
    case KeptKind::deliveries: return {sql_old_deliveries, sql_remove_delivery, sql_remove_tries};
    case KeptKind::imports:
    case KeptKind::unregistered: break;
  }
  return {};
}

std::vector<RowKey> find_old(Connection& connection, const char* sql, AccountId account, Timestamp before,
                             std::size_t rows_max) {
  std::vector<RowKey> keys;
  auto query = connection.prepare(sql);
  query->bind(1, account).bind(2, to_epoch_ms(before)).bind(3, static_cast<std::int64_t>(rows_max));
  while (query->step()) keys.push_back({query->integer(0), query->text(1)});
  return keys;
}

// What has changed since it was found, and is old no more, stays.
std::size_t remove_row(Connection& connection, const Statements& sql, AccountId account, const RowKey& key, Timestamp before) {
  {
    auto remove = connection.prepare(sql.remove);
    remove->bind(1, account).bind(2, key.number).bind(3, to_epoch_ms(before));
    if (sql.remove == sql_remove_fetch) remove->bind(4, key.text);
    remove->run();
  }
  if (connection.changes() == 0) return 0;
  if (sql.remove_beside != nullptr) connection.prepare(sql.remove_beside)->bind(1, account).bind(2, key.number).run();
  return 1;
}

std::size_t remove_part(Connection& connection, AccountId account, std::int64_t id, Timestamp before, std::size_t rows_max) {
  {
    auto end = connection.prepare(sql_end_import);
    end->bind(1, account).bind(2, id).bind(3, to_epoch_ms(before)).bind(4, removed_by_age).run();
  }
  if (connection.changes() == 0) return 0;
  connection.prepare(sql_remove_import_rows)->bind(1, account).bind(2, id).bind(3, static_cast<std::int64_t>(rows_max)).run();
  const auto rows = static_cast<std::size_t>(connection.changes());
  if (rows == rows_max) return rows;
  connection.prepare(sql_remove_import)->bind(1, account).bind(2, id).run();
  return rows + 1;
}

// Saved as of long ago: nothing has come. False: somebody has registered meanwhile.
bool forget_buyer(app::OrderTable& orders, AccountId account, const std::string& id, Timestamp before) {
  auto stored = orders.find(account, id);
  orders.stop_waiting(account, id);
  if (!stored || stored->order.contact) return false;
  orders.save(account, {domain::without_person(std::move(stored->order)), false}, before);
  return true;
}

}  // namespace

Async<std::size_t> SqlRetention::remove(AccountId account, KeptKind kind, Timestamp before, std::size_t rows_max) {
  if (kind == KeptKind::imports) co_return co_await remove_import(account, before, rows_max);
  if (kind == KeptKind::unregistered) co_return co_await forget_buyers(account, before, rows_max);
  const auto sql = statements_of(kind);
  const auto old = co_await pool_.read(
      account, [&](Connection& connection) { return find_old(connection, sql.find, account, before, rows_max); });
  if (old.empty()) co_return 0;
  std::size_t count = 0;
  co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
    count = 0;
    for (const auto& key : old) count += remove_row(connection, sql, account, key, before);
    return true;
  });
  co_return count;
}

Async<std::size_t> SqlRetention::remove_import(AccountId account, Timestamp before, std::size_t rows_max) {
  const auto old = co_await pool_.read(account, [&](Connection& connection) -> std::int64_t {
    auto query = connection.prepare(sql_old_import);
    query->bind(1, account).bind(2, to_epoch_ms(before));
    return query->step() ? query->integer(0) : 0;
  });
  if (old == 0) co_return 0;
  std::size_t count = 0;
  co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
    count = remove_part(connection, account, old, before, rows_max);
    return true;
  });
  co_return count;
}

Async<std::size_t> SqlRetention::forget_buyers(AccountId account, Timestamp before, std::size_t rows_max) {
  const auto old = co_await pool_.read(account, [&](Connection& connection) {
    std::vector<std::string> ids;
    auto query = connection.prepare(sql_old_waiting);
    query->bind(1, account).bind(2, to_epoch_ms(before)).bind(3, static_cast<std::int64_t>(rows_max));
    while (query->step()) ids.push_back(query->text(0));
    return ids;
  });
  if (old.empty()) co_return 0;
  std::size_t count = 0;
  co_await write(writer_, account, [&](app::Tables& tables, Connection&) {
    count = 0;
    for (const auto& id : old) count += forget_buyer(tables.orders, account, id, before) ? 1 : 0;
    return true;
  });
  co_return count;
}

}  // namespace kassabro::store::sql
