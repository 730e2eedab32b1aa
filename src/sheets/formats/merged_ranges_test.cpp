#include "sheets/formats/merged_ranges.hpp"

#include <gtest/gtest.h>

#include "sheets/formats/cell_place.hpp"
#include "sheets/formats/refused.hpp"

namespace kassabro::sheets::formats {
namespace {

TEST(MergedRanges, cover_all_but_their_first_cell) {
  MergedRanges merged;
  merged.add({.first_line = 5, .last_line = 9, .first_column = 1, .last_column = 1});
  merged.add({.first_line = 2, .last_line = 3, .first_column = 0, .last_column = 1});
  const auto covered = [&](std::int64_t line) {
    merged.go_to(line);
    return std::pair(merged.covers(0), merged.covers(1));
  };
  EXPECT_EQ(covered(1), std::pair(false, false));
  EXPECT_EQ(covered(2), std::pair(false, true));
  EXPECT_EQ(covered(3), std::pair(true, true));
  EXPECT_EQ(covered(5), std::pair(false, false));
  EXPECT_EQ(covered(9), std::pair(false, true));
  EXPECT_EQ(covered(10), std::pair(false, false));
}

TEST(MergedRanges, that_no_asked_line_touches_cover_nothing) {
  MergedRanges merged;
  merged.add({.first_line = 2, .last_line = 3, .first_column = 0, .last_column = 9});
  merged.go_to(7);
  EXPECT_FALSE(merged.covers(0));
}

TEST(CellPlace, counts_columns_in_letters) {
  EXPECT_EQ(parse_place("A1").column, 0U);
  EXPECT_EQ(parse_place("BC12").column, 54U);
  EXPECT_EQ(parse_place("XFD1048576").column, 16'383U);
  EXPECT_EQ(parse_place("XFD1048576").line, 1'048'576);
  for (const char* text : {"", "A", "1", "a1", "A1x", "A-1x"}) EXPECT_THROW(parse_place(text), Refused) << text;
  EXPECT_GT(parse_column("ZZZZZZZZZZZZZZZZZZ1"), 16'383U);
}

}  // namespace
}  // namespace kassabro::sheets::formats
