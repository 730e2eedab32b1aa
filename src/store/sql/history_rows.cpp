#include "store/sql/history_rows.hpp"

namespace kassabro::store::sql {
namespace {

using app::AccountId;
using app::PastOrder;

constexpr const char* sql_add =
    "INSERT INTO past_orders (account_id, contact_id, ordered_at, order_id, sending) VALUES (?1, ?2, ?3, ?4, 0) "
    "ON CONFLICT DO NOTHING";
constexpr const char* sql_mark =
    "UPDATE past_orders SET sending = ?5 WHERE account_id = ?1 AND contact_id = ?2 AND ordered_at = ?3 AND order_id = ?4";
constexpr const char* sql_remove =
    "DELETE FROM past_orders WHERE account_id = ?1 AND contact_id = ?2 AND ordered_at = ?3 AND order_id = ?4";
// From contact to contact in the key, so that one with thousands of orders costs no more than one with a single one.
constexpr const char* sql_next =
    "SELECT contact_id, ordered_at, order_id, sending FROM past_orders WHERE account_id = ?1 AND contact_id > ?2 "
    "ORDER BY contact_id, ordered_at, order_id LIMIT 1";
constexpr const char* sql_count = "SELECT count(*) FROM (SELECT 1 FROM past_orders WHERE account_id = ?1 LIMIT ?2) AS few";

void run_on(Connection& connection, const char* sql, AccountId account, const PastOrder& order,
            std::optional<bool> sending = std::nullopt) {
  auto statement = connection.prepare(sql);
  statement->bind(1, account).bind(2, order.contact).bind(3, to_epoch_ms(order.ordered_at)).bind(4, order.order_id);
  if (sending) statement->bind(5, std::int64_t{*sending});
  statement->run();
}

}  // namespace

void SqlHistoryTable::add(AccountId account, const PastOrder& order) { run_on(connection_, sql_add, account, order); }
void SqlHistoryTable::mark(AccountId account, const PastOrder& order) {
  run_on(connection_, sql_mark, account, order, order.sending);
}
void SqlHistoryTable::remove(AccountId account, const PastOrder& order) { run_on(connection_, sql_remove, account, order); }

Async<std::vector<PastOrder>> SqlHistoryReader::list_round(AccountId account, domain::ContactId after, std::size_t count_max) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> std::vector<PastOrder> {
    std::vector<PastOrder> round;
    while (round.size() < count_max) {
      auto query = connection.prepare(sql_next);
      query->bind(1, account).bind(2, after);
      if (!query->step()) break;
      after = query->integer(0);
      round.push_back({after, query->text(2), from_epoch_ms(query->integer(1)), query->integer(3) != 0});
    }
    return round;
  });
}

Async<std::size_t> SqlHistoryReader::count(AccountId account, std::size_t count_max) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> std::size_t {
    auto query = connection.prepare(sql_count);
    query->bind(1, account).bind(2, static_cast<std::int64_t>(count_max));
    query->step();
    return static_cast<std::size_t>(query->integer(0));
  });
}

}  // namespace kassabro::store::sql
