#pragma once

#include "app/order_fetch_queue.hpp"
#include "app/quarantine_reader.hpp"
#include "app/tables.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

class SqlEventTable final : public app::EventTable {
 public:
  explicit SqlEventTable(Connection& connection) : connection_(connection) {}
  bool add(app::AccountId account, const app::OrderEvent& event, Timestamp at) override;

 private:
  Connection& connection_;
};

class SqlOrderFetchTable final : public app::OrderFetchTable {
 public:
  explicit SqlOrderFetchTable(Connection& connection) : connection_(connection) {}
  void request(app::AccountId account, std::int64_t eshop_id, std::string_view order_id, Timestamp at,
               const Trace& trace) override;

 private:
  Connection& connection_;
};

class SqlQuarantineTable final : public app::QuarantineTable {
 public:
  explicit SqlQuarantineTable(Connection& connection) : connection_(connection) {}
  void save(app::AccountId account, std::string_view source, std::string_view reason, std::string_view body,
            Timestamp at) override;

 private:
  Connection& connection_;
};

// The statements of app::OrderFetchQueue and app::QuarantineReader: reads on a reader's connection, changes on the writer's.
std::vector<app::AccountId> list_accounts_to_fetch(Connection& connection, Timestamp now);
std::vector<app::OrderFetch> take_fetches(Connection& connection, app::AccountId account, Timestamp now, std::size_t count_max);
void settle_fetch(Connection& connection, const app::OrderFetchSettlement& settlement, Timestamp now);
std::size_t forget_later_fetch_clock(Connection& connection, Timestamp now);
std::optional<Timestamp> find_next_fetch(Connection& connection);
std::vector<app::OrderFetchRow> list_fetches(Connection& connection, const app::OrderFetchFilter& filter);
std::size_t replay_fetch(Connection& connection, app::AccountId account, std::string_view order_id, Timestamp now);
std::size_t replay_parked_fetches(Connection& connection, std::optional<app::AccountId> account, Timestamp now);
std::vector<app::QuarantineRow> list_quarantine(Connection& connection, std::optional<app::AccountId> account,
                                                std::size_t count_max);

}  // namespace kassabro::store::sql
