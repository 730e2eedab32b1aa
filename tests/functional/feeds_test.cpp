// The article's last step: a test call of every feed, and what of it arrives in Rule.
#include <gtest/gtest.h>

#include "tests/support/connected_account.hpp"
#include "tests/support/rule_view.hpp"

namespace kassabro::tests {
namespace {

class Feeds : public ::testing::Test {
 protected:
  json::object run(std::vector<std::string> command, int status = 0) {
    command.insert(command.begin(), "feeds");
    command.insert(command.end(), {"--account", account_.text("account_id")});
    const auto finished = system_.command(std::move(command));
    EXPECT_EQ(finished.status, status) << finished.output;
    const auto value = parse_json(finished.output);
    return value && value->is_object() ? value->get_object() : json::object{};
  }

  System system_;
  ConnectedAccount account_ = connect_account(system_);
};

TEST_F(Feeds, every_feed_can_be_tried_and_starts_nothing) {
  const auto tried = run({"test", "--all"});
  EXPECT_TRUE(tried.at("passed").as_bool()) << to_json_text(tried);
  ASSERT_EQ(tried.at("items").as_array().size(), 8U);
  for (const auto& item : tried.at("items").as_array()) {
    EXPECT_TRUE(item.at("passed").as_bool()) << to_json_text(item);
    EXPECT_FALSE(item.at("calls").as_array().empty());
  }
  const auto& order = tried.at("items").as_array().at(2).as_object();
  EXPECT_EQ(order.at("groups").at("Sitoo-Order").at("total"), "100.00") << to_json_text(order);
  EXPECT_EQ(order.at("groups").at("Sitoo-Contact").at("membernumber"), "TEST-1");

  const auto customer = RuleView(system_.rule_dump()).subscriber("kassabro-test@example.com");
  EXPECT_TRUE(customer.automations().empty()) << "no flow was started";
  for (const auto* tag :
       {"Sitoo-Customer", "OrderCompleted", "RefundCompleted", "Sitoo-BonusUsed", "Sitoo-Retention", "Sitoo-Winback"})
    EXPECT_TRUE(customer.tags().contains(tag)) << tag;
  EXPECT_EQ(customer.records("Sitoo-Order").size(), 2U);

  EXPECT_TRUE(run({"remove-test"}).at("removed").as_bool());
  EXPECT_EQ(RuleView(system_.rule_dump()).subscriber_count(), 0U);
  EXPECT_FALSE(run({"remove-test"}).at("removed").as_bool()) << "nobody is there any more";
}

TEST_F(Feeds, a_key_that_rule_refuses_is_told) {
  ASSERT_EQ(
      system_.sandbox(http::Method::post, "/control/keys", R"({"key":")" + system_.token() + R"(","valid":false})").status,
      200);
  const auto tried = run({"test", "contact_registered"}, 1);
  EXPECT_FALSE(tried.at("passed").as_bool());
  EXPECT_NE(text_member(tried.at("items").as_array().at(0).as_object(), "reason"), "");
}

TEST_F(Feeds, one_can_be_switched_off_and_is_listed_as_such) {
  ASSERT_EQ(
      system_
          .command({"account", "set", account_.text("account_id"), "--settings", R"({"rule":{"feeds":{"winback_due":false}}})"})
          .status,
      0);
  const auto listed = run({"list"});
  EXPECT_FALSE(listed.at("items").as_array().back().at("on").as_bool());
  EXPECT_TRUE(listed.at("items").as_array().front().at("on").as_bool());
  run({"test", "nonsense"}, 1);
}

}  // namespace
}  // namespace kassabro::tests
