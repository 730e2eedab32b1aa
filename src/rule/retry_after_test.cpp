#include "rule/retry_after.hpp"

#include <gtest/gtest.h>

#include "base/time_text.hpp"

namespace kassabro::rule {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

const Timestamp now = *parse_timestamp("2026-11-23T12:00:00Z");
constexpr std::string_view date_header = "Mon, 23 Nov 2026 12:00:00 GMT";

TEST(RetryAfter, reads_seconds) {
  EXPECT_EQ(parse_retry_after("30", date_header, now), now + seconds(30));
  EXPECT_EQ(parse_retry_after(" 7 ", std::nullopt, now), now + seconds(7));
}

TEST(RetryAfter, reads_an_http_date) {
  EXPECT_EQ(parse_retry_after("Mon, 23 Nov 2026 12:01:30 GMT", date_header, now), now + seconds(90));
}

TEST(RetryAfter, reads_the_wall_clock_of_stockholm) {
  EXPECT_EQ(parse_retry_after("2026-11-23 13:00:45", date_header, now), now + seconds(45));  // winter: one hour ahead
  const auto summer = *parse_timestamp("2026-07-01T12:00:00Z");
  EXPECT_EQ(parse_retry_after("2026-07-01 14:00:10", "Wed, 01 Jul 2026 12:00:00 GMT", summer), summer + seconds(10));
}

TEST(RetryAfter, is_read_against_the_answers_own_clock) {
  const auto ours = now + hours(3);  // our clock is wrong
  EXPECT_EQ(parse_retry_after("2026-11-23 13:00:45", date_header, ours), ours + seconds(45));
  EXPECT_EQ(parse_retry_after("Mon, 23 Nov 2026 12:00:20 GMT", date_header, ours), ours + seconds(20));
  EXPECT_EQ(parse_retry_after("2026-11-23 13:00:45", std::nullopt, now), now + seconds(45));
}

TEST(RetryAfter, takes_the_later_reading_of_the_hour_that_comes_twice) {
  const auto autumn = *parse_timestamp("2026-10-25T00:30:00Z");  // 02:30 summer time; at 01:00Z clocks go back to 02:00
  EXPECT_EQ(parse_retry_after("2026-10-25 02:40:00", "Sun, 25 Oct 2026 00:30:00 GMT", autumn),
            autumn + hours(1) + seconds(600));
}

TEST(RetryAfter, waits_a_second_at_least_and_a_day_at_most) {
  EXPECT_EQ(parse_retry_after("0", date_header, now), now + seconds(1));
  EXPECT_EQ(parse_retry_after("2026-11-23 12:00:00", date_header, now), now + seconds(1));
  EXPECT_EQ(parse_retry_after("2030-01-01 00:00:00", date_header, now), now + hours(24));
  EXPECT_EQ(parse_retry_after("99999999999", date_header, now), now + hours(24));
}

TEST(RetryAfter, is_absent_for_anything_else) {
  EXPECT_FALSE(parse_retry_after("soon", date_header, now));
  EXPECT_FALSE(parse_retry_after("", date_header, now));
  EXPECT_FALSE(parse_retry_after("-5x", date_header, now));
}

}  // namespace
}  // namespace kassabro::rule
