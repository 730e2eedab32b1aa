#include "base/time_text.hpp"

#include <gtest/gtest.h>

namespace kassabro {
namespace {

using namespace std::chrono_literals;

TEST(TimeText, writes_utc_with_seconds) { EXPECT_EQ(to_iso(from_epoch_ms(1611138542000)), "2021-01-20T10:29:02Z"); }

TEST(TimeText, reads_a_birthday_with_and_without_time) {
  const auto day = Date{std::chrono::year{1986}, std::chrono::month{5}, std::chrono::day{15}};
  EXPECT_EQ(parse_date("1986-05-15"), day);
  EXPECT_EQ(parse_date("1986-05-15T00:00:00Z"), day);
  EXPECT_EQ(parse_date("19860515"), day);
}

TEST(TimeText, refuses_days_that_do_not_exist) {
  EXPECT_FALSE(parse_date("1986-02-30"));
  EXPECT_FALSE(parse_date("1986-13-01"));
  EXPECT_FALSE(parse_date("yesterday"));
  EXPECT_FALSE(parse_date("1986-05-15x"));
  EXPECT_FALSE(parse_date(""));
}

TEST(TimeText, reads_offsets_fractions_and_spaces) {
  const auto at = parse_timestamp("2021-01-20T10:29:02Z");
  ASSERT_TRUE(at);
  EXPECT_EQ(parse_timestamp("2021-01-20T11:29:02+01:00"), at);
  EXPECT_EQ(parse_timestamp("2021-01-20 10:29:02"), at);
  EXPECT_EQ(parse_timestamp("2021-01-20T10:29:02.250Z"), *at + 250ms);
  EXPECT_EQ(parse_timestamp("2021-01-20T10:29:02.250999Z"), *at + 250ms);
  EXPECT_EQ(parse_timestamp("2021-01-20T08:59:02-0130"), at);
  EXPECT_EQ(parse_timestamp("2021-01-20T12:29:02+02"), at);
  EXPECT_EQ(parse_timestamp("2021-01-20T10:29"), *at - 2s);
  EXPECT_EQ(parse_timestamp("2021-1-20"), parse_timestamp("2021-01-20T00:00:00Z"));
}

// Found by chance: of such texts the date library converts a number that it has never set.
TEST(TimeText, refuses_times_that_end_early_or_go_on) {
  using namespace std::string_view_literals;
  for (const auto text : {"2026-10-25 0\0\0\0\0\0\0\0\0\0\0\0"
                          "2:40:00"sv,
                          "2026-10-25T"sv, "2026-10-25T02"sv, "2026-10-25T02:"sv, "2026-10-25T02:40:"sv,
                          "2026-10-25T02:40:00."sv, "2026-10-25T02:40:00+"sv, "2026-10-25T02:40:00+01:"sv,
                          "2026-10-25T02:40:00ZZ"sv, "2026-10-25T24:00:00"sv, "2026-10-25T02:60:00"sv, "2026-10-25T02:40:60"sv,
                          "2026-10-25T02:40:00+24:00"sv, "2026-10-25t02:40"sv, "2026--1-05"sv, "-2026-10-25"sv})
    EXPECT_FALSE(parse_timestamp(text)) << text;
  for (const auto text : {"2026-10-25 02:40"sv, "2026-10-25 02:40:00x"sv, "2026-10-25 02:40:0\0"sv, ""sv})
    EXPECT_FALSE(parse_local_text(text, "Europe/Stockholm")) << text;
}

TEST(TimeText, converts_stockholm_wall_clock_in_winter_and_summer) {
  EXPECT_EQ(to_local_text(*parse_timestamp("2026-01-15T12:00:00Z"), "Europe/Stockholm"), "2026-01-15 13:00:00");
  EXPECT_EQ(to_local_text(*parse_timestamp("2026-07-15T12:00:00Z"), "Europe/Stockholm"), "2026-07-15 14:00:00");
  EXPECT_EQ(parse_local_text("2026-07-15 14:00:00", "Europe/Stockholm"), parse_timestamp("2026-07-15T12:00:00Z"));
}

TEST(TimeText, the_local_day_is_that_of_the_local_text) {
  for (const char* zone : {"Europe/Stockholm", "Pacific/Auckland", "America/Los_Angeles", "Etc/UTC", "Nowhere/Unknown"})
    for (const char* at : {"2026-09-21T14:13:20Z", "2026-10-25T00:59:59Z", "2026-12-31T23:00:00Z", "1969-12-31T12:00:00Z"})
      EXPECT_EQ(to_iso_date(to_local_date(*parse_timestamp(at), zone)), to_local_text(*parse_timestamp(at), zone).substr(0, 10))
          << zone << at;
  EXPECT_TRUE(is_time_zone("Europe/Stockholm"));
  EXPECT_FALSE(is_time_zone("Europe/Atlantis"));
  EXPECT_FALSE(is_time_zone(""));
}

}  // namespace
}  // namespace kassabro
