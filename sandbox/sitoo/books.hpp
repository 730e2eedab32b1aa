#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"
#include "sandbox/sitoo/event_queue.hpp"
#include "sandbox/sitoo/order.hpp"
#include "sandbox/sitoo/settings.hpp"
#include "sandbox/sitoo/switches.hpp"

namespace kassabro::sandbox::sitoo {

struct CashRegister {
  std::string id;   // "{GUID}"
  std::string key;  // "SII0000001500001"; with the receipt number behind it, it is the receipt id (REST contract, 3.10)
  std::string name;
  std::int64_t next_receipt = 10'001;
};

struct Store {
  std::int64_t id = 0, warehouse_id = 0;
  std::string external_id, name, city;
  std::vector<CashRegister> registers;
};

struct Product {
  std::string sku, name;
  Minor price = 0;
  int vat_hundredths = 2500;
};

struct Customer {
  std::string user_id, email, mobile, first_name, last_name;
  Timestamp created_at;
};

// What a till adds up when it is closed: the receipts since the last time (REST contract, 4.6).
struct ZReport {
  std::int64_t id = 0;
  std::size_t store = 0, cash_register = 0;
  Timestamp added_at;
  Minor sales = 0, refunds = 0;
  std::int64_t receipts = 0;
};

// A transaction copy (SPI v1) that the CRM has not taken yet.
struct Pending {
  std::int64_t order_id = 0;
  std::string body;
  bool in_flight = false;  // the till is sending it itself: the background loop leaves it alone
};

// All of Sitoo: settings, stores, orders and what is still to be sent. The caller holds `mutex`; never across a co_await.
class Books {
 public:
  Books();

  std::mutex mutex;
  Settings settings;
  std::vector<Store> stores;
  std::vector<Product> products;
  std::vector<Customer> customers;
  std::map<std::int64_t, Order> orders;
  std::map<std::int64_t, Pending> copies;  // by order id: the oldest is sent first
  std::vector<ZReport> z_reports;           // by time
  EventQueue events;
  Switches switches;
  Spi pos_spi = Spi::v1;  // what the till's page speaks
  std::map<std::string, std::string> sale_answers;  // of the page's sales with a `sale_id`; empty while one is being made

  void reset();
  // Forgets orders and customers, keeps the settings.
  void clear_sales();

  std::string next_receipt_id(std::size_t store, std::size_t cash_register);
  // Gives the order its number and keeps it.
  const Order& add_order(Order order);
  const Order* find_order(std::int64_t order_id) const;
  Order* find_order(std::int64_t order_id);
  // How many pieces of a row have come back already.
  std::int64_t returned_quantity(std::int64_t order_id, int line) const;
  const Store& store_of(const Order& order) const { return stores.at(order.store); }
  const CashRegister& register_of(const Order& order) const { return store_of(order).registers.at(order.cash_register); }

 private:
  std::int64_t last_order_id_ = 11'500;
  std::multimap<std::int64_t, std::int64_t> returns_;  // order -> the orders that credit it
};

}  // namespace kassabro::sandbox::sitoo
