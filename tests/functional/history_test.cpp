// The article's chapter "Sync historical orders": login details, then one command.
#include <gtest/gtest.h>

#include "tests/support/old_orders.hpp"

namespace kassabro::tests {
namespace {

void seed(System& system, int customers, int orders) {
  const auto body = R"({"customers":)" + std::to_string(customers) + R"(,"orders":)" + std::to_string(orders) + R"(,"seed":1})";
  ASSERT_EQ(system.sandbox(http::Method::post, "/control/seed", body).status, 200);
}

TEST(History, all_old_orders_arrive_once_and_start_nothing) {
  System system;
  seed(system, 60, 400);
  const auto account = connect_account(system);
  const auto id = account.text("account_id");
  const auto synced = system.command({"history", "sync", "--account", id, "--wait"});
  ASSERT_EQ(synced.status, 0) << synced.output;
  const auto source = old_orders_in_sitoo(system);
  EXPECT_GT(source.size(), 100U);
  EXPECT_EQ(old_orders_in_rule(system), source);
  const auto job = find_job(system, "history");
  EXPECT_EQ(text_member(job, "done"), text_member(job, "total"));

  ASSERT_EQ(system.command({"history", "sync", "--account", id, "--wait"}).status, 0);
  EXPECT_EQ(old_orders_in_rule(system), source) << "a second run changes nothing";
  EXPECT_EQ(int_member(find_job(system, "history").at("report").as_object(), "told"), std::nullopt);
}

TEST(History, wrong_login_details_and_days_are_told_at_once) {
  System system;
  const auto account = connect_account(system);
  const auto id = account.text("account_id");
  const auto backwards = system.command({"history", "sync", "--account", id, "--from", "2026-02-01", "--to", "2026-01-01"});
  EXPECT_EQ(backwards.status, 1);
  EXPECT_NE(backwards.output.find("\"to\""), std::string::npos) << backwards.output;
  ASSERT_EQ(system.command({"account", "set", id, "--eshop-id", "9"}).status, 0);
  EXPECT_NE(system.command({"history", "sync", "--account", id}).output.find("eshop_id"), std::string::npos);
  ASSERT_EQ(system.command({"account", "set", id, "--eshop-id", "1", "--sitoo-password", "wrong"}).status, 0);
  const auto refused = system.command({"history", "sync", "--account", id});
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.output.find("sitoo_password"), std::string::npos) << refused.output;
  EXPECT_EQ(system.command({"history", "sync", "--account", "4711"}).status, 1);
  EXPECT_TRUE(find_job(system, "history").empty());
}

TEST(History, only_the_days_that_were_asked_for_come) {
  System system;
  seed(system, 60, 400);
  const auto id = connect_account(system).text("account_id");
  ASSERT_EQ(system.command({"history", "sync", "--account", id, "--to", "2001-01-01", "--wait"}).status, 0);
  EXPECT_TRUE(old_orders_in_rule(system).empty());
}

TEST(History, a_person_pauses_and_resumes_it) {
  System system;
  seed(system, 100, 1'500);
  ASSERT_EQ(system
                .sandbox(http::Method::post, "/control/faults",
                         R"({"system":"sitoo","path":"/v2/accounts","delay_ms":500,"count":9})")
                .status,
            200);
  const auto id = connect_account(system).text("account_id");
  ASSERT_EQ(system.command({"history", "sync", "--account", id}).status, 0);
  ASSERT_EQ(system.command({"jobs", "pause", "history", "--account", id}).status, 0);
  EXPECT_EQ(system.command({"history", "sync", "--account", id}).status, 1) << "one at a time";
  EXPECT_EQ(text_member(find_job(system, "history"), "state"), "paused");
  ASSERT_EQ(system.command({"jobs", "resume", "history", "--account", id}).status, 0);
  ASSERT_TRUE(wait_for_job(system, "history"));
  EXPECT_EQ(old_orders_in_rule(system), old_orders_in_sitoo(system));
}

}  // namespace
}  // namespace kassabro::tests
