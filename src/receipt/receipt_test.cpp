#include "receipt/receipt.hpp"

#include <gmock/gmock.h>

#include "testing/receipts.hpp"

namespace kassabro::receipt {
namespace {

using testing::receipt_line;
using testing::receipt_order;

TEST(Receipt, a_row_shows_its_price_before_the_discount) {
  const auto receipt = make_receipt(receipt_order({receipt_line("Shirt", 2, "25", 16'000, 4'000, 5'000)}), {});
  const auto& line = receipt.lines.at(0);
  EXPECT_EQ(line.quantity, "2");
  EXPECT_EQ(line.unit_minor, 12'500);
  EXPECT_EQ(line.list_minor, 25'000);
  EXPECT_EQ(line.discount_minor, -5'000);
  EXPECT_EQ(line.total_minor, 20'000);
}

TEST(Receipt, what_comes_back_is_negative_and_its_discount_too_comes_back) {
  const auto receipt = make_receipt(testing::returned_order(), {});
  const auto& line = receipt.lines.at(0);
  EXPECT_EQ(receipt.type, domain::OrderType::return_);
  EXPECT_EQ(line.quantity, "-1");
  EXPECT_EQ(line.unit_minor, 34'900);
  EXPECT_EQ(line.list_minor, -34'900);
  EXPECT_EQ(line.discount_minor, 5'000);
  EXPECT_EQ(line.total_minor, -29'900);
  EXPECT_EQ(receipt.total_minor, -29'900);
  EXPECT_EQ(receipt.credited_order_id, "11400");
}

TEST(Receipt, a_till_is_named_by_what_says_something) {
  auto order = receipt_order({receipt_line("Shirt", 1, "25", 8'000, 2'000)});
  order.register_id = "7";
  EXPECT_EQ(make_receipt(order, {}).register_id, "7");
  order.register_id = "{3CCB9848-155A-49E1-7CA8-5F7F78FC0001}";
  EXPECT_EQ(make_receipt(order, {}).register_id, "");
}

TEST(Receipt, of_an_exchange_what_is_bought_stands_first) {
  const auto receipt = make_receipt(testing::uneven_exchange(), {});
  EXPECT_EQ(receipt.lines.at(0).name, "Boots");
  EXPECT_TRUE(receipt.lines.at(1).is_returned);
  EXPECT_EQ(receipt.total_minor, 50'000);
  EXPECT_EQ(receipt.settled_otherwise_minor, 30'000);
}

TEST(Receipt, weighed_goods_have_a_price_of_the_unit) {
  const auto receipt = make_receipt(testing::weighed_order(), {});
  EXPECT_EQ(receipt.lines.at(0).quantity, "0.500");
  EXPECT_EQ(receipt.lines.at(0).unit_minor, 19'900);
  EXPECT_EQ(receipt.lines.at(1).quantity, "0.240");
  EXPECT_EQ(receipt.lines.at(1).unit_minor, 15'000);
}

TEST(Receipt, a_unit_price_that_does_not_explain_the_row_is_left_out) {
  const auto receipt = make_receipt(receipt_order({receipt_line("Three for 100", 3, "25", 8'000, 2'000)}), {});
  EXPECT_EQ(receipt.lines.at(0).unit_minor, std::nullopt);
}

TEST(Receipt, a_weight_that_is_no_number_counts_pieces) {
  for (const char* weight : {"", "abc", "1,5", "-1", "0", "0.000", "1.23456", "1234567", "."}) {
    auto order = testing::weighed_order();
    order.lines[1].weight = weight;
    EXPECT_EQ(make_receipt(order, {}).lines.at(1).quantity, "2") << weight;
  }
}

TEST(Receipt, vat_is_told_for_each_rate_the_highest_first) {
  const auto receipt =
      make_receipt(receipt_order({receipt_line("Book", 1, "6", 20'000, 1'200), receipt_line("Lunch", 1, "12.00", 10'000, 1'200),
                                  receipt_line("Shirt", 1, "25", 8'000, 2'000), receipt_line("Lunch", 1, "12", 5'000, 600)}),
                   {});
  ASSERT_EQ(receipt.vat_rows.size(), 3U);
  EXPECT_EQ(receipt.vat_rows[0].rate, "25");
  EXPECT_EQ(receipt.vat_rows[1].rate, "12");
  EXPECT_EQ(receipt.vat_rows[1].net_minor, 15'000);
  EXPECT_EQ(receipt.vat_rows[1].vat_minor, 1'800);
  EXPECT_EQ(receipt.vat_rows[1].gross_minor, 16'800);
  EXPECT_EQ(receipt.vat_rows[2].rate, "6");
}

TEST(Receipt, sums_that_contradict_the_rows_get_rows_of_their_own) {
  const auto receipt = make_receipt(testing::contradictory_order(), {});
  EXPECT_EQ(receipt.adjustment_minor, 346);
  EXPECT_EQ(receipt.round_off_minor, 765);
  EXPECT_EQ(receipt.settled_otherwise_minor, 1'111);
  ASSERT_EQ(receipt.vat_rows.size(), 2U);
  EXPECT_EQ(receipt.vat_rows[1].rate, "");
  EXPECT_EQ(receipt.vat_rows[1].net_minor, 1);
  EXPECT_EQ(receipt.vat_rows[1].vat_minor, 345);
}

TEST(Receipt, a_bonus_check_shows_what_its_rows_were_cheaper_by) {
  const auto order = testing::check_order();
  const auto uses = make_receipt(order, {}).bonus_uses;
  ASSERT_EQ(uses.size(), 1U);
  EXPECT_EQ(uses[0].id, "BC-1");
  EXPECT_EQ(uses[0].amount_minor, -10'000);
  Surroundings known;
  known.known_checks = {{"BC-0", "Another", {}}, {"BC-1", "Spring bonus", -9'000}};
  const auto named = make_receipt(order, known).bonus_uses;
  ASSERT_EQ(named.size(), 1U);
  EXPECT_EQ(named[0].name, "Spring bonus");
  EXPECT_EQ(named[0].amount_minor, -9'000);
}

TEST(Receipt, two_checks_on_one_row_have_no_amount_each) {
  auto order = testing::check_order();
  order.lines[0].bonus_check_ids = {"BC-1", "BC-2"};
  for (const auto& use : make_receipt(order, {}).bonus_uses) EXPECT_EQ(use.amount_minor, std::nullopt) << use.id;
}

TEST(Receipt, what_the_order_tells_goes_before_what_is_known_around_it) {
  Surroundings around;
  around.time_zone = "Europe/Helsinki";
  around.member_number = "200002";
  auto order = testing::returned_order();
  EXPECT_EQ(make_receipt(order, around).time_zone, "Europe/Stockholm");
  EXPECT_EQ(make_receipt(order, around).member_number, "200002");
  EXPECT_EQ(make_receipt(order, {}).member_number, "100001");
  order.time_zone.clear();
  order.receipt_id.clear();
  EXPECT_EQ(make_receipt(order, around).time_zone, "Europe/Helsinki");
  EXPECT_EQ(make_receipt(order, around).receipt_id, "11513");
}

}  // namespace
}  // namespace kassabro::receipt
