#include "app/import_amount.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kassabro::app {
namespace {

using ::testing::HasSubstr;

Cell text(const std::string& written) { return {CellKind::text, written}; }
Cell number(const std::string& digits) { return {CellKind::number, digits}; }

ReadAmount read(const Cell& cell, const std::string& currency = "", const std::string& usual = "SEK") {
  const auto amount = read_amount(cell, currency, usual, std::nullopt);
  EXPECT_TRUE(amount) << cell.text << ": " << (amount ? "" : amount.error().message);
  return amount.value_or(ReadAmount{});
}

std::string refusal(const Cell& cell, const std::string& currency = "", const std::string& usual = "SEK",
                    const std::optional<DecimalSigns>& signs = DecimalSigns{}) {
  const auto amount = read_amount(cell, currency, usual, signs);
  return amount ? "it is " + std::to_string(amount->minor) : amount.error().message;
}

TEST(ImportAmountTest, amounts_are_read_as_people_write_them) {
  const std::vector<std::pair<std::string, std::int64_t>> amounts{{"100", 10'000},
                                                                  {" 100 ", 10'000},
                                                                  {"99,50", 9'950},
                                                                  {"99.50", 9'950},
                                                                  {"99,5", 9'950},
                                                                  {"1 234", 123'400},
                                                                  {"1\u00a0234,50", 123'450},
                                                                  {"1\u202f234,50", 123'450},
                                                                  {"1\u2009234", 123'400},
                                                                  {"1.234,50", 123'450},
                                                                  {"1,234.50", 123'450},
                                                                  {"1.234.567", 123'456'700},
                                                                  {"1,234,567", 123'456'700},
                                                                  {"1'234.50", 123'450},
                                                                  {"1’234", 123'400},
                                                                  {"1 234 567,89", 123'456'789},
                                                                  {"100 kr", 10'000},
                                                                  {"100kr", 10'000},
                                                                  {"kr 100", 10'000},
                                                                  {"100 KR.", 10'000},
                                                                  {"100:-", 10'000},
                                                                  {"100,-", 10'000},
                                                                  {"100:- kr", 10'000},
                                                                  {"SEK 100", 10'000},
                                                                  {"100 sek", 10'000},
                                                                  {"SEK 100,50 kr", 10'050},
                                                                  {"0,500", 50},
                                                                  {"1234,500", 123'450},
                                                                  {"100,00", 10'000},
                                                                  {"007", 700},
                                                                  {"\ufeff100", 10'000}};
  for (const auto& [written, minor] : amounts) EXPECT_EQ(read(text(written)).minor, minor) << written;
}

TEST(ImportAmountTest, a_number_cell_is_exact) {
  EXPECT_EQ(read(number("100")).minor, 10'000);
  EXPECT_EQ(read(number("99.5")).minor, 9'950);
  EXPECT_EQ(read(number("1234.00")).minor, 123'400);
  EXPECT_EQ(read(number("0.30000000000000004")).minor, 30) << "how a spreadsheet keeps 0.1 + 0.2";
  EXPECT_EQ(read(number("99.98999999999999")).minor, 9'999) << "99.99";
  EXPECT_THAT(refusal(number("1.234")), HasSubstr("more decimals than SEK"));
  EXPECT_THAT(refusal(number("99.995")), HasSubstr("more decimals"));
  EXPECT_THAT(refusal({CellKind::date, "2026-01-03"}), HasSubstr("made the date"));
}

TEST(ImportAmountTest, the_currency_is_the_rows_the_amounts_or_the_accounts) {
  EXPECT_EQ(read(text("100")).currency, "SEK");
  EXPECT_FALSE(read(text("100")).names_currency);
  EXPECT_EQ(read(text("100"), "EUR").currency, "EUR");
  EXPECT_EQ(read(text("€ 100")).currency, "EUR");
  EXPECT_TRUE(read(text("100 €")).names_currency);
  EXPECT_EQ(read(text("100 NOK")).currency, "NOK");
  EXPECT_EQ(read(text("100 kr"), "", "DKK").currency, "DKK");
  EXPECT_EQ(read(text("$100"), "", "USD").currency, "USD");
  EXPECT_THAT(refusal(text("100 kr"), "", "EUR"), HasSubstr("no currency"));
  EXPECT_THAT(refusal(text("$100")), HasSubstr("no currency"));
  EXPECT_THAT(refusal(text("100 pts")), HasSubstr("no currency"));
  EXPECT_THAT(refusal(text("100 poäng")), HasSubstr("no currency"));
  EXPECT_THAT(refusal(text("100 EUR"), "SEK"), HasSubstr("the currency column says SEK"));
  EXPECT_THAT(refusal(text("EUR 100 kr")), HasSubstr("two currencies"));
}

TEST(ImportAmountTest, currencies_have_their_own_decimals) {
  EXPECT_EQ(read(text("1500"), "JPY").minor, 1'500);
  EXPECT_EQ(read(text("1500,00"), "JPY").minor, 1'500);
  EXPECT_EQ(read(text("1,5"), "KWD").minor, 1'500);
  EXPECT_THAT(refusal(text("1500,50"), "JPY"), HasSubstr("more decimals than JPY"));
  EXPECT_THAT(refusal(text("1,2345"), "KWD"), HasSubstr("more decimals than KWD"));
}

TEST(ImportAmountTest, what_is_no_amount_is_refused) {
  for (const char* written : {"abc", "1 00", "1,23,4", "12 34", "1.2.3", "100%", "(100)", "1/2", "100 + 5", ",", ".", "1..2",
                              "1,,2", "1.234,567,8", "++1", "0x10", "100 kr per st", "١٠٠"})
    EXPECT_THAT(refusal(text(written)), ::testing::Not(HasSubstr("it is"))) << written;
  for (const char* written : {"0", "0,00", "-100", "−100", "- 100"})
    EXPECT_THAT(refusal(text(written)), HasSubstr("not above zero")) << written;
  EXPECT_THAT(refusal(text("1,5E+3")), HasSubstr("digits were lost"));
  EXPECT_THAT(refusal(text("99999999999999999999")), HasSubstr("too large"));
  EXPECT_THAT(refusal({CellKind::error, "#DIV/0!"}), HasSubstr("#DIV/0!"));
  EXPECT_THAT(refusal({CellKind::boolean, "true"}), HasSubstr("yes or no"));
  EXPECT_THAT(refusal(text("#SAKNAS!")), HasSubstr("shows for an error"));
  EXPECT_THAT(refusal(text("########")), HasSubstr("shows for an error"));
}

TEST(ImportAmountTest, one_thousand_or_one_is_undecided_while_the_file_is_read) {
  for (const char* written : {"1,234", "1.234", "12.000", "999,999"}) {
    EXPECT_TRUE(read(text(written)).is_undecided) << written;
    EXPECT_THAT(refusal(text(written)), HasSubstr("no other row shows")) << written;
  }
}

TEST(ImportAmountTest, other_rows_show_how_decimals_are_written) {
  EXPECT_EQ(read(text("99,50")).decimal_sign, ',');
  EXPECT_EQ(read(text("99.50")).decimal_sign, '.');
  EXPECT_EQ(read(text("1.234,5")).decimal_sign, ',');
  EXPECT_EQ(read(text("1.234.567")).decimal_sign, ',');
  EXPECT_EQ(read(text("1,234,567")).decimal_sign, '.');
  EXPECT_EQ(read(text("100")).decimal_sign, 0);
  EXPECT_EQ(read(number("99.5")).decimal_sign, 0) << "a number cell says nothing of how text is written";
}

TEST(ImportAmountTest, what_other_rows_show_decides) {
  EXPECT_EQ(read_amount(text("1.234"), "", "SEK", DecimalSigns{7, 0})->minor, 123'400);
  EXPECT_EQ(read_amount(text("1,234"), "", "SEK", DecimalSigns{0, 7})->minor, 123'400);
  EXPECT_EQ(read_amount(text("1,234"), "KWD", "SEK", DecimalSigns{7, 0})->minor, 1'234);
  EXPECT_THAT(refusal(text("1,000"), "", "SEK", DecimalSigns{7, 0}), HasSubstr("line 7")) << "and not one crown";
  EXPECT_THAT(refusal(text("1,234"), "", "SEK", DecimalSigns{7, 9}),
              ::testing::AllOf(HasSubstr("do not agree"), HasSubstr("line 7"), HasSubstr("line 9")));
}

}  // namespace
}  // namespace kassabro::app
