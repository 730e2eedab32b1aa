#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sandbox/sitoo/books.hpp"

namespace kassabro::sandbox::sitoo {

// A checked request to sell. A customer is named by `contact_id` (already on the purchase) or found by `key`.
struct Sale {
  Spi spi = Spi::v1;
  std::string key, contact_id;
  std::vector<Line> lines;
  std::vector<std::string> bonus_checks;
  std::vector<Payment> payments;  // empty: the whole sum by `payment`
  std::string payment = "Card";
  std::optional<Timestamp> sold_at;
  std::size_t store = 0, cash_register = 0;
};

// Both of /control/pos/sell and the page's POST /sales. Errors name the field ("items.0.quantity").
Result<Sale> parse_sale(const json::object& body, const Books& books);

struct Refund {
  std::int64_t order_id = 0;
  struct Piece {
    int line = 0;
    std::int64_t quantity = 0;
  };
  std::vector<Piece> pieces;
  std::optional<Timestamp> sold_at;
};

// {"order_id" or "orderid", "items":[{"sku","quantity"}]}; without items everything that is left. Checked against what was
// sold and has not come back yet.
Result<Refund> parse_refund(const json::object& body, const Books& books);

// The order that gives the pieces back: negative rows, each with its exact part of the discount.
Order refund_order(const Books& books, const Refund& refund, Timestamp now);

}  // namespace kassabro::sandbox::sitoo
