// The till against a CRM: what is owed is kept, sent again, and in order.
#include <gtest/gtest.h>

#include "sandbox/sitoo/testing.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

using testing::object_of;
using testing::Shop;

TEST(Till, finds_redeems_sells_and_sends_the_copy) {
  Shop shop;
  const auto sold = shop.sell(R"({"key":"anna@example.com","items":[{"sku":"A","price":"100.00"}],"bonus_checks":["b1"]})");
  ASSERT_TRUE(sold);
  EXPECT_EQ(sold->contact_id, "77");
  EXPECT_TRUE(sold->copy.sent);
  const auto redeems = shop.crm.to("/sitoo/contacts/77/redeem");
  ASSERT_EQ(redeems.size(), 1U);
  EXPECT_EQ(redeems[0].body, R"({"bonus_check_ids":["b1"],"receipt_id":")" + sold->receipt_id + "\"}");
  EXPECT_EQ(redeems[0].authorization, "Bearer token");
  const auto copies = shop.crm.to("/sitoo/transactions");
  ASSERT_EQ(copies.size(), 1U);
  const auto order = object_of(copies[0].body);
  EXPECT_EQ(text_member(order, "moneytotal_gross_all"), "60.00");
  EXPECT_EQ(text_member(order.at("additionaldata").as_object(), "customcrm-contactid"), "77");
  EXPECT_EQ(text_member(order.at("orderitems").as_array()[0].at("additionaldata").as_object(), "customcrm-bonuscheckid"), "b1");
}

TEST(Till, copies_that_fail_are_kept_and_sent_again_oldest_first) {
  Shop shop;
  shop.crm.status = 503;
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(shop.sell(R"({"items":[{"sku":"A","price":"100.00"}]})")->copy.sent);
  EXPECT_EQ(shop.books.copies.size(), 3U);
  shop.run(shop.till.send_copies_once());
  EXPECT_EQ(shop.crm.to("/sitoo/transactions").size(), 4U) << "one try, then it waits";
  shop.crm.status = 200;
  shop.run(shop.till.send_copies_once());
  EXPECT_TRUE(shop.books.copies.empty());
  const auto copies = shop.crm.to("/sitoo/transactions");
  ASSERT_EQ(copies.size(), 7U);
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_EQ(int_member(object_of(copies[4 + i].body), "orderid"), 11'501 + static_cast<std::int64_t>(i));
}

TEST(Till, says_in_spi_v2_where_a_call_comes_from) {
  Shop shop;
  ASSERT_TRUE(shop.sell(R"({"spi":"v2","store":2,"key":"+46701112233","items":[{"sku":"A","price":"100.00"}]})"));
  const auto calls = shop.crm.to("/customers?key=%2B46701112233&key_type=mobile");
  ASSERT_EQ(calls.size(), 1U);
  EXPECT_EQ(calls[0].authorization, "Basic " + base64_text("user:password"));
  EXPECT_EQ(calls[0].store, "200");
  EXPECT_EQ(calls[0].staff, "%C3%85sa%20%C3%96st");
  EXPECT_TRUE(calls[0].till.starts_with("%7B3CCB9848")) << calls[0].till;
}

TEST(Till, carries_the_token_as_the_test_chooses) {
  EXPECT_EQ(token_header(TokenCarrier::basic_user, "t").second, "Basic " + base64_text("t:"));
  EXPECT_EQ(token_header(TokenCarrier::raw, "t").second, "t");
  EXPECT_EQ(token_header(TokenCarrier::x_api_key, "t").first, "X-API-Key");
}

}  // namespace
}  // namespace kassabro::sandbox::sitoo
