#include "outbox/retry_policy.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kassabro::outbox {
namespace {

using namespace std::chrono_literals;
using app::DeliveryState;

const RetryPolicy policy;
const Timestamp now = from_epoch_ms(1'700'000'000'000);

app::Delivery delivery(int attempts) {
  app::Delivery out;
  out.attempts = attempts;
  return out;
}

TEST(RetryPolicy, waits_double_up_to_the_cap) {
  EXPECT_EQ(wait_after(policy, 1, 0.0), 1s);
  EXPECT_EQ(wait_after(policy, 2, 0.0), 2s);
  EXPECT_EQ(wait_after(policy, 3, 0.0), 4s);
  EXPECT_EQ(wait_after(policy, 200, 0.0), 450s);
}

TEST(RetryPolicy, a_wait_is_between_half_and_the_whole) {
  EXPECT_TRUE(rc::check([] {
    const auto attempts = *rc::gen::inRange(0, 1000);
    const double chance = *rc::gen::inRange(0, 1000) / 1000.0;
    const auto wait = wait_after(policy, attempts, chance);
    RC_ASSERT(wait >= policy.first_wait / 2);
    RC_ASSERT(wait <= policy.wait_max);
  }));
}

TEST(RetryPolicy, success_ends_a_delivery_and_keeps_what_was_learned) {
  const auto settled = plan_settlement(policy, delivery(2), app::Delivered{app::RemoteLink{7, false, now}}, now, 0);
  EXPECT_EQ(settled.state, DeliveryState::delivered);
  EXPECT_EQ(settled.delivery.attempts, 3);
  ASSERT_TRUE(settled.link);
  EXPECT_EQ(settled.link->remote_id, 7);
}

TEST(RetryPolicy, being_asked_to_wait_burns_no_attempt) {
  const auto settled = plan_settlement(policy, delivery(2), app::Deferred{now + 1min, "429"}, now, 0);
  EXPECT_EQ(settled.state, DeliveryState::pending);
  EXPECT_EQ(settled.delivery.attempts, 2);
  EXPECT_EQ(settled.not_before, now + 1min);
}

TEST(RetryPolicy, a_doubtful_failure_stays_doubtful) {
  auto settled = plan_settlement(policy, delivery(0), app::Retry{"time-out", true}, now, 0);
  EXPECT_TRUE(settled.delivery.ambiguous);
  settled = plan_settlement(policy, settled.delivery, app::Retry{"refused", false}, now, 0);
  EXPECT_TRUE(settled.delivery.ambiguous);
  EXPECT_EQ(settled.delivery.attempts, 2);
}

TEST(RetryPolicy, the_last_attempt_parks_with_its_reason) {
  const auto settled = plan_settlement(policy, delivery(policy.attempts_max - 1), app::Retry{"503", false}, now, 0);
  EXPECT_EQ(settled.state, DeliveryState::parked);
  EXPECT_EQ(settled.reason, "503");
}

TEST(RetryPolicy, while_the_platform_is_down_nothing_is_parked_and_the_wait_grows_to_the_longest) {
  auto tried = delivery(0);
  for (int i = 0; i < 2 * policy.attempts_max; ++i) {
    const auto settled = plan_settlement(policy, tried, app::Retry{"503", false}, now, 0.999, Platform::is_down);
    ASSERT_EQ(settled.state, DeliveryState::pending);
    tried = settled.delivery;
  }
  EXPECT_GT(wait_after(policy, tried.attempts, 0.999), policy.wait_max - 1s);
  EXPECT_LT(tried.attempts, policy.attempts_max / 2);
}

TEST(RetryPolicy, a_rejection_parks_at_once_and_a_refused_key_waits) {
  EXPECT_EQ(plan_settlement(policy, delivery(0), app::Rejected{"bad field"}, now, 0).state, DeliveryState::parked);
  const auto waits = plan_settlement(policy, delivery(0), app::Unauthorized{"401"}, now, 0);
  EXPECT_EQ(waits.state, DeliveryState::pending);
  EXPECT_EQ(waits.delivery.attempts, 0);
  EXPECT_EQ(waits.not_before, now + 10min);
}

}  // namespace
}  // namespace kassabro::outbox
