#include "app/order_bonus.hpp"

#include "testing/bonus_shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::sample_bonus_check;

class OrderBonusTest : public testing::BonusShop {};

TEST_F(OrderBonusTest, a_sale_confirms_what_the_till_redeemed) {
  ASSERT_TRUE(redeem(request("R1")));
  const auto sale = sale_with("1", "B1");
  for (int i = 0; i < 3; ++i) accept(sale);
  EXPECT_EQ(entries("redeemed"), 1);
  EXPECT_EQ(file.count("SELECT count(*) FROM bonus_redemptions WHERE order_id = '1' AND receipt = 'R1'"), 1);
}

TEST_F(OrderBonusTest, a_redemption_may_be_named_by_the_order_or_not_at_all) {
  ASSERT_TRUE(redeem(request("1")));
  accept(sale_with("1", "B1"));
  issue(anna, sample_bonus_check("B2"));
  ASSERT_TRUE(redeem(request("", "", "B2")));
  accept(sale_with("2", "B2"));
  EXPECT_EQ(entries("redeemed"), 2);
  EXPECT_EQ(entries("overspent"), 0);
}

TEST_F(OrderBonusTest, a_sale_alone_redeems_what_its_rows_were_cheaper_by) {
  accept(sale_with("1", "B1", 4'000));
  EXPECT_EQ(left(), 6'000);
  accept(sale_with("2", "B1", 5'950));
  EXPECT_EQ(left(), 0) << "what is within a rounding of all is all";
}

TEST_F(OrderBonusTest, a_sale_that_shows_no_discount_uses_all) {
  accept(sale_with("1", "B1"));
  EXPECT_EQ(left(), 0);
  EXPECT_EQ(waiting(), (std::vector{DeliveryKind::order_completed, DeliveryKind::bonus_check_used}));
}

TEST_F(OrderBonusTest, a_shop_may_say_that_a_sale_uses_all) {
  account.settings["card"] = json::object{{"bonus", json::object{{"order_use", "whole"}}}};
  accept(sale_with("1", "B1", 4'000));
  EXPECT_EQ(left(), 0);
}

TEST_F(OrderBonusTest, an_open_order_uses_nothing_until_it_is_closed) {
  auto order = sale_with("1", "B1");
  order.state = domain::OrderState::open;
  accept(order);
  EXPECT_EQ(left(), 10'000);
  order.state = domain::OrderState::completed;
  accept(order);
  EXPECT_EQ(left(), 0);
}

TEST_F(OrderBonusTest, a_second_sale_with_a_spent_check_is_noted_and_takes_nothing) {
  accept(sale_with("1", "B1"));
  for (int i = 0; i < 2; ++i) accept(sale_with("2", "B1"));
  EXPECT_EQ(left(), 0);
  EXPECT_EQ(entries("overspent"), 1);
}

TEST_F(OrderBonusTest, a_receipt_that_shows_a_check_is_right_after_an_undo) {
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  ASSERT_TRUE(undo(request("R1")));
  accept(sale_with("1", "B1"));
  EXPECT_EQ(left(), 6'000);
}

TEST_F(OrderBonusTest, the_return_of_everything_gives_the_check_back_once) {
  ASSERT_TRUE(redeem(request("R1")));
  const auto sale = sale_with("1", "B1");
  accept(sale);
  const auto back = return_of(sale, "2");
  for (int i = 0; i < 2; ++i) accept(back);
  EXPECT_EQ(left(), 10'000);
  EXPECT_EQ(entries("given_back"), 1);
  EXPECT_EQ(waiting_of(DeliveryKind::bonus_check_changed), 1);
  ASSERT_TRUE(redeem(request("R3")));
  accept(sale);
  accept(back);
  EXPECT_EQ(left(), 0) << "neither comes again into the new use";
}

TEST_F(OrderBonusTest, a_return_before_its_sale_gives_back_too) {
  const auto sale = sale_with("1", "B1");
  accept(return_of(sale, "2"));
  accept(sale);
  EXPECT_EQ(left(), 10'000);
}

TEST_F(OrderBonusTest, a_part_of_the_goods_gives_nothing_back_unless_the_shop_says_so) {
  auto sale = sale_with("1", "B1");
  sale.lines.at(0).quantity = 2;
  accept(sale);
  auto part = return_of(sale, "2");
  part.lines.at(0).quantity = -1;
  accept(part);
  EXPECT_EQ(left(), 0);
  auto rest = part;
  rest.id = "3";
  accept(rest);
  EXPECT_EQ(left(), 10'000) << "now all is back";
}

TEST_F(OrderBonusTest, a_shop_may_give_back_never_or_with_the_first_piece) {
  account.settings["card"] = json::object{{"bonus", json::object{{"give_back", "never"}}}};
  auto sale = sale_with("1", "B1");
  sale.lines.at(0).quantity = 2;
  accept(sale);
  accept(return_of(sale, "2"));
  EXPECT_EQ(left(), 0);
  account.settings["card"] = json::object{{"bonus", json::object{{"give_back", "any"}}}};
  auto part = return_of(sale, "3");
  part.lines.at(0).quantity = -1;
  accept(part);
  EXPECT_EQ(left(), 10'000);
}

TEST_F(OrderBonusTest, a_cancelled_sale_gives_the_check_back) {
  auto sale = sale_with("1", "B1");
  accept(sale);
  sale.state = domain::OrderState::cancelled;
  accept(sale);
  EXPECT_EQ(left(), 10'000);
}

TEST_F(OrderBonusTest, a_sale_that_is_first_seen_cancelled_gives_back_what_the_till_redeemed) {
  ASSERT_TRUE(redeem(request("R1")));
  auto sale = sale_with("1", "B1");
  sale.state = domain::OrderState::cancelled;
  sale.lines.clear();  // REST may tell less than the till knew
  accept(sale);
  EXPECT_EQ(left(), 10'000);
}

TEST_F(OrderBonusTest, a_redeem_call_that_comes_after_its_order_is_the_same_use) {
  accept(sale_with("1", "B1", 4'000));
  EXPECT_EQ(redeem(request("R1", "40.00"))->checks.at(0).remaining_minor, 6'000) << "named by the receipt";
  EXPECT_EQ(redeem(request("1", "40.00"))->checks.at(0).remaining_minor, 6'000) << "named by the order";
  EXPECT_EQ(entries("redeemed"), 1);
}

TEST_F(OrderBonusTest, a_receipt_number_that_two_orders_share_confuses_no_use) {
  const auto first = sale_with("1", "B1", 4'000);
  auto second = sale_with("2", "B1", 3'000);
  second.receipt_id = first.receipt_id;
  accept(first);
  accept(second);
  EXPECT_EQ(left(), 3'000);
  accept(return_of(first, "3"));
  EXPECT_EQ(left(), 7'000) << "the first sale's use comes back, the second's stays";
}

TEST_F(OrderBonusTest, a_discount_in_another_currency_is_no_amount_of_the_check) {
  auto sale = sale_with("1", "B1", 4'000);
  sale.currency = "EUR";
  accept(sale);
  EXPECT_EQ(left(), 0);
}

TEST_F(OrderBonusTest, a_check_that_is_not_known_yet_is_used_as_soon_as_it_is) {
  accept(sale_with("1", "LATER", 3'000));
  EXPECT_EQ(file.count("SELECT count(*) FROM bonus_redemptions WHERE state = 'unmatched'"), 1);
  EXPECT_EQ(waiting(), std::vector{DeliveryKind::order_completed});
}

TEST_F(OrderBonusTest, a_sale_that_finds_its_buyer_late_uses_the_check_then) {
  auto order = sale_with("1", "B1");
  order.contact_ref.clear();
  order.member_number = "m77";
  accept(order);
  EXPECT_EQ(left(), 10'000);
  order.contact_ref = "7";
  accept(order);
  EXPECT_EQ(left(), 0);
}

TEST_F(OrderBonusTest, a_use_that_stands_goes_before_one_that_was_undone) {
  ASSERT_TRUE(redeem(request("1", "40.00")));
  ASSERT_TRUE(undo(request("1")));
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  accept(sale_with("1", "B1"));
  EXPECT_EQ(left(), 6'000);
  issue(anna, sample_bonus_check("B2"));
  ASSERT_TRUE(redeem(request("2", "40.00", "B2")));
  ASSERT_TRUE(undo(request("2", "", "B2")));
  ASSERT_TRUE(redeem(request("", "40.00", "B2")));
  accept(sale_with("2", "B2"));
  EXPECT_EQ(left("B2"), 6'000) << "so does one without a name";
}

TEST_F(OrderBonusTest, a_use_that_was_given_back_takes_no_other_use_with_it) {
  const auto sale = sale_with("1", "B1", 4'000);
  accept(sale);
  accept(return_of(sale, "2"));
  ASSERT_TRUE(redeem(request("", "30.00")));
  auto again = sale;
  again.staff = "Kim";
  accept(again);
  EXPECT_EQ(file.count("SELECT count(*) FROM bonus_redemptions WHERE order_id = ''"), 1);
  EXPECT_EQ(left(), 7'000);
}

TEST_F(OrderBonusTest, an_undone_use_that_the_receipt_shows_is_noted_when_nothing_is_left_for_it) {
  ASSERT_TRUE(redeem(request("R1")));
  ASSERT_TRUE(undo(request("R1")));
  ASSERT_TRUE(redeem(request("R9")));
  accept(sale_with("1", "B1"));
  EXPECT_EQ(left(), 0);
  EXPECT_EQ(entries("overspent"), 1);
}

TEST_F(OrderBonusTest, a_cancelled_return_keeps_nothing_of_what_it_gave_back) {
  const auto sale = sale_with("1", "B1", 4'000);
  accept(sale);
  auto back = return_of(sale, "2");
  accept(back);
  ASSERT_EQ(left(), 10'000);
  back.state = domain::OrderState::cancelled;
  for (int i = 0; i < 2; ++i) accept(back);
  EXPECT_EQ(left(), 6'000);
  back.id = "3";
  back.state = domain::OrderState::completed;
  accept(back);
  EXPECT_EQ(left(), 10'000) << "a return that stands gives back again";
}

TEST_F(OrderBonusTest, a_cancelled_return_takes_no_more_than_is_left) {
  const auto sale = sale_with("1", "B1", 4'000);
  accept(sale);
  auto back = return_of(sale, "2");
  accept(back);
  ASSERT_TRUE(redeem(request("R9")));
  back.state = domain::OrderState::cancelled;
  accept(back);
  EXPECT_EQ(left(), 0);
  EXPECT_EQ(entries("overspent"), 1);
}

TEST_F(OrderBonusTest, a_sale_that_is_not_cancelled_after_all_uses_the_check) {
  auto sale = sale_with("1", "B1", 4'000);
  accept(sale);
  sale.state = domain::OrderState::cancelled;
  accept(sale);
  ASSERT_EQ(left(), 10'000);
  sale.state = domain::OrderState::completed;
  accept(sale);
  EXPECT_EQ(left(), 6'000);
}

TEST_F(OrderBonusTest, a_rounding_is_less_than_one_of_the_currency) {
  auto check = sample_bonus_check("B2", 10'000);
  check.currency = "ISK";
  issue(anna, check);
  auto sale = sale_with("1", "B2", 9'950);
  sale.currency = "ISK";
  accept(sale);
  EXPECT_EQ(left("B2"), 50);
}

}  // namespace
}  // namespace kassabro::app
