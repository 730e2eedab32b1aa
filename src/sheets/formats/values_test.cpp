#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sheets/formats/cell_value.hpp"
#include "sheets/formats/excel_text.hpp"
#include "sheets/formats/number_text.hpp"
#include "sheets/formats/refused.hpp"

namespace kassabro::sheets::formats {
namespace {

RC_GTEST_PROP(NumberText, keeps_every_whole_number_of_15_digits, ()) {
  const auto number = *rc::gen::inRange<std::int64_t>(-999'999'999'999'999, 1'000'000'000'000'000);
  RC_ASSERT(number_text(static_cast<double>(number)) == std::to_string(number));
}

RC_GTEST_PROP(NumberText, keeps_every_amount_of_two_decimals, ()) {
  const auto hundredths = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
  auto text = std::to_string(hundredths / 100);
  const auto rest = hundredths % 100;
  if (rest != 0) text += rest < 10 ? ".0" + std::to_string(rest) : "." + std::to_string(rest % 10 == 0 ? rest / 10 : rest);
  RC_ASSERT(number_text(static_cast<double>(hundredths) / 100) == text);
}

TEST(NumberText, has_no_exponent_and_no_noise) {
  EXPECT_EQ(number_text(4.6701234567e10), "46701234567");
  EXPECT_EQ(number_text(0.1 + 0.2), "0.3");
  EXPECT_EQ(number_text("0.10000000000000001"), "0.1");
  EXPECT_EQ(number_text("46701234567"), "46701234567");
  EXPECT_EQ(number_text(-0.0), "0");
  for (const char* text : {"", "x", "1x", "1 000", "NaN", "INF", "0x10", "1e999"})
    EXPECT_EQ(number_text(text), std::nullopt) << text;
}

TEST(DateText, counts_days_as_excel_does) {
  EXPECT_EQ(date_text(1, DateSystem::from_1900), "1900-01-01");
  EXPECT_EQ(date_text(59, DateSystem::from_1900), "1900-02-28");
  EXPECT_EQ(date_text(60, DateSystem::from_1900), "1900-02-29");
  EXPECT_EQ(date_text(61, DateSystem::from_1900), "1900-03-01");
  EXPECT_EQ(date_text(0, DateSystem::from_1900), "1900-01-00");
  EXPECT_EQ(date_text(0, DateSystem::from_1904), "1904-01-01");
  EXPECT_EQ(date_text(46350 - 1462, DateSystem::from_1904), "2026-11-24");
  EXPECT_EQ(date_text(46350.999999, DateSystem::from_1900), "2026-11-25");
  EXPECT_EQ(date_text(0.5, DateSystem::from_1904), "12:00:00");
  EXPECT_EQ(date_text(-1, DateSystem::from_1900), std::nullopt);
  EXPECT_EQ(date_text(2'958'466, DateSystem::from_1900), std::nullopt);
  EXPECT_EQ(date_text(2'958'000, DateSystem::from_1904), std::nullopt);
}

TEST(NumberFormat, tells_dates_from_numbers) {
  for (const char* code :
       {"yyyy-mm-dd", "D.M.YYYY", "[$-41D]d mmmm yyyy;@", "[h]:mm", "mm:ss.0", "h:mm AM/PM", "\"den \"d", "[Red]yy"})
    EXPECT_TRUE(parse_format(code).date) << code;
  for (const char* code : {"General", "0", "#,##0.00 \"kr\"", "0 \"dagar\"", "0\\d", "[Red]0", "@", "0.00E+00",
                           "_-* #,##0\\ \"kr\"_-", "Standard", "", "[$kr-41D]\\ 0", "0 st"})
    EXPECT_FALSE(parse_format(code).date) << code;
}

TEST(NumberFormat, shows_zeros_in_front) {
  const auto phone = parse_format("0000000000");
  EXPECT_EQ(number_cell(701234567, phone, DateSystem::from_1900), (Cell{CellKind::text, "0701234567"}));
  EXPECT_EQ(number_cell(46701234567, phone, DateSystem::from_1900), (Cell{CellKind::number, "46701234567"}));
  EXPECT_EQ(number_cell(-5, phone, DateSystem::from_1900), (Cell{CellKind::number, "-5"}));
}

TEST(ExcelText, stands_for_characters) {
  EXPECT_EQ(unescaped("a_x000D_\nb"), "a\r\nb");
  EXPECT_EQ(unescaped("_x005F_x0041_"), "_x0041_");
  EXPECT_EQ(unescaped("_x00E5__x20AC_"), "å€");
  for (const char* text : {"_x", "_xZZZZ_", "_x0041", "a_x_b", "_x0000_", "_xD83D_"}) EXPECT_EQ(unescaped(text), text);
}

TEST(ExcelText, joins_the_halves_of_utf_16) {
  std::string out;
  append_utf16(out, u"å🎁");
  EXPECT_EQ(out, "å🎁");
  out.clear();
  append_utf16(out, std::u16string{u'a', 0xD83D, u'b', 0xDC00});
  EXPECT_EQ(out, "a\uFFFDb\uFFFD");
}

TEST(IsoDate, loses_what_a_day_does_not_need) {
  EXPECT_EQ(iso_date_cell("2026-11-24T00:00:00").text, "2026-11-24");
  EXPECT_EQ(iso_date_cell("2026-11-24T13:05:00.000Z").text, "2026-11-24 13:05:00");
}

}  // namespace
}  // namespace kassabro::sheets::formats
