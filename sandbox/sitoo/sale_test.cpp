#include "sandbox/sitoo/refund.hpp"

#include <gtest/gtest.h>

#include "sandbox/sitoo/order_json.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

json::object parsed(std::string_view text) { return parse_json(text)->get_object(); }

std::string field_of(std::string_view body) {
  Books books;
  const auto sale = parse_sale(parsed(body), books);
  return sale ? "" : sale.error().field;
}

TEST(Money, reads_two_decimals_and_refuses_three) {
  EXPECT_EQ(parse_money_text("100.00"), 100'00);
  EXPECT_EQ(parse_money_text("-2990.5"), -2990'50);
  EXPECT_EQ(parse_money(json::value(19.99), "price"), 19'99);
  for (const char* text : {"1.005", "", "1.", ".5", "1,00", "abc", "1e3"}) EXPECT_FALSE(parse_money_text(text)) << text;
  EXPECT_FALSE(parse_money(json::value(1.005), "price"));
  EXPECT_EQ(money_text(-5), "-0.05");
}

TEST(Money, vat_splits_sum_exactly) {
  for (const int vat : {0, 600, 1200, 2500, 2550})
    for (Minor gross = -3'000; gross <= 3'000; ++gross) {
      const auto split = split_vat(gross, vat);
      ASSERT_EQ(split.net + split.vat, gross);
      ASSERT_EQ(split_vat(-gross, vat).net, -split.net);
    }
  EXPECT_EQ(split_vat(250'00, 2500).net, 200'00);
  EXPECT_EQ(split_vat(15'00, 600).net, 14'15) << "the worked example of the contract";
}

TEST(Sale, names_the_field_that_is_wrong) {
  EXPECT_EQ(field_of(R"({"items":[]})"), "items");
  EXPECT_EQ(field_of(R"({"items":[{"sku":"A","price":"1.00","quantity":-1}]})"), "items.0.quantity");
  EXPECT_EQ(field_of(R"({"items":[{"sku":"A","price":"1.005"}]})"), "items.0.price");
  EXPECT_EQ(field_of(R"({"items":[{"sku":"TS-1001"},{"sku":"A"}]})"), "items.1.price");
  EXPECT_EQ(field_of(R"({"items":[{"sku":"A","price":"1.00","vat":101}]})"), "items.0.vat");
  EXPECT_EQ(field_of(R"({"spi":"v3","items":[{"sku":"TS-1001"}]})"), "spi");
  EXPECT_EQ(field_of(R"({"orderdate":"soon","items":[{"sku":"TS-1001"}]})"), "orderdate");
  EXPECT_EQ(field_of(R"({"items":[{"sku":"TS-1001"}]})"), "");
}

Order sold(Books& books, std::vector<Line> lines) {
  Order order;
  order.lines = std::move(lines);
  order.receipt_id = books.next_receipt_id(0, 0);
  order.payments = {{"Card", order.totals().gross}};
  return books.add_order(order);
}

TEST(Order, totals_of_the_wire_agree_with_its_rows) {
  Books books;
  const auto order = sold(books, {{"A", "A", 3, 33'33, 2500, 10'01, "", -1}, {"B", "B", 1, 19'99, 600, 0, "", -1}});
  const auto body = order_json(books, order);
  Minor net = 0, vat = 0;
  for (const auto& item : body.at("orderitems").as_array()) {
    net += *parse_money_text(text_member(item.as_object(), "moneyitemtotal_net"));
    vat += *parse_money_text(text_member(item.as_object(), "moneyitemtotal_vat"));
  }
  EXPECT_EQ(text_member(body, "moneyfinal_net"), money_text(net));
  EXPECT_EQ(text_member(body, "moneyfinal_vat"), money_text(vat));
  EXPECT_EQ(text_member(body, "moneytotal_gross_all"), money_text(3 * 33'33 - 10'01 + 19'99));
  EXPECT_EQ(order.receipt_id, "SII000000150000110001");
}

TEST(Order, a_bonus_check_is_taken_off_the_rows_and_marks_them) {
  std::vector<Line> lines{
      {"A", "A", 1, 60'00, 2500, 0, "", -1}, {"B", "B", 1, 70'00, 2500, 0, "", -1}, {"C", "C", 1, 10'00, 2500, 0, "", -1}};
  EXPECT_EQ(apply_bonus_check(lines, "c1", 100'00), 100'00);
  EXPECT_EQ(lines[0].gross(), 0);
  EXPECT_EQ(lines[1].gross(), 30'00);
  EXPECT_EQ(lines[1].bonus_check_id, "c1");
  EXPECT_EQ(apply_bonus_check(lines, "c2", 50'00), 40'00) << "never below zero";
  EXPECT_EQ(lines[1].bonus_check_id, "c1") << "one row carries one id";
  EXPECT_EQ(lines[2].bonus_check_id, "c2");
}

TEST(Refund, parts_give_back_exactly_what_was_paid) {
  Books books;
  const auto order = sold(books, {{"A", "A", 3, 33'33, 2500, 10'00, "", -1}});
  Minor back = 0;
  for (int i = 0; i < 3; ++i) {
    const auto refund = parse_refund({{"order_id", order.id}, {"items", {{{"sku", "A"}, {"quantity", 1}}}}}, books);
    ASSERT_TRUE(refund);
    const auto& returned = books.add_order(refund_order(books, *refund, {}));
    EXPECT_EQ(returned.lines[0].quantity, -1);
    EXPECT_EQ(returned.credit_order_id, order.id);
    back += returned.totals().gross;
  }
  EXPECT_EQ(back, -order.totals().gross);
  const auto more = parse_refund({{"order_id", order.id}, {"items", {{{"sku", "A"}, {"quantity", 1}}}}}, books);
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().field, "items.0.quantity");
}

}  // namespace
}  // namespace kassabro::sandbox::sitoo
