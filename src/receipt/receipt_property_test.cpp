// What a receipt shows adds up, whatever the order says.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <numeric>

#include "domain/money.hpp"
#include "receipt/quantity.hpp"
#include "receipt/receipt.hpp"
#include "testing/receipts.hpp"

namespace kassabro::receipt {
namespace {

using domain::Order;
using domain::OrderLine;

std::int64_t sum(const auto& rows, auto part) {
  return std::accumulate(rows.begin(), rows.end(), std::int64_t{0},
                         [part](std::int64_t so_far, const auto& row) { return so_far + row.*part; });
}

// Empty, or which of the sums is wrong.
std::string fault_of(const Receipt& receipt) {
  const auto net_and_vat = receipt.net_minor + receipt.vat_minor;
  if (sum(receipt.lines, &Line::list_minor) != receipt.goods_minor) return "goods";
  if (sum(receipt.lines, &Line::discount_minor) != receipt.discount_minor) return "discounts";
  if (receipt.goods_minor + receipt.discount_minor + receipt.adjustment_minor + receipt.round_off_minor != receipt.total_minor)
    return "total";
  if (net_and_vat + receipt.round_off_minor != receipt.total_minor) return "net, VAT and round-off";
  if (sum(receipt.vat_rows, &VatRow::net_minor) != receipt.net_minor) return "net of the rates";
  if (sum(receipt.vat_rows, &VatRow::vat_minor) != receipt.vat_minor) return "VAT of the rates";
  if (sum(receipt.vat_rows, &VatRow::gross_minor) != net_and_vat) return "gross of the rates";
  for (const auto& line : receipt.lines)
    if (line.list_minor + line.discount_minor != line.total_minor) return "row " + line.name;
  const auto paid = sum(receipt.payments, &domain::Payment::amount_minor) + receipt.settled_otherwise_minor;
  return receipt.payments.empty() || paid == receipt.total_minor ? "" : "payments";
}

rc::Gen<std::int64_t> amounts() {
  return rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-100'000, 100'000),
                        rc::gen::inRange<std::int64_t>(-domain::amount_minor_max, domain::amount_minor_max));
}

rc::Gen<OrderLine> lines() {
  using Ids = std::vector<std::string>;
  return rc::gen::exec([] {
    OrderLine line;
    line.quantity = *rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000);
    line.weight = *rc::gen::element<std::string>("", "0.5", "0.123", "1.2345", "999999.9999", "x", "-1");
    line.vat_percent = *rc::gen::element<std::string>("25", "25.0", "12", "6", "0", "", "25.5", "<b>", "1e300");
    line.net_minor = *amounts();
    line.vat_minor = *amounts();
    line.gross_discount_minor = std::abs(*amounts());
    line.bonus_check_ids = *rc::gen::element(Ids{}, Ids{"a"}, Ids{"a", "b"});
    return line;
  });
}

Order any_order() {
  Order order;
  order.lines = *rc::gen::container<std::vector<OrderLine>>(lines());
  order.net_minor = *amounts();
  order.vat_minor = *amounts();
  order.total_minor = *amounts();
  order.currency = *rc::gen::element<std::string>("SEK", "EUR", "JPY", "KWD", "");
  for (const auto amount : *rc::gen::container<std::vector<std::int64_t>>(amounts()))
    order.payments.push_back({"Card", amount});
  return order;
}

TEST(ReceiptProperty, everything_adds_up_for_any_order) {
  EXPECT_TRUE(rc::check([] { RC_ASSERT(fault_of(make_receipt(any_order(), {})) == ""); }));
}

TEST(ReceiptProperty, everything_adds_up_for_every_kind_of_receipt) {
  for (const auto& [kind, order] : testing::all_kinds_of_receipts()) EXPECT_EQ(fault_of(make_receipt(order, {})), "") << kind;
}

TEST(ReceiptProperty, an_order_that_adds_up_needs_no_row_to_explain_it) {
  EXPECT_TRUE(rc::check([] {
    const auto sold = *rc::gen::container<std::vector<OrderLine>>(lines());
    const auto receipt = make_receipt(testing::receipt_order(sold), {});
    RC_ASSERT(receipt.adjustment_minor == 0);
    RC_ASSERT(receipt.round_off_minor == 0);
    RC_ASSERT(receipt.settled_otherwise_minor == 0);
  }));
}

// For pieces exactly; for weights as a scale rounds.
TEST(ReceiptProperty, a_unit_price_that_is_shown_explains_its_row) {
  EXPECT_TRUE(rc::check([] {
    const auto line = make_receipt(testing::receipt_order({*lines()}), {}).lines.at(0);
    if (!line.unit_minor || line.quantity.find('.') != std::string::npos) return;
    RC_ASSERT(std::stoll(line.quantity) * *line.unit_minor == line.list_minor);
  }));
}

}  // namespace
}  // namespace kassabro::receipt
