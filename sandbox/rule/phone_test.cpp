#include "sandbox/rule/phone.hpp"

#include <gtest/gtest.h>

namespace kassabro::sandbox::rule {
namespace {

TEST(RulePhone, reads_national_numbers_as_swedish) {
  EXPECT_EQ(parse_phone("070-123 45 67"), "+46701234567");
  EXPECT_EQ(parse_phone("701234567"), "+46701234567");
  EXPECT_EQ(parse_phone("0046701234567"), "+46701234567");
  EXPECT_EQ(parse_phone("+4712345678"), "+4712345678");
}

TEST(RulePhone, refuses_what_cannot_be_a_number) {
  for (const char* text : {"", "abc", "123", "+46", "+460701234567", "+1234567890123456", "070-123 45 6", "070 123 45 67 x"})
    EXPECT_FALSE(parse_phone(text)) << text;
}

TEST(RuleEmail, needs_one_at_and_a_dotted_domain) {
  EXPECT_EQ(parse_email(" Anna@Example.com "), "Anna@Example.com");
  for (const char* text : {"anna", "@example.com", "anna@example", "anna@@example.com", "an na@example.com", "anna@example."})
    EXPECT_FALSE(parse_email(text)) << text;
}

}  // namespace
}  // namespace kassabro::sandbox::rule
