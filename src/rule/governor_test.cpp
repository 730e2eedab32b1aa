#include "rule/governor.hpp"

#include <gtest/gtest.h>

#include "base/time_text.hpp"

namespace kassabro::rule {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Kind = Admission::Kind;

class GovernorTest : public ::testing::Test {
 protected:
  void call(bool error) { governor.finish(CallClass::delivery, report_after(error), now); }
  std::optional<CallReport> report_after(bool error) {
    now += seconds(10);
    EXPECT_EQ(governor.admit(CallClass::delivery, now).kind, Kind::go);
    CallReport report;
    report.error = error;
    return report;
  }
  void tell(CallReport report) {
    EXPECT_EQ(governor.admit(CallClass::delivery, now).kind, Kind::go);
    governor.finish(CallClass::delivery, report, now);
  }
  Kind asked(CallClass call_class) {
    const auto admission = governor.admit(call_class, now);
    if (admission.kind == Kind::go) governor.finish(call_class, std::nullopt, now);
    return admission.kind;
  }
  static CallReport percent(double current) {
    CallReport report;
    report.error_percent = current;
    report.error_percent_limit = 49;
    return report;
  }

  Governor governor;
  Timestamp now = *parse_timestamp("2026-11-23T12:00:00Z");
};

TEST_F(GovernorTest, lets_everything_through_when_all_is_well) {
  for (const auto call_class : {CallClass::look_up, CallClass::delivery, CallClass::background})
    EXPECT_EQ(asked(call_class), Kind::go);
}

TEST_F(GovernorTest, nothing_is_held_back_by_a_clock_that_was_ahead) {
  now += std::chrono::hours(24);
  auto report = percent(49);
  report.blocked_until = now + seconds(60);
  tell(report);
  EXPECT_EQ(asked(CallClass::delivery), Kind::wait);
  now -= std::chrono::hours(24);
  for (const auto call_class : {CallClass::look_up, CallClass::delivery, CallClass::background})
    EXPECT_EQ(asked(call_class), Kind::go);
}

TEST_F(GovernorTest, above_60_percent_of_the_limit_background_work_stops) {
  tell(percent(31));
  EXPECT_EQ(asked(CallClass::background), Kind::wait);
  EXPECT_EQ(asked(CallClass::look_up), Kind::go);
  EXPECT_EQ(asked(CallClass::delivery), Kind::go);
}

TEST_F(GovernorTest, above_80_percent_look_ups_stop_and_deliveries_are_slowed_but_go_on) {
  tell(percent(40));
  EXPECT_EQ(asked(CallClass::look_up), Kind::wait);
  EXPECT_EQ(asked(CallClass::delivery), Kind::go);
  const auto next = governor.admit(CallClass::delivery, now);
  EXPECT_EQ(next.kind, Kind::wait);
  EXPECT_EQ(next.until, now + milliseconds(200));
  now += milliseconds(200);
  EXPECT_EQ(asked(CallClass::delivery), Kind::go);
}

TEST_F(GovernorTest, even_above_the_limit_a_delivery_a_second_goes_on) {
  tell(percent(60));
  EXPECT_EQ(asked(CallClass::delivery), Kind::go);
  EXPECT_EQ(governor.admit(CallClass::delivery, now).until, now + seconds(1));
}

TEST_F(GovernorTest, an_error_share_of_a_handful_of_requests_says_nothing) {
  auto report = percent(50);
  report.requests = 2;
  report.requests_allowed = 2'000;
  tell(report);
  EXPECT_EQ(asked(CallClass::background), Kind::go);
}

TEST_F(GovernorTest, the_count_of_requests_is_a_limit_too) {
  CallReport report;
  report.requests = 1'300;
  report.requests_allowed = 2'000;
  tell(report);
  EXPECT_EQ(asked(CallClass::background), Kind::wait);
  EXPECT_EQ(asked(CallClass::look_up), Kind::go);
}

TEST_F(GovernorTest, a_reading_is_forgotten_after_a_minute) {
  tell(percent(48));
  now += seconds(59);
  EXPECT_EQ(asked(CallClass::look_up), Kind::wait);
  now += seconds(1);
  EXPECT_EQ(asked(CallClass::look_up), Kind::go);
}

TEST_F(GovernorTest, counts_its_own_errors_where_rule_tells_nothing) {
  for (int i = 0; i < 20; ++i) call(i % 10 < 5);  // 50 %, within five minutes
  EXPECT_GT(governor.load(now), 1.0);
  EXPECT_EQ(asked(CallClass::look_up), Kind::wait);
  now += std::chrono::minutes(6);
  EXPECT_EQ(governor.load(now), 0);
}

TEST_F(GovernorTest, a_handful_of_errors_says_nothing) {
  for (int i = 0; i < 5; ++i) call(true);
  EXPECT_EQ(governor.load(now), 0);
}

TEST_F(GovernorTest, after_429_everything_waits_as_long_as_rule_asks) {
  CallReport report;
  report.error = true;
  report.blocked_until = now + seconds(90);
  tell(report);
  for (const auto call_class : {CallClass::look_up, CallClass::delivery, CallClass::background}) {
    const auto admission = governor.admit(call_class, now);
    EXPECT_EQ(admission.kind, Kind::wait);
    EXPECT_EQ(admission.until, now + seconds(90));
  }
  now += seconds(90);
  EXPECT_EQ(asked(CallClass::delivery), Kind::go);
}

TEST_F(GovernorTest, four_deliveries_run_at_once_and_look_ups_have_their_own_places) {
  for (int i = 0; i < 4; ++i) EXPECT_EQ(governor.admit(CallClass::delivery, now).kind, Kind::go);
  EXPECT_EQ(governor.admit(CallClass::delivery, now).kind, Kind::full);
  EXPECT_EQ(governor.admit(CallClass::background, now).kind, Kind::full);
  EXPECT_EQ(governor.admit(CallClass::look_up, now).kind, Kind::go);
  governor.finish(CallClass::delivery, std::nullopt, now);
  EXPECT_EQ(governor.admit(CallClass::delivery, now).kind, Kind::go);
}

}  // namespace
}  // namespace kassabro::rule
