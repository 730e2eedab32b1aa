#include "http/retry_after.hpp"

#include <gtest/gtest.h>

#include "base/time_text.hpp"

namespace kassabro::http {
namespace {

using std::chrono::seconds;

TEST(RetryAfter, reads_seconds_and_holds_them_within_a_day) {
  EXPECT_EQ(parse_delta_seconds("30"), seconds(30));
  EXPECT_EQ(parse_delta_seconds("-4"), seconds(0));
  EXPECT_EQ(parse_delta_seconds("99999999999"), seconds(86'400));
  for (const char* text : {"", "soon", "5x", "1.5", "99999999999999999999"}) EXPECT_FALSE(parse_delta_seconds(text)) << text;
}

TEST(RetryAfter, reads_an_http_date) {
  EXPECT_EQ(parse_http_date("Mon, 23 Nov 2026 12:01:30 GMT"), *parse_timestamp("2026-11-23T12:01:30Z"));
  for (const char* text : {"", "2026-11-23 12:01:30", "Mon, 32 Nov 2026 12:01:30 GMT", "Mon, 23 Nov 2026 12:01:",
                           "Tue, 23 Nov 2026 12:01:30 GMT", "Mon, 23 Nou 2026 12:01:30 GMT", "Mon, 23 Nov 2026 12:01:30 CET"})
    EXPECT_FALSE(parse_http_date(text)) << text;
}

}  // namespace
}  // namespace kassabro::http
