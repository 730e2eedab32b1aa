#include "sitoo/order/order_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "domain/money.hpp"

namespace kassabro::sitoo {
namespace {

using domain::OrderLine;
using domain::Payment;

constexpr std::size_t lines_max = 5'000;
constexpr std::int64_t quantity_max = 1'000'000;
constexpr std::size_t payments_max = 100;

void add_id(std::vector<std::string>& ids, std::string id) {
  if (!id.empty()) ids.push_back(std::move(id));
}

Result<OrderLine> parse_line(const Fields& item) {
  OrderLine line;
  if (const auto texts = item.check_texts({"sku", "productname", "name", "vatvalue"}); !texts) return fail(texts.error());
  line.sku = item.text({"sku"});
  line.name = item.text({"productname", "name"});
  line.weight = item.text({"decimalunitquantity"});
  line.vat_percent = item.text({"vatvalue"});
  const auto quantity = item.integer("quantity");
  if (!quantity) return fail(quantity.error());
  if (!*quantity) return fail(invalid(item.place("quantity"), "The quantity is missing."));
  line.quantity = **quantity;
  if (line.quantity > quantity_max || line.quantity < -quantity_max)
    return fail(invalid(item.place("quantity"), "A row has at most 1,000,000 pieces."));
  const auto unit_net = item.amount({"moneynetpriceperquantity", "moneynetpriceperunit"});
  const auto net = item.amount({"moneyitemtotal_net"});
  const auto vat = item.amount({"moneyitemtotal_vat"});
  const auto discount = item.amount({"moneydiscount"});
  for (const auto* amount : {&unit_net, &net, &vat, &discount})
    if (!*amount) return fail(amount->error());
  // The row's total is the truth; unit times quantity is only for a body that leaves it out (contracts, 6.13).
  line.net_minor = net->value_or(unit_net->value_or(0) * line.quantity);
  line.vat_minor = vat->value_or(0);
  line.discount_minor = std::abs(discount->value_or(0) * line.quantity);
  if (std::abs(line.net_minor) > domain::amount_minor_max || line.discount_minor > domain::amount_minor_max)
    return fail(invalid(item.place("quantity"), "The row's amount is too large."));
  return line;
}

// "25" or "12.5"; what is no percentage counts as none.
double percentage(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole_text = error == std::errc{} && end == text.data() + text.size();
  return is_whole_text && number >= 0 && number <= 100 ? number : 0;
}

// The discount with the row's VAT, rounded. Sitoo writes it only on rows that an integration made (contracts, 3.7).
// Where nothing is left to pay, the amounts do not tell the VAT, and the row's rate does.
std::int64_t gross_discount(const OrderLine& line) {
  const auto net = static_cast<double>(std::abs(line.net_minor));
  const auto vat = static_cast<double>(std::abs(line.vat_minor));
  const double gross_per_net = net > 0 ? (net + vat) / net : (100 + percentage(line.vat_percent)) / 100;
  const double gross = static_cast<double>(line.discount_minor) * gross_per_net;
  return std::llround(std::min(gross, static_cast<double>(domain::amount_minor_max)));
}

Result<OrderLine> parse_item(const json::value& value, std::size_t index, std::string_view currency) {
  const auto where = fmt::format("orderitems[{}]", index);
  if (!value.is_object()) return fail(invalid(where, "This is not an object."));
  const Fields item(value.get_object(), where + ".", currency);
  auto line = parse_line(item);
  if (!line) return line;
  const auto more = item.map("additionaldata");
  if (!more) return fail(more.error());
  const Fields extra(*more, where + ".additionaldata.", currency);
  add_id(line->bonus_check_ids, extra.text({"customcrm-bonuscheckid", "crm-bonuscheckid"}));
  add_id(line->promotion_ids, extra.text({"customcrm-promotionid", "crm-promotionid"}));
  const auto row_discount = extra.amount({"orderitem-moneyrowdiscount"});
  line->gross_discount_minor = row_discount && *row_discount ? std::abs(**row_discount) : gross_discount(*line);
  return line;
}

}  // namespace

Result<std::vector<OrderLine>> parse_order_lines(const Fields& order, std::string_view currency) {
  const auto items = order.list("orderitems");
  if (!items) return fail(items.error());
  if (items->size() > lines_max) return fail(invalid("orderitems", "An order has at most 5000 rows."));
  std::vector<OrderLine> lines;
  for (std::size_t i = 0; i < items->size(); ++i) {
    auto line = parse_item((*items)[i], i, currency);
    if (!line) return fail(line.error());
    lines.push_back(std::move(*line));
  }
  return lines;
}

Result<std::vector<Payment>> parse_payments(const Fields& order, std::string_view currency) {
  const auto entries = order.list("payments");
  if (!entries) return fail(entries.error());
  if (entries->size() > payments_max) return fail(invalid("payments", "An order has at most 100 payments."));
  std::vector<Payment> payments;
  for (std::size_t i = 0; i < entries->size(); ++i) {
    const auto where = fmt::format("payments[{}]", i);
    const auto& value = (*entries)[i];
    if (!value.is_object()) return fail(invalid(where, "This is not an object."));
    const Fields entry(value.get_object(), where + ".", currency);
    const auto amount = entry.amount({"moneyamount"});
    const auto more = entry.map("additionaldata");
    if (!amount) return fail(amount.error());
    // A virtual payment only ties the two orders of an exchange together: no money has moved (contracts, 3.8).
    if (more && bool_member(*more, "virtual-payment").value_or(false)) continue;
    payments.push_back({entry.text({"name"}), amount->value_or(0)});
  }
  return payments;
}

}  // namespace kassabro::sitoo
