#include "app/guess_guard.hpp"

#include <gtest/gtest.h>

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;

class GuessGuardTest : public ::testing::Test {
 protected:
  // How many wrong tries of the address are heard now.
  int heard(const std::string& peer, std::string_view name, int tries = 20) {
    int count = 0;
    for (int i = 0; i < tries && guard.may_try(peer, name); ++i, ++count) guard.note_wrong(peer, name);
    return count;
  }

  ManualClock clock{from_epoch_ms(1'790'000'000'000)};
  GuessGuard guard{clock, {.per_address_a_minute = 3, .per_name_a_minute = 5, .entries_max = 10}};
};

TEST_F(GuessGuardTest, an_address_has_some_wrong_tries_a_minute_for_each_name) {
  EXPECT_EQ(heard("10.0.0.1", "anna"), 3);
  EXPECT_TRUE(guard.may_try("10.0.0.1", "bo")) << "many shops may call from one address";
  EXPECT_TRUE(guard.may_try("10.0.0.2", "anna")) << "the till is somewhere else";
  clock.advance(59s);
  EXPECT_FALSE(guard.may_try("10.0.0.1", "anna"));
  clock.advance(1s);
  EXPECT_EQ(heard("10.0.0.1", "anna"), 3);
}

TEST_F(GuessGuardTest, what_is_right_counts_nothing) {
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(guard.may_try("10.0.0.1", "anna"));
}

TEST_F(GuessGuardTest, a_name_that_all_guess_at_leaves_each_of_them_one_try) {
  EXPECT_EQ(heard("10.0.0.1", "anna"), 3);
  EXPECT_EQ(heard("10.0.0.2", "anna"), 2) << "the fifth one in all";
  EXPECT_EQ(heard("10.0.0.3", "anna"), 1);
  EXPECT_TRUE(guard.may_try("10.0.0.4", "anna")) << "who was never wrong goes on";
  EXPECT_EQ(heard("10.0.0.3", "bo"), 3);
}

TEST_F(GuessGuardTest, without_a_name_addresses_count_alone) {
  for (const char* peer : {"10.0.0.1", "10.0.0.2", "10.0.0.3"}) EXPECT_EQ(heard(peer, ""), 3) << peer;
}

TEST_F(GuessGuardTest, who_has_an_ipv6_network_is_one_caller) {
  EXPECT_EQ(heard("2001:db8::1", ""), 3);
  EXPECT_FALSE(guard.may_try("2001:db8::ffff", ""));
  EXPECT_TRUE(guard.may_try("2001:db8:0:1::1", ""));
}

TEST_F(GuessGuardTest, its_memory_has_a_limit_and_the_newest_stay) {
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(heard("10.0.1." + std::to_string(i), "shop-" + std::to_string(i)), 3) << i;
    clock.advance(10ms);
  }
  EXPECT_FALSE(guard.may_try("10.0.1.99", "shop-99"));
  EXPECT_TRUE(guard.may_try("10.0.1.0", "shop-0"));
}

TEST_F(GuessGuardTest, a_clock_that_is_set_back_keeps_nobody_waiting) {
  EXPECT_EQ(heard("10.0.0.1", "anna"), 3);
  clock.advance(-1h);
  EXPECT_EQ(heard("10.0.0.1", "anna"), 3);
}

}  // namespace
}  // namespace kassabro::app
