#include "jobs/order_window.hpp"

#include <gtest/gtest.h>

#include "base/time_text.hpp"
#include "testing/samples.hpp"

namespace kassabro::jobs {
namespace {

using testing::noon;

OrderWindow window(const std::string& request) {
  app::Job job;
  job.request = request;
  job.started_at = noon;
  return window_of(testing::sample_account(1), job);
}

TEST(OrderWindow, is_of_whole_days_in_the_accounts_zone) {
  const auto january = window(R"({"from":"2026-01-01","to":"2026-01-31"})");
  EXPECT_EQ(to_iso(*january.from), "2025-12-31T23:00:00Z");
  EXPECT_EQ(to_iso(january.to), "2026-01-31T22:59:59Z");
}

TEST(OrderWindow, ends_when_the_job_was_asked_for) {
  EXPECT_EQ(window("{}").to, noon);
  EXPECT_EQ(window(R"({"to":"2099-01-01"})").to, noon);
  EXPECT_FALSE(window("{}").from);
}

TEST(OrderWindow, of_a_job_that_began_by_itself_is_from_a_moment_on) {
  EXPECT_EQ(window(window_since(noon - std::chrono::hours(3))).from, noon - std::chrono::hours(3));
}

TEST(OrderWindow, a_wrong_one_is_refused_by_name) {
  EXPECT_EQ(read_order_window({{"from", "yesterday"}}).error().field, "from");
  EXPECT_EQ(read_order_window({{"since", "2026-01-01"}}).error().field, "since");
  EXPECT_EQ(read_order_window({{"from", "2026-02-01"}, {"to", "2026-01-01"}}).error().field, "to");
  EXPECT_EQ(read_order_window({{"from", "20260101"}, {"to", ""}}), R"({"from":"2026-01-01"})");
}

}  // namespace
}  // namespace kassabro::jobs
