#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "tests/support/events_shop.hpp"
#include "tests/support/rule_view.hpp"

namespace kassabro::tests {
namespace {

constexpr int kills = 20;
constexpr int longest_life_ms = 250;
constexpr std::chrono::milliseconds between_sales{20};

TEST(EventsKill, at_any_moment_loses_no_sale_and_doubles_none) {
  System system;
  ASSERT_EQ(system.sandbox(http::Method::put, "/control/rule/switches", R"({"requests_allowed":10000000})").status, 200);
  const auto shop = open_events_shop(system);
  std::atomic<bool> stop = false;
  std::set<std::string> sold;
  std::thread till([&] {
    while (!stop) {
      const auto sale = system.sandbox(http::Method::post, "/control/pos/sell", sale_to_anna(shop));
      if (sale.status == 200) sold.insert(text_member(sale.json().as_object(), "order_id"));
      std::this_thread::sleep_for(between_sales);
    }
  });
  const auto seed = std::random_device{}();
  RecordProperty("seed", std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < kills; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution<>(0, longest_life_ms)(random)));
    system.kill_kassabro();
    system.start_kassabro();
  }
  stop = true;
  till.join();
  ASSERT_TRUE(eventually(
      [&] {
        const auto listed = system.command({"events", "list", "--state", "done", "--limit", "10000"});
        return listed.status == 0 && parse_json(listed.output)->at("items").as_array().size() == sold.size();
      },
      std::chrono::seconds(120)))
      << system.log();
  ASSERT_TRUE(system.wait_until_delivered());
  std::map<std::string, int> told;
  for (const auto& record : RuleView(system.rule_dump()).subscriber("anna@shop.se").records("Sitoo-Order"))
    ++told[record.at("orderid")];
  EXPECT_GT(sold.size(), 50U);
  for (const auto& id : sold) EXPECT_EQ(told[id], 1) << id << " seed " << seed;
  EXPECT_EQ(told.size(), sold.size());
}

}  // namespace
}  // namespace kassabro::tests
