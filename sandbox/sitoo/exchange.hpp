#pragma once

#include "sandbox/sitoo/refund.hpp"

namespace kassabro::sandbox::sitoo {

// Goods come back and others are taken instead, in one go at the till.
struct Exchange {
  Refund refund;
  std::vector<Line> lines;
};

// {"order_id","items":[what comes back],"new_items":[what is taken]}.
Result<Exchange> parse_exchange(const json::object& body, const Books& books);

// The sale that goes with `refund`. What both have in common is paid by a virtual payment on either order, so that no money
// moves for it (REST contract, 3.8 and 3.9); `refund`'s payments are changed accordingly.
Order exchange_sale(const Exchange& exchange, Order& refund);

}  // namespace kassabro::sandbox::sitoo
