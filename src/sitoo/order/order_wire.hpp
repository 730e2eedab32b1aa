#pragma once

#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "domain/order.hpp"

namespace kassabro::sitoo {

// What an order does not tell by itself.
struct OrderContext {
  std::string_view currency;   // of the account
  std::string_view time_zone;  // of the account
  Timestamp received_at;       // stands in for a missing order date
};

// An order as Sitoo writes it: the REST order object (contracts of Sitoo REST, 3.5 to 3.8), which the copy of a completed
// transaction is taken to be like (SPI v1, part F row 4). Unknown members are passed over.
// Errors name the field in Sitoo's words, e.g. `orderitems[0].moneyitemtotal_net`.
Result<domain::Order> parse_order(const json::value& value, const OrderContext& context);

// One order, an array of orders, or either wrapped in `order`, `orders`, `transaction`, `transactions` or `items`.
Result<std::vector<domain::Order>> parse_orders(const json::value& body, const OrderContext& context);

}  // namespace kassabro::sitoo
