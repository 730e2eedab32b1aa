// Whole stories on imitated time. KASSABRO_SEEDS=10000 tells so many, KASSABRO_SEED=7 that one, and prints
// all that happens.
#include "tests/simulation/story.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace kassabro::simulation {
namespace {

constexpr std::uint64_t usual_seeds = 200;

std::uint64_t number_of(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

StoryEnd tell_story(std::uint64_t seed, bool aloud = false) {
  Story story(seed);
  if (aloud) story.set_reader([](double at, const std::string& what) { fmt::print("{:9.3f} {}\n", at, what); });
  return story.run();
}

TEST(Story, nothing_is_lost_or_doubled_whatever_happens) {
  const auto only = number_of("KASSABRO_SEED", 0);
  const auto first = only != 0 ? only : number_of("KASSABRO_FIRST_SEED", 1);
  const auto last = only != 0 ? only : first + number_of("KASSABRO_SEEDS", usual_seeds) - 1;
  std::uint64_t orders = 0;
  std::uint64_t calls = 0;
  int kills = 0;
  int parked = 0;
  int blocked = 0;
  std::map<std::string, int> why;
  double hours = 0;
  for (auto seed = first; seed <= last; ++seed) {
    const auto end = tell_story(seed, only != 0);
    orders += end.told.accepted_orders.size();
    calls += end.calls;
    kills += end.kills;
    parked += end.findings.parked;
    blocked += end.times_blocked;
    for (const auto& [reason, count] : end.findings.parked_why) why[reason] += count;
    hours += static_cast<double>(end.lasted.count()) / 3'600'000.0;
    for (const auto& fault : end.findings.faults) ADD_FAILURE() << "seed " << seed << ": " << fault;
    EXPECT_EQ(end.findings.parked, 0) << "seed " << seed << ": half an hour of trouble is no reason to give up";
  }
  fmt::print("{} seeds, {:.0f} hours, {} orders, {} calls to Rule, {} kills, {} parked, blocked {} times\n", last - first + 1,
             hours, orders, calls, kills, parked, blocked);
  for (const auto& [reason, count] : why) fmt::print("  parked {}: {}\n", count, reason);
  EXPECT_GT(orders, 0U);
}

TEST(Story, the_same_seed_tells_the_same_story) {
  for (const std::uint64_t seed : {3U, 4U, 5U}) EXPECT_EQ(tell_story(seed).digest, tell_story(seed).digest) << seed;
  EXPECT_NE(tell_story(3).digest, tell_story(4).digest);
}

}  // namespace
}  // namespace kassabro::simulation
