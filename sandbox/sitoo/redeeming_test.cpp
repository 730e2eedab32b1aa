// Bonus checks and promotions at the till, against a CRM.
#include <gtest/gtest.h>

#include "sandbox/sitoo/order_json.hpp"
#include "sandbox/sitoo/testing.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

using testing::object_of;
using testing::ReceivedCall;
using testing::Shop;

constexpr const char* v2_sale = R"({"spi":"v2","key":"a","items":[{"sku":"A","price":"100.00"}],"bonus_checks":["b1"]})";

http::Response lost() {
  http::Response response;
  response.drop_connection = true;
  return response;
}

std::string body_without_receipt(const ReceivedCall& call) {
  auto body = object_of(call.body);
  EXPECT_TRUE(body.contains("receipt_id"));
  body.erase("receipt_id");
  return to_json_text(body);
}

TEST(Redeeming, takes_what_is_left_of_a_check_and_marks_the_rows_as_v2_spells_it) {
  Shop shop;
  const auto sold = shop.sell(v2_sale);
  ASSERT_TRUE(sold) << sold.error().message;
  const auto calls = shop.crm.to("/customers/77/redeem");
  ASSERT_EQ(calls.size(), 1U);
  EXPECT_EQ(body_without_receipt(calls[0]), R"({"bonus_check_ids":["b1"],"promotion_ids":[]})");
  const auto order = order_json(shop.books, *shop.books.find_order(sold->order_id));
  EXPECT_EQ(text_member(order, "moneytotal_gross_all"), "40.00");
  EXPECT_EQ(text_member(order.at("additionaldata").as_object(), "crm-customerid"), "77");
  EXPECT_EQ(text_member(order.at("additionaldata").as_object(), "crm-membernumber"), "M7");
  EXPECT_EQ(text_member(order.at("orderitems").as_array()[0].at("additionaldata").as_object(), "crm-bonuscheckid"), "b1");
}

TEST(Redeeming, a_small_basket_or_the_cashier_takes_a_part) {
  Shop shop;
  const auto small = shop.sell(R"({"spi":"v2","key":"a","items":[{"sku":"A","price":"25.00"}],"bonus_checks":["b1"]})");
  ASSERT_TRUE(small);
  const auto typed = shop.sell(
      R"({"key":"a","items":[{"sku":"A","price":"100.00"}],"bonus_checks":[{"bonus_check_id":"b1","amount":"15.00"}]})");
  ASSERT_TRUE(typed);
  EXPECT_EQ(body_without_receipt(shop.crm.to("/customers/77/redeem").at(0)),
            R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"25.00"}],"promotion_ids":[]})");
  EXPECT_EQ(body_without_receipt(shop.crm.to("/sitoo/contacts/77/redeem").at(0)),
            R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"15.00"}]})");
  EXPECT_EQ(shop.books.find_order(typed->order_id)->totals().gross, 85'00);
}

TEST(Redeeming, a_promotion_takes_its_percents_before_the_check) {
  Shop shop;
  const auto sold =
      shop.sell(R"({"spi":"v2","key":"a","items":[{"sku":"A","price":"100.00"}],"promotions":["p1"],"bonus_checks":["b1"]})");
  ASSERT_TRUE(sold) << sold.error().message;
  EXPECT_EQ(body_without_receipt(shop.crm.to("/customers/77/redeem").at(0)),
            R"({"bonus_check_ids":["b1"],"promotion_ids":["p1"]})");
  const auto order = order_json(shop.books, *shop.books.find_order(sold->order_id));
  EXPECT_EQ(text_member(order, "moneytotal_gross_all"), "30.00");
  EXPECT_EQ(text_member(order.at("orderitems").as_array()[0].at("additionaldata").as_object(), "crm-promotionid"), "p1");
}

TEST(Redeeming, a_check_that_the_customer_has_not_stops_the_sale) {
  Shop shop;
  const auto unknown = shop.sell(R"({"key":"a","items":[{"sku":"A","price":"100.00"}],"bonus_checks":["b2"]})");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::invalid);
  EXPECT_TRUE(shop.books.orders.empty());
}

TEST(Redeeming, the_words_of_a_refusal_reach_the_cashier) {
  const std::pair<int, ErrorCode> refusals[] = {
      {400, ErrorCode::invalid}, {404, ErrorCode::not_found}, {409, ErrorCode::conflict}, {503, ErrorCode::unavailable}};
  for (const auto& [status, code] : refusals) {
    Shop shop;
    shop.crm.status = status;
    shop.crm.body = R"({"errortext":"Used on receipt 7."})";
    const auto sold = shop.sell(v2_sale);
    ASSERT_FALSE(sold);
    EXPECT_EQ(sold.error().code, code);
    EXPECT_NE(sold.error().message.find("Used on receipt 7."), std::string::npos) << sold.error().message;
    EXPECT_TRUE(shop.books.orders.empty());
    EXPECT_TRUE(shop.crm.to("/customers/77/undo-redeem").empty()) << "nothing was redeemed";
  }
}

TEST(Redeeming, an_answer_that_is_lost_is_asked_for_again_with_the_same_receipt) {
  Shop shop;
  int count = 0;
  shop.crm.other = [&](const ReceivedCall& call) -> std::optional<http::Response> {
    if (call.target.ends_with("/redeem") && count++ == 0) return lost();
    return std::nullopt;
  };
  ASSERT_TRUE(shop.sell(v2_sale));
  const auto calls = shop.crm.to("/customers/77/redeem");
  ASSERT_EQ(calls.size(), 2U);
  EXPECT_EQ(calls[0].body, calls[1].body);
}

TEST(Redeeming, is_undone_when_the_sale_comes_to_nothing) {
  Shop shop;
  const auto walked_away = shop.sell(
      R"({"spi":"v2","key":"a","items":[{"sku":"A","price":"100.00"}],"bonus_checks":["b1"],"abort_after_redeem":true})");
  ASSERT_FALSE(walked_away);
  EXPECT_EQ(walked_away.error().code, ErrorCode::conflict);
  const auto unpaid = shop.sell(
      R"({"key":"a","items":[{"sku":"A","price":"100.00"}],"bonus_checks":["b1"],"payments":[{"name":"Card","amount":"1.00"}]})");
  ASSERT_FALSE(unpaid);
  EXPECT_EQ(unpaid.error().field, "payments");
  const auto redeems = shop.crm.to("/customers/77/redeem"), undos = shop.crm.to("/customers/77/undo-redeem");
  ASSERT_EQ(undos.size(), 1U);
  EXPECT_EQ(undos[0].body, redeems.at(0).body);
  EXPECT_EQ(shop.crm.to("/sitoo/contacts/77/undo-redeem").size(), 1U);
  EXPECT_TRUE(shop.books.orders.empty());
}

TEST(Redeeming, is_undone_when_no_answer_comes_at_all) {
  Shop shop;
  shop.crm.other = [](const ReceivedCall& call) -> std::optional<http::Response> {
    if (call.target.ends_with("/redeem")) return lost();
    return std::nullopt;
  };
  const auto sold = shop.sell(v2_sale);
  ASSERT_FALSE(sold);
  EXPECT_EQ(sold.error().code, ErrorCode::unavailable);
  EXPECT_EQ(shop.crm.to("/customers/77/undo-redeem").size(), 1U);
}

}  // namespace
}  // namespace kassabro::sandbox::sitoo
