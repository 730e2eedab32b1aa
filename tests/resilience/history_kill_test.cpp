#include <gtest/gtest.h>

#include "tests/support/kill_often.hpp"
#include "tests/support/old_orders.hpp"

namespace kassabro::tests {
namespace {

TEST(HistoryKill, at_any_moment_leaves_the_state_of_an_undisturbed_run) {
  System system;
  ASSERT_EQ(system.sandbox(http::Method::put, "/control/rule/switches", R"({"requests_allowed":10000000})").status, 200);
  ASSERT_EQ(system.sandbox(http::Method::post, "/control/seed", R"({"customers":100,"orders":1500,"seed":1})").status, 200);
  // Small pages that take their time, so that there is something to disturb.
  const auto slow = system.sandbox(http::Method::put, "/control/sitoo/switches", R"({"list_items_max":20,"latency_ms":20})");
  ASSERT_EQ(slow.status, 200) << slow.body;
  const auto id = connect_account(system).text("account_id");
  ASSERT_EQ(system.command({"history", "sync", "--account", id}).status, 0);
  const auto job = kill_often(system, "history", std::chrono::milliseconds(120), std::chrono::seconds(240));
  EXPECT_EQ(text_member(job, "done"), text_member(job, "total")) << to_json_text(job);
  EXPECT_EQ(old_orders_in_rule(system), old_orders_in_sitoo(system));
}

}  // namespace
}  // namespace kassabro::tests
