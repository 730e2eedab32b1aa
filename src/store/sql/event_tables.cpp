#include "store/sql/event_tables.hpp"

#include <algorithm>

#include "app/delivery_queue.hpp"
#include "base/ids.hpp"
#include "store/order_text.hpp"
#include "store/trace_text.hpp"

namespace kassabro::store::sql {
namespace {

constexpr const char* sql_find_order = "SELECT content, announced FROM orders WHERE account_id = ?1 AND order_id = ?2";
constexpr const char* sql_save_order =
    "INSERT INTO orders (account_id, order_id, contact_id, ordered_at, state, announced, content, updated_at, total_minor, "
    "currency, store, credited_order_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
    "ON CONFLICT (account_id, order_id) DO UPDATE SET contact_id = ?3, ordered_at = ?4, state = ?5, announced = ?6, "
    "content = ?7, updated_at = ?8, total_minor = ?9, currency = ?10, store = ?11, credited_order_id = ?12";
constexpr const char* sql_stop_waiting = "DELETE FROM waiting_orders WHERE account_id = ?1 AND order_id = ?2";
constexpr const char* sql_wait =
    "INSERT INTO waiting_orders (account_id, key, order_id, ordered_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
constexpr const char* sql_list_waiting =
    "SELECT order_id FROM waiting_orders WHERE account_id = ?1 AND key = ?2 ORDER BY ordered_at, order_id";
constexpr const char* sql_list_crediting =
    "SELECT content FROM orders WHERE account_id = ?1 AND credited_order_id = ?2 AND credited_order_id <> '' "
    "AND state = 'completed' ORDER BY ordered_at, order_id";
constexpr const char* sql_enqueue =
    "INSERT INTO outbox (delivery_id, account_id, contact_id, kind, order_id, state, attempts, ambiguous, not_before, reason, "
    "created_at, updated_at, when_idle, trace) VALUES (?1, ?2, ?3, ?4, ?5, 'pending', 0, 0, ?6, '', ?6, ?6, ?7, ?8)";
constexpr const char* sql_find_pending =
    // The first condition on the state is the index's own: without it SQLite goes through everything that waits.
    "SELECT delivery_id, when_idle FROM outbox INDEXED BY outbox_lane WHERE account_id = ?1 AND contact_id = ?2 "
    "AND state IN ('pending', 'leased') "
    "AND state = 'pending' AND kind = ?3 LIMIT 1";
constexpr const char* sql_hurry = "UPDATE outbox SET when_idle = 0 WHERE account_id = ?2 AND delivery_id = ?1";
constexpr const char* sql_newest_delivery = "SELECT max(delivery_id) FROM outbox";
// Where deliveries are kept by their accounts.
constexpr const char* sql_newest_of_account = "SELECT max(delivery_id) FROM outbox WHERE account_id = ?1";
constexpr const char* sql_make_due =
    "UPDATE outbox SET not_before = ?2 WHERE account_id = ?1 AND state = 'pending' AND not_before > ?2";
constexpr const char* sql_has_waiting =
    "SELECT 1 FROM outbox INDEXED BY outbox_lane WHERE account_id = ?1 AND contact_id = ?2 "
    "AND state IN ('pending', 'leased') LIMIT 1";
constexpr const char* sql_has_pending =
    "SELECT 1 FROM outbox INDEXED BY outbox_lane WHERE account_id = ?1 AND contact_id = ?2 "
    "AND state IN ('pending', 'leased') AND state = 'pending' "
    "AND kind = ?3 AND order_id = ?4 LIMIT 1";
constexpr const char* sql_save_inbox = "INSERT INTO inbox (account_id, received_at, source, body) VALUES (?1, ?2, ?3, ?4)";

}  // namespace

std::optional<app::StoredOrder> find_order(Connection& connection, domain::AccountId account, std::string_view order_id) {
  auto query = connection.prepare(sql_find_order);
  query->bind(1, account).bind(2, order_id);
  if (!query->step()) return std::nullopt;
  return app::StoredOrder{order_from_stored_text(query->text_view(0)), query->integer(1) != 0};
}

std::optional<app::StoredOrder> SqlOrderTable::find(app::AccountId account, std::string_view order_id) {
  return find_order(connection_, account, order_id);
}

void SqlOrderTable::save(app::AccountId account, const app::StoredOrder& stored, Timestamp at) {
  const auto& order = stored.order;
  auto save = connection_.prepare(sql_save_order);
  save->bind(1, account).bind(2, order.id);
  if (order.contact) save->bind(3, *order.contact);
  save->bind(4, to_epoch_ms(order.ordered_at)).bind(5, to_text(order.state)).bind(6, std::int64_t{stored.announced});
  save->bind(7, to_stored_text(order)).bind(8, to_epoch_ms(at)).bind(9, order.total_minor).bind(10, order.currency);
  save->bind(11, order.store).bind(12, order.credited_order_id).run();
}

void SqlOrderTable::wait_for_buyer(app::AccountId account, const domain::Order& order, const app::BuyerKeys& keys) {
  for (const auto& key : keys) {
    auto wait = connection_.prepare(sql_wait);
    wait->bind(1, account).bind(2, stored_form(key)).bind(3, order.id).bind(4, to_epoch_ms(order.ordered_at)).run();
  }
}

void SqlOrderTable::stop_waiting(app::AccountId account, std::string_view order_id) {
  connection_.prepare(sql_stop_waiting)->bind(1, account).bind(2, order_id).run();
}

std::vector<std::string> SqlOrderTable::list_waiting(app::AccountId account, const app::BuyerKeys& keys) {
  std::vector<std::string> ids;
  for (const auto& key : keys) {
    auto query = connection_.prepare(sql_list_waiting);
    query->bind(1, account).bind(2, stored_form(key));
    while (query->step())
      if (auto id = query->text(0); std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
  }
  return ids;
}

std::vector<domain::Order> SqlOrderTable::list_crediting(app::AccountId account, std::string_view order_id) {
  std::vector<domain::Order> orders;
  auto query = connection_.prepare(sql_list_crediting);
  query->bind(1, account).bind(2, order_id);
  while (query->step()) orders.push_back(order_from_stored_text(query->text_view(0)));
  return orders;
}

void SqlDeliveryTable::enqueue(const app::Delivery& delivery, Timestamp at) {
  // Ids drawn within one millisecond do not sort by time, but a contact's deliveries must: go on from the newest.
  std::int64_t id = delivery.id;
  {
    const bool is_by_account = connection_.dialect() == Dialect::postgres;
    auto newest = connection_.prepare(is_by_account ? sql_newest_of_account : sql_newest_delivery);
    if (is_by_account) newest->bind(1, delivery.account);
    newest->step();
    if (!newest->is_null(0) && newest->integer(0) >= id) id = newest->integer(0) + 1;
  }
  auto insert = connection_.prepare(sql_enqueue);
  insert->bind(1, id).bind(2, delivery.account).bind(3, delivery.contact).bind(4, app::to_text(delivery.kind));
  insert->bind(5, delivery.order_id).bind(6, to_epoch_ms(at));
  insert->bind(7, std::int64_t{delivery.urgency == app::Urgency::when_idle}).bind(8, to_stored_text(delivery.trace)).run();
}

void SqlDeliveryTable::enqueue_once(const app::Delivery& delivery, Timestamp at) {
  std::optional<std::int64_t> pending;
  bool is_to_hurry = false;
  {
    auto query = connection_.prepare(sql_find_pending);
    query->bind(1, delivery.account).bind(2, delivery.contact).bind(3, app::to_text(delivery.kind));
    if (query->step()) pending = query->integer(0);
    is_to_hurry = pending && query->integer(1) != 0 && delivery.urgency == app::Urgency::soon;
  }
  if (!pending) return enqueue(delivery, at);
  if (is_to_hurry) connection_.prepare(sql_hurry)->bind(1, *pending).bind(2, delivery.account).run();
}

void SqlDeliveryTable::make_due(app::AccountId account, Timestamp now) {
  connection_.prepare(sql_make_due)->bind(1, account).bind(2, to_epoch_ms(now)).run();
}

bool SqlDeliveryTable::has_waiting(app::AccountId account, domain::ContactId contact) {
  auto query = connection_.prepare(sql_has_waiting);
  query->bind(1, account).bind(2, contact);
  return query->step();
}

bool SqlDeliveryTable::has_pending(app::AccountId account, domain::ContactId contact, app::DeliveryKind kind,
                                   std::string_view order_id) {
  auto query = connection_.prepare(sql_has_pending);
  query->bind(1, account).bind(2, contact).bind(3, app::to_text(kind)).bind(4, order_id);
  return query->step();
}

void SqlInboxTable::save(app::AccountId account, std::string_view source, std::string_view body, Timestamp at) {
  auto insert = connection_.prepare(sql_save_inbox);
  insert->bind(1, account).bind(2, to_epoch_ms(at)).bind(3, source).bind(4, body).run();
}

}  // namespace kassabro::store::sql
