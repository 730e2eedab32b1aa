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
  std::size_t allowance(std::chrono::milliseconds later = 0ms, app::AccountId account = 1) const {
    return breaker.allowance(account, noon + later, usual);
  }
  void note(std::vector<Outcome> outcomes, std::chrono::milliseconds later = 0ms) {
    breaker.note(1, outcomes, noon + later, 0.999999);
  }

  Breaker breaker{{.failures_max = 3, .first_wait = 1'000ms, .wait_max = 4'000ms}};
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

TEST_F(BreakerTest, a_person_can_open_it) {
  note({failed, failed, failed});
  breaker.reset();
  EXPECT_EQ(allowance(), usual);
}

}  // namespace
}  // namespace kassabro::outbox
