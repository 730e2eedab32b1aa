#include "tests/support/kill_often.hpp"

#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "tests/support/old_orders.hpp"

namespace kassabro::tests {
namespace {

constexpr int kills = 50;
constexpr int disturbed_min = 5;

}  // namespace

json::object kill_often(System& system, const std::string& kind, std::chrono::milliseconds longest_life,
                        std::chrono::seconds patience) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  std::uniform_int_distribution<std::int64_t> life(0, longest_life.count());
  int disturbed = 0;
  for (int i = 0; i < kills; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(life(random)));
    system.kill_kassabro();
    system.start_kassabro();
    disturbed += text_member(find_job(system, kind), "state") == "finished" ? 0 : 1;
  }
  EXPECT_GT(disturbed, disturbed_min) << "it was over before it could be disturbed";
  EXPECT_TRUE(wait_for_job(system, kind, patience));
  auto job = find_job(system, kind);
  EXPECT_EQ(text_member(job, "state"), "finished") << to_json_text(job) << system.log();
  return job;
}

}  // namespace kassabro::tests
