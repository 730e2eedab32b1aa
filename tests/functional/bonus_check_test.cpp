// The bonus-check story of the integration guide, at tills of both generations: shown on the card, used, seen in Rule.
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "tests/support/connected_shop.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

class BonusCheckStory : public testing::Test {
 protected:
  void SetUp() override {
    id_ = shop_.register_customer("anna@shop.se");
    ASSERT_TRUE(shop_.system().wait_until_delivered());
    shop_.give_checks("anna@shop.se", {{"B1", "100.00"}, {"B2", "50.00"}});
    ASSERT_TRUE(shop_.wait_for_checks("anna@shop.se", 2));
  }

  std::string left_in_rule() { return shop_.in_rule("anna@shop.se").field("Sitoo-Contact", "bonusleft"); }

  // How many calls of the CRM the till has made whose path ends so, each answered with 200.
  std::ptrdiff_t calls_of_the_till(std::string_view end) {
    const auto calls = shop_.system().sandbox(Method::get, "/control/calls?system=crm").json();
    return std::ranges::count_if(calls.at("items").as_array(), [&](const auto& call) {
      return text_member(call.as_object(), "path").ends_with(end) && call.at("status") == 200;
    });
  }

  // A copy of a minute is fresh; these tests want to see what a marketer has just written.
  ConnectedShop shop_{{"rule.read_max_age=1ms"}};
  std::string id_;
};

TEST_F(BonusCheckStory, a_check_used_at_a_v1_till_goes_back_with_its_date_and_what_is_left) {
  const auto sale = shop_.sell(R"("spi":"v1","key":"anna@shop.se","bonus_checks":["B1"])");
  EXPECT_EQ(text_member(sale, "total"), "249.00");
  ASSERT_TRUE(shop_.wait_until_quiet());
  const auto used = shop_.check_in_rule("anna@shop.se", "B1");
  EXPECT_EQ(used.at("redeemed"), true);
  EXPECT_EQ(used.at("remaining"), "0.00");
  EXPECT_EQ(text_member(used, "redeemeddate").size(), 10U);
  EXPECT_EQ(left_in_rule(), "50.00");
  const auto person = shop_.in_rule("anna@shop.se");
  EXPECT_EQ(person.field("Sitoo-Contact", "bonuslastused"), text_member(used, "redeemeddate"));
  EXPECT_TRUE(person.tags().contains("Sitoo-BonusUsed"));
  EXPECT_EQ(person.records("Sitoo-Order").at(0).at("bonuscheckids"), R"(["B1"])");
  EXPECT_TRUE(shop_.wait_for_checks("anna@shop.se", 1));
}

TEST_F(BonusCheckStory, a_part_used_at_a_v2_till_leaves_the_rest) {
  shop_.sell(R"("spi":"v2","key":"anna@shop.se","bonus_checks":[{"bonus_check_id":"B1","amount":"40.00"}])");
  ASSERT_TRUE(shop_.wait_until_quiet());
  const auto used = shop_.check_in_rule("anna@shop.se", "B1");
  EXPECT_EQ(used.at("redeemed"), false);
  EXPECT_EQ(used.at("remaining"), "60.00");
  EXPECT_EQ(left_in_rule(), "110.00");
  EXPECT_EQ(shop_.in_rule("anna@shop.se").records("Sitoo-Order").size(), 1U);
}

TEST_F(BonusCheckStory, the_second_till_is_refused_in_words) {
  shop_.sell(R"("spi":"v1","key":"anna@shop.se","bonus_checks":["B1"])");
  const auto refused =
      shop_.spi_v2(Method::post, "/customers/" + id_ + "/redeem", R"({"bonus_check_ids":["B1"],"receipt_id":"other"})");
  EXPECT_EQ(refused.status, 409);
  EXPECT_NE(refused.body.find("has been used already"), std::string::npos) << refused.body;
}

TEST_F(BonusCheckStory, an_aborted_sale_gives_the_check_back) {
  const auto aborted =
      shop_.system().sandbox(Method::post, "/control/pos/sell",
                             R"({"spi":"v2","key":"anna@shop.se","bonus_checks":["B1"],"abort_after_redeem":true,)"
                             R"("items":[{"sku":"S1","quantity":1,"price":"349.00"}]})");
  EXPECT_EQ(aborted.status, 409) << aborted.body;
  EXPECT_EQ(text_member(aborted.json().at("error").as_object(), "field"), "abort_after_redeem") << aborted.body;
  EXPECT_EQ(calls_of_the_till("/redeem"), 1);
  EXPECT_EQ(calls_of_the_till("/undo-redeem"), 1);
  EXPECT_TRUE(shop_.wait_for_checks("anna@shop.se", 2));
  ASSERT_TRUE(shop_.wait_until_quiet());
  EXPECT_EQ(shop_.check_in_rule("anna@shop.se", "B1").at("remaining"), "100.00");
  EXPECT_FALSE(shop_.in_rule("anna@shop.se").tags().contains("Sitoo-BonusUsed"));
}

TEST_F(BonusCheckStory, the_return_of_the_goods_gives_the_check_back) {
  for (const auto* spi : {"v1", "v2"}) {
    const auto sale = shop_.sell(R"("spi":")" + std::string(spi) + R"(","key":"anna@shop.se","bonus_checks":["B2"])");
    ASSERT_TRUE(shop_.wait_until_quiet());
    EXPECT_EQ(shop_.check_in_rule("anna@shop.se", "B2").at("remaining"), "0.00") << spi;
    shop_.post_to_sandbox("/control/pos/refund", R"({"order_id":)" + to_json_text(sale.at("order_id")) + "}");
    ASSERT_TRUE(shop_.wait_until_quiet());
    EXPECT_EQ(shop_.check_in_rule("anna@shop.se", "B2").at("remaining"), "50.00") << spi;
  }
}

TEST_F(BonusCheckStory, sixty_four_tills_race_and_one_wins) {
  std::atomic<int> won = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> tills;
  tills.reserve(64);
  for (int i = 0; i < 64; ++i)
    tills.emplace_back([&, i] {
      const auto answer =
          i % 2 == 0 ? shop_.spi_v2(Method::post, "/customers/" + id_ + "/redeem",
                                    R"({"bonus_check_ids":["B1"],"receipt_id":"R)" + std::to_string(i) + R"("})")
                     : shop_.system().spi(Method::post, "/contacts/" + id_ + "/redeem",
                                          R"({"bonus_check_ids":["B1"],"receipt_id":"R)" + std::to_string(i) + R"("})");
      if (answer.status == 200) ++won;
      if (answer.status == 409) ++refused;
    });
  for (auto& till : tills) till.join();
  EXPECT_EQ(won, 1);
  EXPECT_EQ(refused, 63);
}

TEST_F(BonusCheckStory, an_edit_in_rule_is_merged_and_brings_nothing_spent_back) {
  shop_.sell(R"("spi":"v1","key":"anna@shop.se","bonus_checks":["B1"])");
  ASSERT_TRUE(shop_.wait_until_quiet());
  shop_.give_checks("anna@shop.se", {{"B1", "100.00"}, {"B2", "50.00"}, {"B3", "25.00"}});
  ASSERT_TRUE(shop_.wait_for_checks("anna@shop.se", 2)) << "B2 and B3; B1 stays spent";
  ASSERT_TRUE(shop_.wait_until_quiet());
  EXPECT_EQ(shop_.check_in_rule("anna@shop.se", "B1").at("remaining"), "0.00");
  EXPECT_EQ(shop_.check_in_rule("anna@shop.se", "B3").at("value"), "25.00");
}

TEST_F(BonusCheckStory, a_malformed_field_hides_nothing_and_is_repaired) {
  shop_.write_bonus_field("anna@shop.se", "{not json");
  ASSERT_TRUE(eventually([&] {
    shop_.card("anna@shop.se");
    return shop_.system().command({"doctor"}).output.find(R"("ailment":"bonus_field")") != std::string::npos;
  }));
  EXPECT_EQ(shop_.card("anna@shop.se").at("bonus_checks").as_array().size(), 2U);
  EXPECT_EQ(shop_.system().command({"doctor", "--repair"}).output, "{\"count\":1}\n");
  ASSERT_TRUE(shop_.wait_until_quiet());
  EXPECT_EQ(shop_.check_in_rule("anna@shop.se", "B1").at("remaining"), "100.00");
  EXPECT_TRUE(eventually([&] {
    shop_.card("anna@shop.se");
    return shop_.system().command({"doctor"}).output.find(R"("ailment":"bonus_field")") == std::string::npos;
  }));
  EXPECT_NE(shop_.system().command({"doctor"}).output.find("quarantined"), std::string::npos) << "what stood there is kept";
}

TEST_F(BonusCheckStory, a_kill_after_the_answer_loses_no_redemption) {
  const auto redeem = [&](const std::string& receipt) {
    return shop_.spi_v2(Method::post, "/customers/" + id_ + "/redeem",
                        R"({"bonus_check_ids":["B1"],"receipt_id":")" + receipt + R"("})");
  };
  ASSERT_EQ(redeem("R1").status, 200);
  shop_.system().kill_kassabro();
  shop_.system().start_kassabro();
  EXPECT_EQ(redeem("R1").status, 200) << "the same use";
  EXPECT_EQ(redeem("R2").status, 409);
  ASSERT_TRUE(shop_.wait_until_quiet());
  EXPECT_EQ(shop_.check_in_rule("anna@shop.se", "B1").at("remaining"), "0.00");
}

}  // namespace
}  // namespace kassabro::tests
