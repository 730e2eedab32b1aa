#include "main/read_order.hpp"

#include "sitoo/order/order_wire.hpp"

namespace kassabro::main {

Result<domain::Order> read_order(const app::Account& account, std::string_view text) {
  const auto value = parse_json(text);
  if (!value) return fail(value.error());
  return sitoo::parse_order(*value, {account.currency, account.time_zone, Timestamp{}});
}

}  // namespace kassabro::main
