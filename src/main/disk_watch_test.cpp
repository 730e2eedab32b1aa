#include "main/disk_watch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kassabro::main {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

class DiskWatchTest : public ::testing::Test {
 protected:
  // Of 100 GiB.
  std::optional<std::string> look(std::uint64_t mebibytes_free, std::chrono::minutes at) {
    return watch.worsens(judge_space("/data", {mebibytes_free << 20U, 100ULL << 30U, 0, 0}), start + at);
  }

  DiskWatch watch;
  Timestamp start = *parse_timestamp("2026-11-30T12:00:00Z");
};

TEST_F(DiskWatchTest, tells_once_of_little_and_once_of_nothing) {
  EXPECT_EQ(look(50'000, 0min), std::nullopt);
  EXPECT_EQ(look(4'000, 1min), "the disk of /data is nearly full: 4000 MiB are free on its disk, 3 % of it.");
  EXPECT_EQ(look(3'000, 2min), std::nullopt);
  EXPECT_THAT(look(10, 3min).value_or(""), HasSubstr("the disk of /data is full: 10 MiB"));
  EXPECT_EQ(look(5, 4min), std::nullopt);
  EXPECT_EQ(look(1'000, 5min), std::nullopt) << "it becomes better";
}

TEST_F(DiskWatchTest, says_nothing_more_when_a_disk_goes_to_and_fro) {
  EXPECT_NE(look(4'000, 0min), std::nullopt);
  for (int minute = 1; minute < 200; minute += 2) {
    EXPECT_EQ(look(50'000, std::chrono::minutes(minute)), std::nullopt);
    EXPECT_EQ(look(4'000, std::chrono::minutes(minute + 1)), std::nullopt);
  }
}

TEST_F(DiskWatchTest, tells_again_after_an_hour_of_calm) {
  EXPECT_NE(look(4'000, 0min), std::nullopt);
  EXPECT_EQ(look(50'000, 59min), std::nullopt);
  EXPECT_EQ(look(50'000, 60min), std::nullopt);
  EXPECT_NE(look(4'000, 61min), std::nullopt);
}

}  // namespace
}  // namespace kassabro::main
