#pragma once

#include "app/tables.hpp"
#include "store/sql/connection.hpp"
#include "store/vault.hpp"

namespace kassabro::store::sql {

std::optional<app::StoredOrder> find_order(Connection& connection, domain::AccountId account, std::string_view order_id);

class SqlOrderTable final : public app::OrderTable {
 public:
  explicit SqlOrderTable(Connection& connection) : connection_(connection) {}
  std::optional<app::StoredOrder> find(app::AccountId account, std::string_view order_id) override;
  void save(app::AccountId account, const app::StoredOrder& order, Timestamp at) override;
  void wait_for_buyer(app::AccountId account, const domain::Order& order, const app::BuyerKeys& keys) override;
  void stop_waiting(app::AccountId account, std::string_view order_id) override;
  std::vector<std::string> list_waiting(app::AccountId account, const app::BuyerKeys& keys) override;
  std::vector<domain::Order> list_crediting(app::AccountId account, std::string_view order_id) override;

 private:
  Connection& connection_;
};

class SqlDeliveryTable final : public app::DeliveryTable {
 public:
  explicit SqlDeliveryTable(Connection& connection) : connection_(connection) {}
  void enqueue(const app::Delivery& delivery, Timestamp at) override;
  void enqueue_once(const app::Delivery& delivery, Timestamp at) override;
  bool has_waiting(app::AccountId account, domain::ContactId contact) override;
  void make_due(app::AccountId account, Timestamp now) override;
  bool has_pending(app::AccountId account, domain::ContactId contact, app::DeliveryKind kind,
                   std::string_view order_id) override;

 private:
  Connection& connection_;
};

class SqlInboxTable final : public app::InboxTable {
 public:
  explicit SqlInboxTable(Connection& connection) : connection_(connection) {}
  void save(app::AccountId account, std::string_view source, std::string_view body, Timestamp at) override;

 private:
  Connection& connection_;
};

}  // namespace kassabro::store::sql
