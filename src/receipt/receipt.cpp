#include "receipt/receipt.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "domain/money.hpp"
#include "receipt/quantity.hpp"
#include "receipt/vat_rows.hpp"

namespace kassabro::receipt {
namespace {

using domain::Order;
using domain::OrderLine;

Line make_line(const OrderLine& sold) {
  Line line;
  line.name = sold.name.empty() ? sold.sku : sold.name;
  line.sku = sold.sku;
  line.is_returned = sold.quantity < 0;
  line.uses_bonus_check = !sold.bonus_check_ids.empty();
  line.total_minor = sold.net_minor + sold.vat_minor;
  line.discount_minor = line.is_returned ? sold.gross_discount_minor : -sold.gross_discount_minor;
  line.list_minor = line.total_minor - line.discount_minor;
  const auto quantity = quantity_of(sold);
  line.quantity = quantity_text(quantity);
  line.unit_minor = unit_price(line.list_minor, quantity);
  return line;
}

std::int64_t sum_of(const std::vector<Line>& lines, std::int64_t Line::* part) {
  return std::accumulate(lines.begin(), lines.end(), std::int64_t{0},
                         [part](std::int64_t so_far, const Line& line) { return so_far + line.*part; });
}

// What the rows that name the check alone were cheaper by, as the ledger counts it too.
std::optional<std::int64_t> discount_by(const Order& order, std::string_view check_id) {
  std::int64_t discount = 0;
  for (const auto& line : order.lines) {
    if (std::ranges::find(line.bonus_check_ids, check_id) == line.bonus_check_ids.end()) continue;
    if (line.bonus_check_ids.size() > 1) return std::nullopt;
    discount += line.quantity < 0 ? line.gross_discount_minor : -line.gross_discount_minor;
  }
  return discount == 0 ? std::nullopt : std::optional(discount);
}

std::vector<BonusUse> make_bonus_uses(const Order& order, const std::vector<BonusUse>& known) {
  std::vector<BonusUse> uses;
  for (const auto& id : domain::bonus_check_ids(order)) {
    const auto told = std::ranges::find(known, id, &BonusUse::id);
    BonusUse use = told == known.end() ? BonusUse{id, {}, {}} : *told;
    if (!use.amount_minor) use.amount_minor = discount_by(order, id);
    uses.push_back(std::move(use));
  }
  return uses;
}

void add_sums(Receipt& receipt, const Order& order) {
  receipt.goods_minor = sum_of(receipt.lines, &Line::list_minor);
  receipt.discount_minor = sum_of(receipt.lines, &Line::discount_minor);
  receipt.net_minor = order.net_minor;
  receipt.vat_minor = order.vat_minor;
  receipt.total_minor = order.total_minor;
  receipt.adjustment_minor = order.net_minor + order.vat_minor - receipt.goods_minor - receipt.discount_minor;
  receipt.round_off_minor = order.total_minor - order.net_minor - order.vat_minor;
  receipt.vat_rows = make_vat_rows(order);
}

void add_payments(Receipt& receipt, const Order& order) {
  receipt.payments = order.payments;
  if (order.payments.empty()) return;
  receipt.settled_otherwise_minor =
      std::accumulate(order.payments.begin(), order.payments.end(), order.total_minor,
                      [](std::int64_t left, const domain::Payment& payment) { return left - payment.amount_minor; });
}

void add_references(Receipt& receipt, const Order& order, const Surroundings& surroundings) {
  receipt.language = surroundings.language;
  receipt.type = order.type;
  receipt.state = order.state;
  receipt.shop = surroundings.shop;
  receipt.shop_details = surroundings.shop_details;
  receipt.store = order.store;
  // Sitoo names a till by a number, or by a key in braces that says nothing to a customer.
  if (!order.register_id.starts_with('{')) receipt.register_id = order.register_id;
  receipt.staff = order.staff;
  receipt.receipt_id = order.receipt_id.empty() ? order.id : order.receipt_id;
  receipt.member_number = surroundings.member_number.empty() ? order.member_number : surroundings.member_number;
  receipt.credited_order_id = order.credited_order_id;
  receipt.ordered_at = order.ordered_at;
  receipt.time_zone = order.time_zone.empty() ? surroundings.time_zone : order.time_zone;
  receipt.currency = order.currency;
}

}  // namespace

Receipt make_receipt(const Order& order, const Surroundings& surroundings) {
  Receipt receipt;
  add_references(receipt, order, surroundings);
  receipt.lines.reserve(order.lines.size());
  for (const auto& line : order.lines)
    if (line.quantity >= 0) receipt.lines.push_back(make_line(line));
  for (const auto& line : order.lines)
    if (line.quantity < 0) receipt.lines.push_back(make_line(line));
  add_sums(receipt, order);
  add_payments(receipt, order);
  receipt.bonus_uses = make_bonus_uses(order, surroundings.known_checks);
  return receipt;
}

bool is_rounding(std::int64_t minor, std::string_view currency) {
  std::int64_t unit = 1;
  for (int i = 0; i < domain::minor_digits(currency); ++i) unit *= 10;
  return std::abs(minor) < std::max<std::int64_t>(unit, 2);
}

}  // namespace kassabro::receipt
