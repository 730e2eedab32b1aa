#include "store/sql/order_fetch_queue.hpp"

#include "store/sql/inbound_rows.hpp"

namespace kassabro::store::sql {

using app::AccountId;

Async<std::vector<AccountId>> SqlOrderFetchQueue::list_due_accounts(Timestamp now) {
  co_return co_await pool_.read([&](Connection& connection) { return list_accounts_to_fetch(connection, now); });
}

Async<std::vector<app::OrderFetch>> SqlOrderFetchQueue::take(AccountId account, Timestamp now, std::size_t count_max) {
  co_return co_await pool_.read([&](Connection& connection) { return take_fetches(connection, account, now, count_max); });
}

Async<void> SqlOrderFetchQueue::settle(std::vector<app::OrderFetchSettlement> settlements, Timestamp now) {
  if (settlements.empty()) co_return;
  co_await write(writer_, settlements.front().fetch.account, [&](app::Tables&, Connection& connection) {
    for (const auto& settlement : settlements) settle_fetch(connection, settlement, now);
    return true;
  });
}

Async<std::size_t> SqlOrderFetchQueue::forget_later_clock(Timestamp now) {
  std::size_t count = 0;
  co_await write(writer_, app::no_account_yet, [&](app::Tables&, Connection& connection) {
    count = forget_later_fetch_clock(connection, now);
    return true;
  });
  co_return count;
}

Async<std::optional<Timestamp>> SqlOrderFetchQueue::next_due() {
  co_return co_await pool_.read([&](Connection& connection) { return find_next_fetch(connection); });
}

Async<std::vector<app::OrderFetchRow>> SqlOrderFetchQueue::list(app::OrderFetchFilter filter) {
  co_return co_await pool_.read([&](Connection& connection) { return list_fetches(connection, filter); });
}

Async<std::size_t> SqlOrderFetchQueue::replay(AccountId account, std::vector<std::string> order_ids, Timestamp now) {
  std::size_t count = 0;
  co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
    for (const auto& id : order_ids) count += replay_fetch(connection, account, id, now);
    return true;
  });
  co_return count;
}

Async<std::size_t> SqlOrderFetchQueue::replay_parked(std::optional<AccountId> account, Timestamp now) {
  std::size_t count = 0;
  co_await write(writer_, account.value_or(app::no_account_yet), [&](app::Tables&, Connection& connection) {
    count = replay_parked_fetches(connection, account, now);
    return true;
  });
  co_return count;
}

Async<std::vector<app::QuarantineRow>> SqlQuarantineReader::list(std::optional<AccountId> account, std::size_t count_max) {
  co_return co_await pool_.read([&](Connection& connection) { return list_quarantine(connection, account, count_max); });
}

}  // namespace kassabro::store::sql
