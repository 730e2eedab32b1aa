#include "rule/feeds.hpp"

#include <gtest/gtest.h>

#include "rule/channel_fixture.hpp"

namespace kassabro::rule {
namespace {

using app::Delivered;

TEST(Feeds, each_says_which_tags_and_groups_it_fills) {
  RuleNames names;
  names.refund_tag = "";
  names.order_tag = "Bought";
  const auto feeds = feeds_of(names);
  ASSERT_EQ(feeds.size(), all_feeds.size());
  EXPECT_EQ(feeds[2].feed, Feed::order_completed);
  EXPECT_EQ(feeds[2].tags, (std::vector<std::string>{"Bought", "Sitoo-BonusUsed"}));
  EXPECT_EQ(feeds[2].groups, (std::vector<std::string>{"Sitoo-Contact", "Sitoo-Address", "Sitoo-Order"}));
  EXPECT_TRUE(feeds[3].tags.empty());
}

TEST(Feeds, a_wrong_switch_is_named) {
  const auto fault = [](const char* text) {
    const auto names = parse_names(parse_json(text)->as_object());
    return names ? "none" : names.error().field;
  };
  EXPECT_EQ(fault(R"({"feeds":{"order_completed":false}})"), "none");
  EXPECT_EQ(fault(R"({"feeds":{"orders":false}})"), "rule.feeds.orders");
  EXPECT_EQ(fault(R"({"feeds":{"order_completed":"no"}})"), "rule.feeds.order_completed");
  EXPECT_EQ(fault(R"({"feeds":[]})"), "rule.feeds");
}

class FeedsChannelTest : public ChannelTest {
 protected:
  void set(const char* rule) { account.settings["rule"] = *parse_json(rule); }
};

TEST_F(FeedsChannelTest, what_is_switched_off_is_not_sent) {
  establish();
  set(R"({"feeds":{"order_completed":false}})");
  as<Delivered>(deliver(ordered()));
  EXPECT_TRUE(rule.received.empty());
  as<Delivered>(deliver(ordered(samples::return_order())));
  EXPECT_FALSE(rule.received.empty()) << "a return is another feed";
}

TEST_F(FeedsChannelTest, an_account_that_starts_no_flows_is_told_everything_and_nothing_starts) {
  set(R"({"start_flows":false})");
  as<Delivered>(deliver(ordered()));
  as<Delivered>(deliver(registered()));
  EXPECT_TRUE(rule.started.empty());
  EXPECT_EQ(records("anna@shop.se"), 1U);
  EXPECT_TRUE(rule.person("anna@shop.se").tags.contains("OrderCompleted"));
}

}  // namespace
}  // namespace kassabro::rule
