// Months in seconds: Kassabro, the tills and Rule follow one virtual clock, and the programme begins by itself.
#include <gtest/gtest.h>

#include "tests/support/events_shop.hpp"
#include "tests/support/rule_view.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

class VirtualTime : public ::testing::Test {
 protected:
  VirtualTime() {
    const auto set = system_.command({"account", "set", shop_.account.text("account_id"), "--settings",
                                      R"({"programme":{"from_hour":0,"to_hour":24},"receipt":{"send":"email"}})"});
    EXPECT_EQ(set.status, 0) << set.output;
  }
  void sell() {
    const auto sold = system_.sandbox(Method::post, "/control/pos/sell", sale_to_anna(shop_));
    ASSERT_EQ(sold.status, 200) << sold.body;
    ASSERT_TRUE(system_.wait_until_quiet()) << system_.log();
  }
  void advance(const std::string& by) {
    const auto moved = system_.sandbox(Method::post, "/control/clock", R"({"advance":")" + by + R"("})");
    ASSERT_EQ(moved.status, 200) << moved.body;
  }
  SubscriberView anna() { return RuleView(system_.rule_dump()).subscriber("anna@shop.se"); }
  bool has(const std::string& tag) { return anna().tags().contains(tag); }
  std::ptrdiff_t started(std::string_view tag) {
    return std::ranges::count_if(anna().automations(), [tag](const auto& pass) { return pass.first == tag; });
  }
  // A pass of this day is through.
  bool has_looked_since(const json::value& before) {
    const auto job = silences();
    return job.is_object() && job != before && text_member(job.get_object(), "state") == "finished";
  }
  json::value silences() {
    const auto jobs = system_.admin(Method::get, "/api/v1/jobs?account=" + shop_.account.text("account_id")).json();
    for (const auto& job : jobs.at("items").as_array())
      if (job.at("kind") == "silences") return job;
    return nullptr;
  }

  System system_{{}, System::Time::virtual_};
  EventsShop shop_ = open_events_shop(system_);
};

TEST_F(VirtualTime, months_without_a_purchase_bring_each_step_once_and_a_purchase_ends_it) {
  sell();
  ASSERT_TRUE(eventually([&] { return has_looked_since(nullptr); }));
  EXPECT_FALSE(has("Sitoo-Retention"));
  advance("P31D");
  ASSERT_TRUE(eventually([&] { return has("Sitoo-Retention"); })) << system_.log();
  EXPECT_FALSE(has("Sitoo-Winback"));
  const auto before = silences();
  advance("P20D");
  ASSERT_TRUE(eventually([&] { return has_looked_since(before); }));
  ASSERT_TRUE(system_.wait_until_delivered());
  EXPECT_EQ(started("Sitoo-Retention"), 1) << "once in a silence";
  advance("P140D");
  ASSERT_TRUE(eventually([&] { return has("Sitoo-Winback"); })) << system_.log();
  EXPECT_EQ(started("Sitoo-Winback"), 1);

  system_.kill_kassabro();
  system_.start_kassabro();
  sell();
  EXPECT_FALSE(has("Sitoo-Retention"));
  EXPECT_FALSE(has("Sitoo-Winback"));
  const auto mails =
      system_.sandbox(Method::get, "/control/rule/accounts/" + system_.token() + "/mailbox?to=anna@shop.se").json();
  EXPECT_EQ(mails.at("items").as_array().size(), 2U) << "a receipt for each of the two purchases";
}

}  // namespace
}  // namespace kassabro::tests
