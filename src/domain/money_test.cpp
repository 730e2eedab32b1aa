#include "domain/money.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kassabro::domain {
namespace {

TEST(Money, reads_what_a_till_writes) {
  EXPECT_EQ(parse_amount_minor("431.00", "SEK"), 43100);
  EXPECT_EQ(parse_amount_minor("-2990.00", "SEK"), -299000);
  EXPECT_EQ(parse_amount_minor("0.05", "EUR"), 5);
  EXPECT_EQ(parse_amount_minor("15", "SEK"), 1500);
  EXPECT_EQ(parse_amount_minor("15.5", "SEK"), 1550);
}

TEST(Money, refuses_three_decimals_and_other_texts) {
  for (const char* text : {"1.000", "1.005", "", ".5", "5.", "1,50", "1e3", "1.2.3", "--1", "NaN", "99999999999999999999"})
    EXPECT_FALSE(parse_amount_minor(text, "SEK")) << text;
}

TEST(Money, knows_currencies_without_and_with_three_decimals) {
  EXPECT_EQ(parse_amount_minor("1500.00", "JPY"), 1500);
  EXPECT_FALSE(parse_amount_minor("1500.50", "JPY"));
  EXPECT_EQ(parse_amount_minor("1.234", "KWD"), 1234);
  EXPECT_EQ(amount_text(1234, "KWD"), "1.234");
  EXPECT_EQ(amount_text(1500, "JPY"), "1500.00");
}

TEST(Money, text_and_amount_are_the_same_both_ways) {
  EXPECT_TRUE(rc::check(
      [](std::int32_t minor) { RC_ASSERT(*parse_amount_minor(amount_text(minor, "SEK"), "SEK") == std::int64_t{minor}); }));
}

TEST(Money, currency_codes_are_three_letters) {
  EXPECT_EQ(parse_currency(" sek "), "SEK");
  EXPECT_EQ(parse_currency("kr"), "");
  EXPECT_EQ(parse_currency("S3K"), "");
}

}  // namespace
}  // namespace kassabro::domain
