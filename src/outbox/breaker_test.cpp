#include "outbox/breaker.hpp"

#include <gtest/gtest.h>

#include "testing/samples.hpp"

namespace kassabro::outbox {
namespace {

using namespace std::chrono_literals;
using app::Outcome;
using testing::noon;

constexpr std::size_t usual = 64;
const Outcome failed = app::Retry{"no answer", false};
const Outcome delivered = app::Delivered{};

class BreakerTest : public ::testing::Test {
 protected:
  std::size_t allowance(std::chrono::milliseconds later = 0ms, app::AccountId account = 1) {
    return breaker.admit(account, noon + later, usual);
  }
  void note(std::vector<Outcome> outcomes, std::chrono::milliseconds later = 0ms, app::AccountId account = 1) {
    breaker.note(account, outcomes, noon + later, 0.999999);
  }
  void fail_for(app::AccountId account) { note({failed}, 0ms, account); }

  Breaker breaker{{.failures_max = 3, .accounts_max = 3, .first_wait = 1'000ms, .wait_max = 4'000ms}};
};

TEST_F(BreakerTest, lets_all_through_until_so_many_in_a_row_have_failed) {
  note({failed, failed});
  EXPECT_EQ(allowance(), usual);
  note({failed});
  EXPECT_EQ(allowance(), 0U);
  EXPECT_EQ(allowance(0ms, 2), usual) << "another account";
}

TEST_F(BreakerTest, asks_with_one_after_a_while_and_waits_longer_each_time_it_fails) {
  note({failed, failed, failed});
  EXPECT_EQ(allowance(990ms), 0U);
  EXPECT_EQ(allowance(1'000ms), 1U);
  note({failed}, 1'000ms);
  EXPECT_EQ(allowance(2'900ms), 0U);
  EXPECT_EQ(allowance(3'000ms), 1U);
  for (int i = 0; i < 10; ++i) note({failed}, 3'000ms);
  EXPECT_EQ(allowance(7'000ms), 1U) << "never longer than the longest";
}

TEST_F(BreakerTest, the_first_answer_opens_it) {
  note({failed, failed, failed});
  note({failed, app::Rejected{"a refusal is an answer"}}, 1'000ms);
  EXPECT_EQ(allowance(1'000ms), usual);
  note({failed, failed});
  EXPECT_EQ(allowance(), usual) << "counted anew";
}

TEST_F(BreakerTest, one_that_fails_among_others_stops_nobody) {
  for (int i = 0; i < 100; ++i) note({failed, delivered});
  EXPECT_EQ(allowance(), usual);
}

TEST_F(BreakerTest, a_platform_that_asks_to_wait_has_answered_nothing_and_failed_nothing) {
  note({failed, failed});
  note({app::Deferred{noon, "busy"}});
  EXPECT_EQ(allowance(), usual);
  note({failed});
  EXPECT_EQ(allowance(), 0U);
}

TEST_F(BreakerTest, when_several_accounts_fail_and_nobody_is_answered_one_asks_for_all) {
  for (const app::AccountId account : {1, 2, 3}) fail_for(account);
  EXPECT_TRUE(breaker.is_shut(noon));
  EXPECT_TRUE(breaker.is_open(4)) << "an account that has not tried yet";
  EXPECT_EQ(allowance(990ms, 4), 0U);
  EXPECT_FALSE(breaker.is_shut(noon + 1'000ms));
  EXPECT_EQ(allowance(1'990ms, 1), 0U) << "it may fail for a reason of its own, so others go first";
  EXPECT_EQ(allowance(1'000ms, 4), 1U);
  EXPECT_EQ(allowance(1'000ms, 5), 0U) << "one asks already";
  EXPECT_EQ(allowance(2'000ms, 5), 1U) << "whoever asked has told nothing for so long";
  note({failed}, 2'000ms, 5);
  EXPECT_TRUE(breaker.is_shut(noon + 3'900ms)) << "longer each time";
}

TEST_F(BreakerTest, what_was_under_way_when_it_stopped_lengthens_no_wait) {
  for (app::AccountId account = 1; account <= 100; ++account) fail_for(account);
  EXPECT_EQ(allowance(1'000ms, 200), 1U);
}

TEST_F(BreakerTest, one_that_has_failed_asks_for_all_when_nobody_else_does) {
  for (const app::AccountId account : {1, 2, 3}) fail_for(account);
  EXPECT_EQ(allowance(2'000ms, 1), 1U);
}

TEST_F(BreakerTest, an_answer_to_one_account_opens_it_for_all) {
  for (const app::AccountId account : {1, 2, 3}) fail_for(account);
  note({delivered}, 1'000ms, 4);
  EXPECT_FALSE(breaker.is_shut(noon + 1'000ms));
  EXPECT_EQ(allowance(1'000ms, 4), usual);
  EXPECT_EQ(allowance(1'000ms, 5), usual);
  EXPECT_TRUE(breaker.is_open(1)) << "its deliveries were put off, so it ends its own outage";
  EXPECT_EQ(allowance(1'000ms, 1), 1U);
  note({delivered}, 1'000ms, 1);
  EXPECT_EQ(allowance(1'000ms, 1), usual);
}

TEST_F(BreakerTest, accounts_that_fail_by_themselves_stop_nobody_else) {
  for (int i = 0; i < 100; ++i)
    for (const app::AccountId account : {1, 2}) fail_for(account);
  EXPECT_EQ(allowance(0ms, 3), usual) << "two are not enough";
  fail_for(3);
  EXPECT_EQ(allowance(0ms, 4), 0U);
  note({delivered}, 0ms, 4);
  for (int i = 0; i < 100; ++i) {
    for (const app::AccountId account : {1, 2, 3}) fail_for(account);
    note({delivered}, 0ms, 4);
  }
  EXPECT_EQ(allowance(0ms, 4), usual) << "somebody is answered in between";
}

TEST_F(BreakerTest, a_person_can_open_it) {
  note({failed, failed, failed});
  breaker.reset();
  EXPECT_EQ(allowance(), usual);
  for (const app::AccountId account : {1, 2, 3}) fail_for(account);
  breaker.reset();
  EXPECT_FALSE(breaker.is_shut(noon));
  EXPECT_EQ(allowance(), usual);
}

}  // namespace
}  // namespace kassabro::outbox
