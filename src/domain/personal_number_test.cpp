#include "domain/personal_number.hpp"

#include <gtest/gtest.h>

namespace kassabro::domain {
namespace {

bool same(std::string_view one, std::string_view other) {
  return is_same_personal_number(bare_personal_number(one), bare_personal_number(other));
}

TEST(PersonalNumber, all_spellings_of_a_swedish_one_are_one_number) {
  for (const auto* one : {"19900101-2384", "199001012384", "900101-2384", "9001012384", "19900101 2384"})
    for (const auto* other : {"19900101-2384", "199001012384", "900101-2384", "9001012384", "900101+2384"})
      EXPECT_TRUE(same(one, other)) << one << " " << other;
}

TEST(PersonalNumber, another_number_is_another_person) {
  EXPECT_FALSE(same("19900101-2384", "19900101-2385"));
  EXPECT_FALSE(same("19900101-2384", "20900101-2384")) << "both name the century";
  EXPECT_FALSE(same("19900101-2384", "2384"));
  EXPECT_FALSE(same("01019012345", "1019012345")) << "eleven digits are no Swedish number without a century";
}

TEST(PersonalNumber, those_of_other_countries_are_compared_as_they_are) {
  EXPECT_TRUE(same("010190-123A", "010190-123a"));
  EXPECT_TRUE(same("010190 12345", "01019012345"));
  EXPECT_FALSE(same("010190-123A", "010190-123B"));
}

TEST(PersonalNumber, what_has_other_signs_or_is_short_is_none) {
  for (const auto* text : {"", "12345", "1-2-3", "900101/2384", "anna@shop.se", "{}"})
    EXPECT_EQ(bare_personal_number(text), "") << text;
}

TEST(PersonalNumber, what_may_be_anything_or_anybodys_is_none) {
  for (const auto* text : {"900101", "1990-01-01", "19900101", "unknown", "000000-0000", "111111111111"})
    EXPECT_EQ(bare_personal_number(text), "") << text;
  for (const auto* text : {"123456782", "12345678z", "AB123456", "010190-123A"})
    EXPECT_NE(bare_personal_number(text), "") << text;
}

}  // namespace
}  // namespace kassabro::domain
