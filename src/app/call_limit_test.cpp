#include "app/call_limit.hpp"

#include <gtest/gtest.h>

#include "base/time_text.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;

class CallLimitTest : public ::testing::Test {
 protected:
  int taken(CallLimit& limit, AccountId account, int calls) {
    int count = 0;
    for (int i = 0; i < calls; ++i) count += limit.take(account, now) ? 1 : 0;
    return count;
  }
  Timestamp now = *parse_timestamp("2026-11-30T12:00:00Z");
};

TEST_F(CallLimitTest, ten_seconds_worth_is_taken_at_once_and_then_so_many_a_second) {
  CallLimit limit(20);
  EXPECT_EQ(taken(limit, 7, 1'000), 200);
  now += 1s;
  EXPECT_EQ(taken(limit, 7, 1'000), 20);
  now += 50ms;
  EXPECT_EQ(taken(limit, 7, 1'000), 1);
  now += 1h;
  EXPECT_EQ(taken(limit, 7, 1'000), 200) << "more is not saved up";
}

TEST_F(CallLimitTest, each_account_has_its_own) {
  CallLimit limit(1);
  for (AccountId account = 1; account <= 40; ++account) EXPECT_EQ(taken(limit, account, 100), 10) << account;
}

TEST_F(CallLimitTest, a_clock_that_is_set_back_takes_nothing_away_and_gives_nothing) {
  CallLimit limit(1);
  EXPECT_EQ(taken(limit, 7, 5), 5);
  now -= 24h;
  EXPECT_EQ(taken(limit, 7, 100), 5);
}

TEST_F(CallLimitTest, none_is_no_limit) {
  CallLimit limit(0);
  EXPECT_EQ(taken(limit, 7, 100'000), 100'000);
}

}  // namespace
}  // namespace kassabro::app
