// Retention and winback: whoever has bought nothing for so many days gets the step's tag, once, until they buy again.
#include <fmt/chrono.h>
#include <gtest/gtest.h>

#include <thread>

#include "tests/support/events_shop.hpp"
#include "tests/support/old_orders.hpp"
#include "tests/support/rule_view.hpp"

namespace kassabro::tests {
namespace {

using http::Method;
using namespace std::chrono_literals;

class Programme : public ::testing::Test {
 protected:
  Programme() {
    const auto settings =
        R"({"programme":{"retention":{"after_days":1},"winback":{"after_days":2},"from_hour":0,"to_hour":24}})";
    const auto set = system_.command({"account", "set", id(), "--settings", settings});
    EXPECT_EQ(set.status, 0) << set.output;
  }
  std::string id() const { return shop_.account.text("account_id"); }
  void sell(std::chrono::system_clock::time_point at) {
    const auto time = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(at)));
    const auto sold = system_.sandbox(Method::post, "/control/pos/sell", sale_to_anna(shop_, R"("orderdate":")" + time + "\""));
    ASSERT_EQ(sold.status, 200) << sold.body;
    ASSERT_TRUE(system_.wait_until_quiet()) << system_.log();
  }
  // A pass, by hand: by itself there is one a day.
  void look() {
    ASSERT_TRUE(eventually([&] {
      return system_.admin(Method::post, "/api/v1/jobs/run", R"({"account":")" + id() + R"(","kind":"silences"})").status ==
             200;
    }));
    ASSERT_TRUE(wait_for_job(system_, "silences"));
    ASSERT_TRUE(system_.wait_until_delivered());
  }
  SubscriberView anna() { return RuleView(system_.rule_dump()).subscriber("anna@shop.se"); }
  std::ptrdiff_t started(std::string_view tag) {
    return std::ranges::count_if(anna().automations(), [tag](const auto& pass) { return pass.first == tag; });
  }

  System system_;
  EventsShop shop_ = open_events_shop(system_);
};

TEST_F(Programme, a_silence_is_told_once_and_taken_back_by_a_purchase) {
  sell(std::chrono::system_clock::now() - 24h + 4s);
  look();
  EXPECT_FALSE(anna().tags().contains("Sitoo-Retention")) << "not before its time";
  std::this_thread::sleep_for(5s);
  look();
  EXPECT_TRUE(anna().tags().contains("Sitoo-Retention"));
  EXPECT_FALSE(anna().tags().contains("Sitoo-Winback"));
  look();
  EXPECT_EQ(started("Sitoo-Retention"), 1) << "once";
  sell(std::chrono::system_clock::now());
  EXPECT_FALSE(anna().tags().contains("Sitoo-Retention"));
  look();
  EXPECT_EQ(started("Sitoo-Retention"), 1);
}

TEST_F(Programme, wrong_settings_are_refused_by_name) {
  const auto refused = system_.command({"account", "set", id(), "--settings", R"({"programme":{"winback":{"after_days":0}}})"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.output.find("programme.winback.after_days"), std::string::npos) << refused.output;
}

}  // namespace
}  // namespace kassabro::tests
