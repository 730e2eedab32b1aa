#include "store/sqlite/order_fetch_queue.hpp"

#include "store/sqlite/inbound_rows.hpp"

namespace kassabro::store::sqlite {

using app::AccountId;

Async<std::vector<AccountId>> SqliteOrderFetchQueue::list_due_accounts(Timestamp now) {
  co_return list_accounts_to_fetch(pool_.mine(), now);
}

Async<std::vector<app::OrderFetch>> SqliteOrderFetchQueue::take(AccountId account, Timestamp now, std::size_t count_max) {
  co_return take_fetches(pool_.mine(), account, now, count_max);
}

Async<void> SqliteOrderFetchQueue::settle(std::vector<app::OrderFetchSettlement> settlements, Timestamp now) {
  if (settlements.empty()) co_return;
  co_await write(writer_, [&](app::Tables&, Connection& connection) {
    for (const auto& settlement : settlements) settle_fetch(connection, settlement, now);
    return true;
  });
}

Async<std::optional<Timestamp>> SqliteOrderFetchQueue::next_due() { co_return find_next_fetch(pool_.mine()); }

Async<std::vector<app::OrderFetchRow>> SqliteOrderFetchQueue::list(app::OrderFetchFilter filter) {
  co_return list_fetches(pool_.mine(), filter);
}

Async<std::size_t> SqliteOrderFetchQueue::replay(AccountId account, std::vector<std::string> order_ids, Timestamp now) {
  std::size_t count = 0;
  co_await write(writer_, [&](app::Tables&, Connection& connection) {
    for (const auto& id : order_ids) count += replay_fetch(connection, account, id, now);
    return true;
  });
  co_return count;
}

Async<std::size_t> SqliteOrderFetchQueue::replay_parked(std::optional<AccountId> account, Timestamp now) {
  std::size_t count = 0;
  co_await write(writer_, [&](app::Tables&, Connection& connection) {
    count = replay_parked_fetches(connection, account, now);
    return true;
  });
  co_return count;
}

Async<std::vector<app::QuarantineRow>> SqliteQuarantineReader::list(std::optional<AccountId> account, std::size_t count_max) {
  co_return list_quarantine(pool_.mine(), account, count_max);
}

}  // namespace kassabro::store::sqlite
