#include "sandbox/sitoo/books.hpp"

#include <fmt/format.h>

namespace kassabro::sandbox::sitoo {
namespace {

std::vector<Store> default_stores() {
  std::vector<Store> stores;
  const std::pair<const char*, const char*> places[] = {
      {"Drottninggatan", "Stockholm"}, {"Södra Larmgatan", "Göteborg"}, {"Stora Nygatan", "Malmö"}};
  int register_number = 0;
  for (const auto& [name, city] : places) {
    const auto number = static_cast<std::int64_t>(stores.size()) + 1;
    Store store{number, number, std::to_string(number * 100), name, city, {}};
    for (int i = 1; i <= 2; ++i) {
      ++register_number;
      store.registers.push_back({fmt::format("{{3CCB9848-155A-49E1-7CA8-5F7F78FC{:04}}}", register_number),
                                 fmt::format("SII{:010}{:03}", account_number, register_number), fmt::format("Till {}", i),
                                 10'001});
    }
    stores.push_back(std::move(store));
  }
  return stores;
}

std::vector<Product> default_products() {
  return {{"TS-1001", "T-shirt, white", 249'00, 2500},       {"TS-1002", "T-shirt, striped", 299'00, 2500},
          {"JN-2001", "Jeans, slim", 899'00, 2500},          {"JN-2002", "Jeans, wide", 949'00, 2500},
          {"SK-3001", "Wool socks", 129'00, 2500},           {"JK-4001", "Rain jacket", 1499'00, 2500},
          {"KN-5001", "Knitted sweater", 799'00, 2500},      {"BG-6001", "Canvas bag", 199'00, 2500},
          {"BK-7001", "Book: Havet", 189'00, 600},           {"CF-8001", "Coffee beans, 500 g", 119'00, 1200},
          {"CF-8002", "Dark chocolate, 100 g", 39'50, 1200}, {"GC-9001", "Gift wrapping", 25'00, 2500}};
}

}  // namespace

Books::Books() { reset(); }

void Books::reset() {
  settings = {};
  products = default_products();
  switches = {};
  pos_spi = Spi::v1;
  clear_sales();
}

void Books::clear_sales() {
  stores = default_stores();
  customers.clear();
  orders.clear();
  copies.clear();
  sale_answers.clear();
  z_reports.clear();
  events.clear();
  returns_.clear();
  last_order_id_ = 11'500;
}

std::string Books::next_receipt_id(std::size_t store, std::size_t cash_register) {
  auto& till = stores.at(store).registers.at(cash_register);
  return till.key + std::to_string(till.next_receipt++);
}

const Order& Books::add_order(Order order) {
  order.id = ++last_order_id_;
  if (order.credit_order_id != 0) returns_.emplace(order.credit_order_id, order.id);
  return orders.emplace(order.id, std::move(order)).first->second;
}

const Order* Books::find_order(std::int64_t order_id) const {
  const auto found = orders.find(order_id);
  return found == orders.end() ? nullptr : &found->second;
}

Order* Books::find_order(std::int64_t order_id) {
  const auto found = orders.find(order_id);
  return found == orders.end() ? nullptr : &found->second;
}

std::int64_t Books::returned_quantity(std::int64_t order_id, int line) const {
  std::int64_t count = 0;
  const auto [first, last] = returns_.equal_range(order_id);
  for (auto entry = first; entry != last; ++entry)
    for (const auto& returned : orders.at(entry->second).lines)
      if (returned.original_line == line) count -= returned.quantity;
  return count;
}

}  // namespace kassabro::sandbox::sitoo
