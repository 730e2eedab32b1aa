#include "app/import_date.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kassabro::app {
namespace {

using ::testing::HasSubstr;

std::string read(const std::string& text, CellKind kind = CellKind::text) {
  const auto day = read_day({kind, text}, "Europe/Stockholm");
  return day ? to_iso_date(*day) : day.error().message;
}

TEST(ImportDateTest, days_are_read_as_people_write_them) {
  for (const char* written :
       {"2026-12-31", "2026/12/31", "2026.12.31", "20261231", "31/12 2026", "31/12/2026", "31.12.2026", "31-12-2026",
        "12/31/2026", "31 december 2026", "31 dec 2026", "31. dec. 2026", "December 31, 2026", "2026-12-31 00:00",
        "2026-12-31 23:59:59", "2026-12-31T00:00:00", "2026-12-31T12:00:00+01:00", "2026-12-30T23:00:00Z", " 2026-12-31\u00a0"})
    EXPECT_EQ(read(written), "2026-12-31") << written;
  EXPECT_EQ(read("1 maj 2026"), "2026-05-01");
  EXPECT_EQ(read("May 1, 2026"), "2026-05-01");
  EXPECT_EQ(read("3 okt 2026"), "2026-10-03");
  EXPECT_EQ(read("15 juni 2026"), "2026-06-15");
  EXPECT_EQ(read("2026-1-5"), "2026-01-05");
  EXPECT_EQ(read("9999-12-31"), "9999-12-31") << "how some write that there is no end";
}

TEST(ImportDateTest, a_date_cell_is_a_day) {
  EXPECT_EQ(read("2026-11-24", CellKind::date), "2026-11-24");
  EXPECT_EQ(read("2026-11-24 13:05:00", CellKind::date), "2026-11-24");
  EXPECT_THAT(read("1905-07-18", CellKind::date), HasSubstr("cannot be meant")) << "2026 in a cell that is formatted as a date";
}

TEST(ImportDateTest, a_bare_number_is_no_day) {
  EXPECT_THAT(read("46387", CellKind::number), HasSubstr("bare number"));
  EXPECT_THAT(read("46387"), HasSubstr("bare number"));
  EXPECT_THAT(read("46387.5", CellKind::number), HasSubstr("bare number"));
  EXPECT_THAT(read("2026"), HasSubstr("bare number"));
  EXPECT_EQ(read("20261231", CellKind::number), "2026-12-31") << "eight digits can only be one day";
}

TEST(ImportDateTest, an_order_that_is_not_certain_is_refused) {
  EXPECT_THAT(read("03/04/2026"), ::testing::AllOf(HasSubstr("2026-04-03"), HasSubstr("2026-03-04")));
  EXPECT_THAT(read("3/4 2026"), HasSubstr("may be"));
  EXPECT_EQ(read("4/4/2026"), "2026-04-04") << "both orders say the same";
  EXPECT_THAT(read("26-12-31"), HasSubstr("two digits"));
  EXPECT_THAT(read("31/12/26"), HasSubstr("two digits"));
}

TEST(ImportDateTest, what_is_no_day_is_refused) {
  for (const char* written : {"2026-13-01", "2026-02-30", "31/13 2026", "32/12/2026", "20261332", "0000-00-00"})
    EXPECT_THAT(read(written),
                ::testing::AnyOf(HasSubstr("does not exist"), HasSubstr("no date"), HasSubstr("cannot be meant")))
        << written;
  for (const char* written :
       {"soon", "2026-12", "31 marknad 2026", "31 12", "1,2,3,4", "2026-12-31-1", "12345-01-01", "2026 vecka 3", "0,5", "-"})
    EXPECT_THAT(read(written), HasSubstr("no date")) << written;
  EXPECT_THAT(read("true", CellKind::boolean), HasSubstr("yes or no"));
  EXPECT_THAT(read("#N/A", CellKind::error), HasSubstr("#N/A"));
}

}  // namespace
}  // namespace kassabro::app
