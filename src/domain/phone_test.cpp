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

}  // namespace
}  // namespace kassabro::domain
