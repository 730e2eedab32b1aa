#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "tests/support/old_orders.hpp"

namespace kassabro::tests {
namespace {

constexpr int kills = 50;
constexpr int longest_life_ms = 120;

TEST(HistoryKill, at_any_moment_leaves_the_state_of_an_undisturbed_run) {
  System system;
  ASSERT_EQ(system.sandbox(http::Method::put, "/control/rule/switches", R"({"requests_allowed":10000000})").status, 200);
  ASSERT_EQ(system.sandbox(http::Method::post, "/control/seed", R"({"customers":100,"orders":1500,"seed":1})").status, 200);
  // Small pages that take their time, so that there is something to disturb.
  const auto slow = system.sandbox(http::Method::put, "/control/sitoo/switches", R"({"list_items_max":20,"latency_ms":20})");
  ASSERT_EQ(slow.status, 200) << slow.body;
  const auto id = connect_account(system).text("account_id");
  ASSERT_EQ(system.command({"history", "sync", "--account", id}).status, 0);
  const auto seed = std::random_device{}();
  RecordProperty("seed", std::to_string(seed));
  std::mt19937 random(seed);
  int during = 0;
  for (int i = 0; i < kills; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution<>(0, longest_life_ms)(random)));
    system.kill_kassabro();
    system.start_kassabro();
    const auto state = text_member(find_job(system, "history"), "state");
    ASSERT_NE(state, "failed") << system.log();
    during += state == "finished" ? 0 : 1;
  }
  EXPECT_GT(during, 5) << "it was over before it could be disturbed";
  ASSERT_TRUE(wait_for_job(system, "history", std::chrono::seconds(240))) << to_json_text(find_job(system, "history"));
  const auto job = find_job(system, "history");
  EXPECT_EQ(text_member(job, "state"), "finished") << to_json_text(job);
  EXPECT_EQ(text_member(job, "done"), text_member(job, "total")) << to_json_text(job);
  EXPECT_EQ(old_orders_in_rule(system), old_orders_in_sitoo(system)) << "seed " << seed;
}

}  // namespace
}  // namespace kassabro::tests
