#include "domain/email.hpp"

#include <gtest/gtest.h>

namespace kassabro::domain {
namespace {

std::string normal(std::string_view text) {
  const auto email = Email::parse(text);
  return email ? email->text() : "refused";
}

TEST(Email, case_and_blanks_around_do_not_matter) { EXPECT_EQ(normal("  Anna.Ek@Shop.SE "), "anna.ek@shop.se"); }

TEST(Email, a_domain_is_the_same_in_unicode_and_in_ascii) {
  EXPECT_EQ(normal("anna@räksmörgås.se"), "anna@xn--rksmrgs-5wao1o.se");
  EXPECT_EQ(normal("ANNA@RÄKSMÖRGÅS.SE"), normal("anna@xn--rksmrgs-5wao1o.se"));
}

TEST(Email, keeps_plus_and_unicode_local_parts) {
  EXPECT_EQ(normal("anna+till@shop.se"), "anna+till@shop.se");
  EXPECT_EQ(normal("Åsa@shop.se"), "åsa@shop.se");
}

TEST(Email, what_becomes_too_long_in_ascii_is_refused) {
  std::string address = "a@";
  for (int i = 0; i < 24; ++i) address += "\u00e5\u00e4\u00f6.";
  address += "se";
  EXPECT_LT(address.size(), 254U);
  const auto parsed = Email::parse(address);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().field, "email");
}

TEST(Email, refuses_the_impossible) {
  for (const char* text :
       {"", "anna", "anna@", "@shop.se", "a@b@c.se", "anna ek@shop.se", "anna@shop", "anna@-shop.se", "anna@shop..se",
        "anna@shop.se.", ".anna@shop.se", "an..na@shop.se", "anna@sh op.se", "anna@shop.se\r\nBcc: x"})
    EXPECT_EQ(normal(text), "refused") << text;
}

}  // namespace
}  // namespace kassabro::domain
