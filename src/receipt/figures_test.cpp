#include "receipt/figures.hpp"

#include <gtest/gtest.h>

namespace kassabro::receipt {
namespace {

constexpr auto sv = Language::swedish;
constexpr auto en = Language::english;

TEST(Figures, money_is_written_as_each_language_does) {
  EXPECT_EQ(money(123'450, "SEK", sv), "1\u00a0234,50\u00a0kr");
  EXPECT_EQ(money(123'450, "SEK", en), "SEK\u00a01,234.50");
  EXPECT_EQ(money(-5, "EUR", sv), "\u22120,05\u00a0EUR");
  EXPECT_EQ(money(-500, "EUR", en), "\u2212EUR\u00a05.00");
  EXPECT_EQ(money(-123'456'789, "SEK", sv, Spelling::sms), "-1 234 567,89 kr");
  EXPECT_EQ(money(100, "", en), "1.00");
}

TEST(Figures, a_currency_has_its_own_decimals) {
  EXPECT_EQ(money(4'950, "JPY", en), "JPY\u00a04,950");
  EXPECT_EQ(money(1'530'863, "ISK", sv), "1\u00a0530\u00a0863\u00a0ISK");
  EXPECT_EQ(money(1'234, "KWD", en), "KWD\u00a01.234");
}

TEST(Figures, quantities_and_rates_have_the_languages_point) {
  EXPECT_EQ(quantity_figure("-0.500", sv), "\u22120,500");
  EXPECT_EQ(quantity_figure("1200", en), "1,200");
  EXPECT_EQ(rate_figure("25.5", sv), "25,5\u00a0%");
  EXPECT_EQ(rate_figure("25", en), "25%");
  EXPECT_EQ(rate_figure("none", sv), "none");
}

TEST(Figures, times_are_of_the_stores_wall_clock) {
  const auto at = from_epoch_ms(1'782'907'500'000);
  EXPECT_EQ(time_figure(at, "Europe/Stockholm", sv), "2026-07-01 14:05");
  EXPECT_EQ(time_figure(at, "Asia/Tokyo", en), "1 July 2026, 21:05");
  EXPECT_EQ(time_figure(at, "nowhere", sv), "2026-07-01 12:05");
}

TEST(Language, is_what_the_reader_prefers_of_the_two) {
  EXPECT_EQ(accepted_language("sv-SE,sv;q=0.9,en;q=0.8"), sv);
  EXPECT_EQ(accepted_language("de, en-GB;q=0.5, sv;q=0.9"), sv);
  EXPECT_EQ(accepted_language("de,fr;q=0.5"), std::nullopt);
  EXPECT_EQ(accepted_language("sv;q=0"), std::nullopt);
  EXPECT_EQ(accepted_language(""), std::nullopt);
  EXPECT_EQ(language_of_country("se"), sv);
  EXPECT_EQ(language_of_country("NO"), en);
}

}  // namespace
}  // namespace kassabro::receipt
