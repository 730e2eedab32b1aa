#include "store/sql/delivery_queue.hpp"

#include "store/sql/contact_rows.hpp"
#include "store/sql/delivery_columns.hpp"
#include "store/sql/due_accounts.hpp"

namespace kassabro::store::sql {
namespace {

using app::AccountId;
using app::Delivery;
using app::DeliveryId;
using app::DeliveryRow;

constexpr const char* sql_next_account =
    "SELECT account_id FROM outbox WHERE state = 'pending' AND account_id > ?1 "
    "ORDER BY account_id LIMIT 1";
constexpr const char* sql_account_is_due =
    "SELECT 1 FROM outbox WHERE state = 'pending' AND account_id = ?1 AND not_before <= ?2 LIMIT 1";
// No NOT EXISTS: PostgreSQL makes a join of that, and as long as it has not counted the table it joins all of an account's rows with all of them.
#define KASSABRO_DUE                                                                                                    \
  "SELECT " KASSABRO_DELIVERY_COLUMNS                                                                                   \
  " FROM outbox AS o WHERE state = 'pending' AND account_id = ?1 AND not_before <= ?2 AND ("                            \
  "SELECT 1 FROM outbox AS e INDEXED BY outbox_lane WHERE e.account_id = o.account_id AND e.contact_id = o.contact_id " \
  "AND e.state IN ('pending', 'leased') AND e.delivery_id <> o.delivery_id "                                            \
  "AND (e.state = 'leased' OR (e.when_idle, e.delivery_id) < (o.when_idle, o.delivery_id)) LIMIT 1) IS NULL "
constexpr const char* sql_due = KASSABRO_DUE "ORDER BY when_idle, delivery_id LIMIT ?3";
// One that stands for all: not the same ones again that have failed before. Of the first so many, for after days of an outage
// hundreds of thousands may wait, and what was tried is not due for a while.
constexpr const char* sql_least_tried =
    "SELECT " KASSABRO_DELIVERY_COLUMNS " FROM (" KASSABRO_DUE
    "ORDER BY when_idle, delivery_id LIMIT 256) AS first_due ORDER BY attempts, when_idle, delivery_id LIMIT ?3";
constexpr const char* sql_lease =
    "UPDATE outbox SET state = 'leased', lease_until = ?3 WHERE account_id = ?1 AND delivery_id = ?2";
constexpr const char* sql_settle =
    "UPDATE outbox SET state = ?3, attempts = ?4, ambiguous = ?5, not_before = ?6, reason = ?7, "
    "lease_until = NULL, updated_at = ?8 WHERE account_id = ?1 AND delivery_id = ?2 AND state = 'leased' "
    "AND (CAST(?9 AS BIGINT) IS NULL OR lease_until = ?9)";
constexpr const char* sql_recover =
    "UPDATE outbox SET state = 'pending', ambiguous = 1, lease_until = NULL, not_before = ?1, "
    "updated_at = ?1 WHERE state = 'leased' AND (lease_until <= ?2 OR lease_until > ?3)";
constexpr std::chrono::hours lease_longest{1};
constexpr const char* sql_forget_later_clock =
    "UPDATE outbox SET not_before = ?1 WHERE state = 'pending' AND not_before > ?1 AND updated_at > ?1";
// An outage counts to 10 attempts at most (outbox/retry_policy.cpp): what has had more fails for a reason of its own, and waits on.
constexpr const char* sql_end_waits =
    "UPDATE outbox SET not_before = ?2 WHERE account_id = ?1 AND state = 'pending' AND not_before > ?2 "
    "AND attempts BETWEEN 1 AND 10";
constexpr const char* sql_next_due = "SELECT min(not_before) FROM outbox WHERE state = 'pending'";
#define KASSABRO_LISTED                   \
  "SELECT " KASSABRO_DELIVERY_ROW_COLUMNS \
  " FROM outbox "                         \
  "WHERE (CAST(?1 AS BIGINT) IS NULL OR account_id = ?1) AND (CAST(?2 AS TEXT) IS NULL OR state = ?2) "
constexpr const char* sql_list = KASSABRO_LISTED "ORDER BY delivery_id DESC LIMIT ?3";
constexpr const char* sql_find = KASSABRO_LISTED "AND delivery_id = ?4 LIMIT ?3";
constexpr const char* sql_replay =
    "UPDATE outbox SET state = 'pending', attempts = 0, not_before = ?3, reason = '', updated_at = ?3 "
    "WHERE account_id = ?1 AND delivery_id = ?2 AND state IN ('parked', 'pending')";
constexpr const char* sql_park =
    "UPDATE outbox SET state = 'parked', reason = ?3, updated_at = ?4 WHERE account_id = ?1 "
    "AND delivery_id = ?2 AND state = 'pending'";

void add_rows(Connection& connection, const app::DeliveryFilter& filter, std::optional<DeliveryId> id,
              std::vector<DeliveryRow>& rows) {
  auto query = connection.prepare(id ? sql_find : sql_list);
  if (filter.account) query->bind(1, *filter.account);
  if (filter.state) query->bind(2, app::to_text(*filter.state));
  query->bind(3, static_cast<std::int64_t>(filter.count_max));
  if (id) query->bind(4, *id);
  while (query->step()) rows.push_back(read_delivery_row(*query));
}

}  // namespace

std::vector<AccountId> list_due_accounts(Connection& connection, Timestamp now) {
  return list_due_accounts(connection, sql_next_account, sql_account_is_due, now);
}

std::vector<Delivery> lease_deliveries(Connection& connection, AccountId account, Timestamp now, Timestamp until,
                                       std::size_t count_max) {
  std::vector<Delivery> leased;
  {
    auto query = connection.prepare(count_max == 1 ? sql_least_tried : sql_due);
    query->bind(1, account).bind(2, to_epoch_ms(now)).bind(3, static_cast<std::int64_t>(count_max));
    while (query->step()) leased.push_back(read_delivery(*query));
  }
  for (auto& delivery : leased) {
    delivery.leased_until = until;
    auto lease = connection.prepare(sql_lease);
    lease->bind(1, account).bind(2, delivery.id).bind(3, to_epoch_ms(until)).run();
  }
  return leased;
}

void settle_delivery(Connection& connection, const app::Settlement& settlement, Timestamp now) {
  const auto& delivery = settlement.delivery;
  {
    auto settle = connection.prepare(sql_settle);
    settle->bind(1, delivery.account).bind(2, delivery.id).bind(3, app::to_text(settlement.state));
    settle->bind(4, std::int64_t{delivery.attempts}).bind(5, std::int64_t{delivery.ambiguous});
    settle->bind(6, to_epoch_ms(settlement.not_before)).bind(7, settlement.reason).bind(8, to_epoch_ms(now));
    if (delivery.leased_until != Timestamp{}) settle->bind(9, to_epoch_ms(delivery.leased_until));
    settle->run();
  }
  if (!settlement.link) return;
  save_link(connection, delivery.account, delivery.contact, *settlement.link);
}

std::size_t recover_leases(Connection& connection, Timestamp ended_before, Timestamp now) {
  auto recover = connection.prepare(sql_recover);
  recover->bind(1, to_epoch_ms(now)).bind(2, to_epoch_ms(ended_before)).bind(3, to_epoch_ms(now + lease_longest)).run();
  return static_cast<std::size_t>(connection.changes());
}

std::size_t forget_later_clock(Connection& connection, Timestamp now) {
  connection.prepare(sql_forget_later_clock)->bind(1, to_epoch_ms(now)).run();
  return static_cast<std::size_t>(connection.changes());
}

std::size_t end_waits(Connection& connection, AccountId account, Timestamp now) {
  connection.prepare(sql_end_waits)->bind(1, account).bind(2, to_epoch_ms(now)).run();
  return static_cast<std::size_t>(connection.changes());
}

std::optional<Timestamp> find_next_due(Connection& connection) {
  auto query = connection.prepare(sql_next_due);
  if (!query->step() || query->is_null(0)) return std::nullopt;
  return from_epoch_ms(query->integer(0));
}

std::vector<DeliveryRow> list_deliveries(Connection& connection, const app::DeliveryFilter& filter) {
  std::vector<DeliveryRow> rows;
  if (filter.ids.empty()) add_rows(connection, filter, std::nullopt, rows);
  for (const auto id : filter.ids) add_rows(connection, filter, id, rows);
  return rows;
}

std::size_t replay_delivery(Connection& connection, AccountId account, DeliveryId id, Timestamp now) {
  connection.prepare(sql_replay)->bind(1, account).bind(2, id).bind(3, to_epoch_ms(now)).run();
  return static_cast<std::size_t>(connection.changes());
}

std::size_t park_delivery(Connection& connection, AccountId account, DeliveryId id, std::string_view reason, Timestamp now) {
  connection.prepare(sql_park)->bind(1, account).bind(2, id).bind(3, reason).bind(4, to_epoch_ms(now)).run();
  return static_cast<std::size_t>(connection.changes());
}

}  // namespace kassabro::store::sql
