#include "app/probe_guard.hpp"

#include <gtest/gtest.h>

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;

class ProbeGuardTest : public ::testing::Test {
 protected:
  static Digest key(int number) {
    Digest digest{};
    digest[0] = static_cast<std::uint8_t>(number);
    digest[1] = static_cast<std::uint8_t>(number >> 8);
    return digest;
  }
  ErrorCode refusal(const std::string& peer, int number) {
    const auto admitted = guard.admit(peer, key(number));
    EXPECT_FALSE(admitted);
    return admitted ? ErrorCode::invalid : admitted.error().code;
  }

  ManualClock clock{from_epoch_ms(1'790'000'000'000)};
  ProbeGuard guard{clock, {.per_peer_a_minute = 3, .all_a_minute = 5, .refused_for = 5min, .entries_max = 10}};
};

TEST_F(ProbeGuardTest, each_address_has_a_few_probes_a_minute) {
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(guard.admit("a", key(i)));
  EXPECT_EQ(refusal("a", 4), ErrorCode::too_many_requests);
  EXPECT_TRUE(guard.admit("b", key(5)));
  clock.advance(1min);
  EXPECT_TRUE(guard.admit("a", key(6)));
}

TEST_F(ProbeGuardTest, all_addresses_together_have_a_limit) {
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(guard.admit(std::to_string(i), key(i)));
  EXPECT_EQ(refusal("z", 9), ErrorCode::too_many_requests);
  clock.advance(1min);
  EXPECT_TRUE(guard.admit("z", key(9)));
}

TEST_F(ProbeGuardTest, a_refused_key_is_refused_for_a_while_and_counts_as_no_probe) {
  guard.refused(key(1));
  for (int i = 0; i < 10; ++i) EXPECT_EQ(refusal("a", 1), ErrorCode::unauthorized);
  EXPECT_TRUE(guard.admit("a", key(2)));
  clock.advance(5min);
  EXPECT_TRUE(guard.admit("a", key(1)));
}

TEST_F(ProbeGuardTest, its_memory_has_a_limit) {
  for (int i = 0; i < 1000; ++i) guard.refused(key(i));
  EXPECT_EQ(refusal("a", 999), ErrorCode::unauthorized);
  EXPECT_TRUE(guard.admit("a", key(0)));
}

}  // namespace
}  // namespace kassabro::app
