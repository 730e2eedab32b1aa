#include "rule/names.hpp"

#include <gtest/gtest.h>

namespace kassabro::rule {
namespace {

Result<RuleNames> parse(std::string_view text) { return parse_names(parse_json(text)->as_object()); }

TEST(Names, without_settings_are_those_that_the_flows_expect) {
  const auto names = names_of(app::Account{});
  ASSERT_TRUE(names);
  EXPECT_EQ(names->contact_group, "Sitoo-Contact");
  EXPECT_EQ(names->order_tag, "OrderCompleted");
  EXPECT_FALSE(names->send_personal_id);
  EXPECT_FALSE(names->native_groups);
}

TEST(Names, are_read_from_the_accounts_settings) {
  app::Account account;
  account.settings["rule"] = json::object{{"order_group", "Purchases"}, {"native_groups", true}, {"bonus_tag", ""}};
  const auto names = names_of(account);
  ASSERT_TRUE(names);
  EXPECT_EQ(names->order_group, "Purchases");
  EXPECT_TRUE(names->native_groups);
  EXPECT_EQ(names->bonus_tag, "");
}

TEST(Names, tell_where_other_channels_keep_their_purchases) {
  EXPECT_EQ(names_of(app::Account{})->purchase_groups.at(0).group, "Order");
  EXPECT_EQ(names_of(app::Account{})->purchase_groups.at(0).channel, "Webshop");
  const auto names = parse(R"({"purchase_groups":[{"group":"Köp","number":["Nr"],"total":"Summa"}],"mirror":false})");
  ASSERT_TRUE(names);
  EXPECT_FALSE(names->mirror);
  EXPECT_EQ(names->purchase_groups.at(0).channel, "Köp");
  EXPECT_EQ(names->purchase_groups.at(0).number, std::vector<std::string>{"Nr"});
  EXPECT_EQ(names->purchase_groups.at(0).total, std::vector<std::string>{"Summa"});
  EXPECT_TRUE(parse(R"({"purchase_groups":[]})")->purchase_groups.empty());
}

TEST(Names, a_fault_names_its_member) {
  EXPECT_EQ(parse(R"({"purchase_groups":{}})").error().field, "rule.purchase_groups");
  EXPECT_EQ(parse(R"({"purchase_groups":[7]})").error().field, "rule.purchase_groups[0]");
  EXPECT_EQ(parse(R"({"purchase_groups":[{"channel":"x"}]})").error().field, "rule.purchase_groups[0].group");
  EXPECT_EQ(parse(R"({"purchase_groups":[{"group":"x","total":[7]}]})").error().field, "rule.purchase_groups[0].total");
  EXPECT_EQ(parse(R"({"purchase_groups":[{"group":"x","sum":"y"}]})").error().field, "rule.purchase_groups[0].sum");
  EXPECT_EQ(parse(R"({"order_groop":"X"})").error().field, "rule.order_groop");
  EXPECT_EQ(parse(R"({"order_group":7})").error().field, "rule.order_group");
  EXPECT_EQ(parse(R"({"order_group":""})").error().field, "rule.order_group");
  EXPECT_EQ(parse(R"({"contact_group":"A.B"})").error().field, "rule.contact_group");
  EXPECT_EQ(parse(R"({"native_groups":"yes"})").error().field, "rule.native_groups");
  EXPECT_EQ(parse(R"({"order_group":"Sitoo-Contact"})").error().field, "rule.order_group");
  app::Account account;
  account.settings["rule"] = "x";
  EXPECT_EQ(names_of(account).error().field, "rule");
}

}  // namespace
}  // namespace kassabro::rule
