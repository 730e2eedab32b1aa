#include "domain/phone.hpp"

#include <gtest/gtest.h>

namespace kassabro::domain {
namespace {

std::string e164(std::string_view text, std::string_view country = "SE") {
  const auto phone = Phone::parse(text, country);
  return phone ? phone->e164() : "refused";
}

TEST(Phone, every_usual_spelling_is_one_number) {
  for (const char* text : {"+46701234567", "0701234567", "070-123 45 67", "0046701234567", " 46701234567",
                           "+46 (0)70 123 45 67", "070 1234567", "+46-70-1234567"})
    EXPECT_EQ(e164(text), "+46701234567") << text;
}

TEST(Phone, the_accounts_country_decides_about_national_numbers) {
  EXPECT_EQ(e164("40612345", "NO"), "+4740612345");
  EXPECT_EQ(e164("+4740612345", "SE"), "+4740612345");
}

TEST(Phone, takes_numbers_of_other_countries_by_their_length) {
  EXPECT_EQ(e164("+11223334455"), "+11223334455");
  EXPECT_EQ(e164("0011223334455"), "+11223334455");
  EXPECT_EQ(e164("+1122333445"), "refused");
  EXPECT_EQ(e164("+1122333445566"), "refused");
  EXPECT_EQ(e164("+11223334455", "US"), "refused");
}

TEST(Phone, refuses_what_cannot_exist) {
  for (const char* text :
       {"", "1", "12345", "+46", "anna", "070-ANNA", "+999701234567", "070123456789012345", "0701234567; drop"})
    EXPECT_EQ(e164(text), "refused") << text;
}

TEST(Phone, knows_countries) {
  EXPECT_TRUE(is_phone_country("SE"));
  EXPECT_FALSE(is_phone_country("XX"));
}

TEST(Phone, what_looks_like_a_number_of_somebody_is_that_number) {
  std::uint64_t chance = 1;
  const auto digit = [&chance] {
    chance = chance * 6364136223846793005U + 1442695040888963407U;
    return static_cast<char>('0' + (chance >> 33) % 10);
  };
  int numbers = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string country = i % 2 == 0 ? "SE" : "FI";
    std::string text = i % 3 == 0 ? "+46" : "0";
    for (int length = 6 + i % 7; length > 0; --length) text += digit();
    const auto likely = Phone::likely_e164(text, country);
    if (!likely || e164(*likely, country) != *likely) continue;  // nobody can have it
    EXPECT_EQ(e164(text, country), *likely) << text;
    ++numbers;
  }
  EXPECT_GT(numbers, 1'000);
}

// Found by chance: prefixes abroad were taken off one at a time, so that a stored number was read as another one.
TEST(Phone, a_number_with_too_many_prefixes_is_one_number) {
  for (const char* text : {"+3100740156.7", "+310740156.7", " 3100740156.7", "+31 740156.7"})
    EXPECT_EQ(e164(text, "SE"), "+317401567") << text;
}

TEST(Phone, no_number_has_more_than_15_digits) {
  EXPECT_EQ(e164("+234 706 734 0567", "SE"), "+2347067340567");
  EXPECT_EQ(e164("+234470 673 40 567867", "SE"), "refused");
}

TEST(Phone, guesses_nothing_where_digits_do_not_tell) {
  for (const char* text : {"", "+", "0", "070-123 45 67", "0046701234567", " 46701234567", "12345678", "+46701234567890123"})
    EXPECT_EQ(Phone::likely_e164(text, "SE"), std::nullopt) << text;
  EXPECT_EQ(Phone::likely_e164("0612345678", "IT"), std::nullopt);
}

}  // namespace
}  // namespace kassabro::domain
