#pragma once

#include "sandbox/sitoo/sale.hpp"

namespace kassabro::sandbox::sitoo {

struct Refund {
  std::int64_t order_id = 0;
  struct Piece {
    int line = 0;
    std::int64_t quantity = 0;
  };
  std::vector<Piece> pieces;
  std::optional<Timestamp> sold_at;
  bool is_linked = true;    // without a receipt, nothing names the sale (REST contract, 3.9)
  std::optional<Spi> spi{};  // absent: as the sale
};

// {"order_id" or "orderid", "items":[{"sku","quantity"}],"linked":true,"spi"}; without items everything that is left. Checked
// against what was sold and has not come back yet.
Result<Refund> parse_refund(const json::object& body, const Books& books);

// The order that gives the pieces back: negative rows, each with its exact part of the discount.
Order refund_order(const Books& books, const Refund& refund, Timestamp now);

}  // namespace kassabro::sandbox::sitoo
