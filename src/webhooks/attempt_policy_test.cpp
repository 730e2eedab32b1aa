#include "webhooks/attempt_policy.hpp"

#include <gtest/gtest.h>

#include "testing/samples.hpp"

namespace kassabro::webhooks {
namespace {

using namespace std::chrono_literals;
using app::SendingState;
using testing::noon;

const AttemptPolicy policy;

app::SendingEnd end_after(int attempts, const Answer& answer, double chance = 0.5) {
  app::SendingJob job;
  job.message = "msg_1";
  job.attempts = attempts;
  return plan_end(policy, job, answer, noon, chance);
}

TEST(AttemptPolicy, only_what_begins_with_2_is_a_success) {
  for (const int status : {200, 201, 204, 299}) {
    const auto end = end_after(0, {status, {}, {}});
    EXPECT_EQ(end.state, SendingState::delivered) << status;
    EXPECT_EQ(end.reason, "");
    EXPECT_EQ(end.attempts, 1);
  }
  for (const int status : {0, 100, 301, 302, 400, 401, 404, 429, 500, 503})
    EXPECT_EQ(end_after(0, {status, "no answer", {}}).state, SendingState::pending) << status;
  EXPECT_EQ(end_after(0, {307, {}, {}}).reason, "It answered 307; redirects are not followed.");
  EXPECT_EQ(end_after(0, {0, "Connection refused", {}}).reason, "Connection refused");
}

TEST(AttemptPolicy, waits_as_the_specification_recommends_and_gives_up_at_the_tenth) {
  const std::chrono::seconds waits[] = {5s, 5min, 30min, 2h, 5h, 10h, 14h, 20h, 24h};
  int attempts = 0;
  for (const auto wait : waits) EXPECT_EQ(end_after(attempts++, {500, {}, {}}).not_before, noon + wait) << attempts;
  const auto last = end_after(attempts, {500, {}, {}});
  EXPECT_EQ(last.state, SendingState::failed);
  EXPECT_EQ(last.attempts, 10);
}

TEST(AttemptPolicy, spreads_each_wait_by_a_tenth) {
  EXPECT_EQ(end_after(1, {500, {}, {}}, 0).not_before, noon + 270s);
  EXPECT_LT(end_after(1, {500, {}, {}}, 0.999).not_before, noon + 330s);
}

TEST(AttemptPolicy, waits_as_long_as_it_is_asked_to_where_that_is_longer) {
  EXPECT_EQ(end_after(0, {429, {}, 60s}).not_before, noon + 60s);
  EXPECT_EQ(end_after(0, {503, {}, 60s}).not_before, noon + 60s);
  EXPECT_EQ(end_after(0, {429, {}, 1s}).not_before, noon + 5s);
  EXPECT_EQ(end_after(0, {500, {}, 60s}).not_before, noon + 5s) << "only these two may ask";
}

TEST(AttemptPolicy, an_endpoint_that_is_gone_is_not_asked_again) {
  EXPECT_EQ(end_after(0, {410, {}, {}}).state, SendingState::failed);
  EXPECT_EQ(disabling(policy, {}, {410, {}, {}}, noon), app::Disabled::gone);
}

TEST(AttemptPolicy, an_endpoint_that_fails_for_five_days_is_disabled) {
  app::EndpointHealth health;
  const Answer fault{500, {}, {}};
  for (auto at = noon; at < noon + 120h; at += 20h) {
    health = health_after(policy, health, false, at);
    EXPECT_FALSE(disabling(policy, health, fault, at));
  }
  health = health_after(policy, health, false, noon + 120h);
  EXPECT_EQ(health.failing_since, noon);
  EXPECT_EQ(disabling(policy, health, fault, noon + 120h), app::Disabled::failing);
}

TEST(AttemptPolicy, a_success_or_a_long_silence_ends_a_trouble) {
  auto health = health_after(policy, {}, false, noon);
  health = health_after(policy, health, true, noon + 1h);
  EXPECT_FALSE(health.failing_since);
  EXPECT_EQ(health.last_success_at, noon + 1h);
  health = health_after(policy, health, false, noon + 2h);
  health = health_after(policy, health, false, noon + 240h);
  EXPECT_EQ(health.failing_since, noon + 240h) << "nothing was sent in between";
}

}  // namespace
}  // namespace kassabro::webhooks
