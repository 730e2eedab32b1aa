#include "app/card_settings.hpp"

#include <gtest/gtest.h>

namespace kassabro::app {
namespace {

Error error_of(const char* settings) {
  const auto parsed = parse_card_settings(parse_json(settings)->as_object());
  EXPECT_FALSE(parsed) << settings;
  return parsed ? Error{} : parsed.error();
}

TEST(CardSettingsTest, a_shop_that_says_nothing_has_sections_and_no_offers) {
  const auto settings = card_settings_of(Account{});
  EXPECT_EQ(settings.sections.size(), 2U);
  EXPECT_TRUE(settings.promotions.empty());
  EXPECT_EQ(settings.give_back, GiveBack::whole);
  EXPECT_TRUE(shown_fields(settings).empty());
}

TEST(CardSettingsTest, everything_can_be_set) {
  Account account;
  account.settings = parse_json(R"({"card":{"sections":[{"title":"Club","values":[{"title":"Level","source":"rule:Club.Level"},
    {"title":"Left","source":"bonus_left"}]}],"promotions":[{"promotion_id":"P","name":"Ten","value_int":10,"once":false}],
    "voucher_passwords":["MEMBER"],"voucher_field":"Sitoo-Contact.voucherpasswords",
    "store_time_zones":{"300":"Europe/Helsinki"},"bonus":{"order_use":"whole","give_back":"any"}}})")
                         ->as_object();
  const auto settings = card_settings_of(account);
  EXPECT_EQ(settings.sections.at(0).lines.at(0).source, "rule:Club.Level");
  EXPECT_FALSE(settings.promotions.at(0).once);
  EXPECT_EQ(settings.voucher_passwords, std::vector<std::string>{"MEMBER"});
  EXPECT_EQ(shown_fields(settings), (std::vector<std::string>{"Club.Level", "Sitoo-Contact.voucherpasswords"}));
  EXPECT_EQ(time_zone_of_store(account, settings, "300"), "Europe/Helsinki");
  EXPECT_EQ(time_zone_of_store(account, settings, "200"), "Europe/Stockholm");
  EXPECT_EQ(settings.order_use, OrderUse::whole);
  EXPECT_EQ(settings.give_back, GiveBack::any);
}

TEST(CardSettingsTest, what_is_wrong_is_named) {
  EXPECT_EQ(error_of(R"({"colour":1})").field, "card.colour");
  EXPECT_EQ(error_of(R"({"sections":{}})").field, "card.sections");
  EXPECT_EQ(error_of(R"({"sections":[{"title":"A","values":[{"title":"B","source":"weather"}]}]})").field,
            "card.sections[0].values[0].source");
  EXPECT_EQ(error_of(R"({"sections":[{"title":"A","values":[{"title":"B","source":"rule:NoDot"}]}]})").field,
            "card.sections[0].values[0].source");
  EXPECT_EQ(error_of(R"({"promotions":[{"promotion_id":"P","name":"N","value_int":101}]})").field,
            "card.promotions[0].value_int");
  EXPECT_EQ(error_of(R"({"sections":[{"values":[]}]})").field, "card.sections[0].title");
  EXPECT_EQ(error_of(R"({"sections":[{"title":"A","values":[{"title":5,"source":"bonus_left"}]}]})").field,
            "card.sections[0].values[0].title");
  EXPECT_EQ(error_of(R"({"voucher_passwords":["M"," "]})").field, "card.voucher_passwords[1]");
  EXPECT_EQ(error_of(R"({"voucher_field":"a.b.c"})").field, "card.voucher_field");
  EXPECT_EQ(error_of(R"({"bonus":{"give_back":"sometimes"}})").field, "card.bonus.give_back");
  EXPECT_EQ(error_of(R"({"store_time_zones":{"1":2}})").field, "card.store_time_zones.1");
}

TEST(CardSettingsTest, an_offer_that_no_till_could_use_is_refused) {
  const auto fault_of = [](const std::string& members) {
    return error_of((R"({"promotions":[{"name":"N",)" + members + "}]}").c_str()).field;
  };
  EXPECT_EQ(fault_of(R"("promotion_id":7,"value_int":10)"), "card.promotions[0].promotion_id");
  EXPECT_EQ(fault_of(R"("promotion_id":"P","value_int":"10")"), "card.promotions[0].value_int");
  EXPECT_EQ(fault_of(R"("promotion_id":"P","type":"cart_money","value_money":"fifty")"), "card.promotions[0].value_money");
  EXPECT_EQ(fault_of(R"("promotion_id":"P","type":"cart_money")"), "card.promotions[0].value_money");
  EXPECT_EQ(fault_of(R"("promotion_id":"P","value_int":10},{"name":"M","promotion_id":"P","value_int":20)"),
            "card.promotions[1].promotion_id");
  EXPECT_TRUE(parse_card_settings(
      parse_json(R"({"promotions":[{"promotion_id":"P","name":"N","type":"cart_money","value_money":"50.00"}]})")
          ->as_object()));
}

}  // namespace
}  // namespace kassabro::app
