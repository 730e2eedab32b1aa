#include "sandbox/sitoo/exchange.hpp"

#include <algorithm>

namespace kassabro::sandbox::sitoo {
namespace {

// `common` by the virtual payment, the rest by card.
std::vector<Payment> split_payment(Minor total, Minor common) {
  std::vector<Payment> payments;
  if (common != 0) payments.push_back({"Exchange", common, true});
  if (total != common) payments.push_back({"Card", total - common});
  return payments;
}

}  // namespace

Result<Exchange> parse_exchange(const json::object& body, const Books& books) {
  auto refund = parse_refund(body, books);
  if (!refund) return fail(refund.error());
  auto lines = parse_lines(body, "new_items", books);
  if (!lines) return fail(lines.error());
  return Exchange{std::move(*refund), std::move(*lines)};
}

Order exchange_sale(const Exchange& exchange, Order& refund) {
  auto sale = refund;
  sale.credit_order_id = 0;
  sale.lines = exchange.lines;
  sale.roundoff = refund.roundoff = 0;
  const auto back = -refund.totals().gross;
  const auto taken = sale.totals().gross;
  const auto common = std::min(back, taken);
  refund.payments = split_payment(-back, -common);
  sale.payments = split_payment(taken, common);
  return sale;
}

}  // namespace kassabro::sandbox::sitoo
