#include "domain/customer_key.hpp"

#include <gtest/gtest.h>

namespace kassabro::domain {
namespace {

std::vector<std::string> stored(std::string_view text, std::optional<KeyKind> only = std::nullopt) {
  std::vector<std::string> out;
  if (const auto keys = parse_customer_key(text, "SE", only))
    for (const auto& key : *keys) out.push_back(stored_form(key));
  return out;
}

TEST(CustomerKey, an_address_is_only_an_email) {
  EXPECT_EQ(stored("Anna@Shop.se"), (std::vector<std::string>{"e:anna@shop.se"}));
  EXPECT_EQ(stored("anna till@shop.se"), (std::vector<std::string>{"e:anna+till@shop.se"}));
}

TEST(CustomerKey, digits_are_a_phone_first_then_a_member_number_then_an_id) {
  EXPECT_EQ(stored("0701234567"), (std::vector<std::string>{"p:+46701234567", "m:0701234567", "i:0701234567"}));
  EXPECT_EQ(stored(" 46701234567"), (std::vector<std::string>{"p:+46701234567", "m:46701234567", "i:46701234567"}));
  EXPECT_EQ(stored("12345"), (std::vector<std::string>{"m:12345", "i:12345"}));
  EXPECT_EQ(stored("A-17"), (std::vector<std::string>{"m:A-17"}));
}

TEST(CustomerKey, a_kind_that_is_told_is_the_only_one_where_it_can_be) {
  EXPECT_EQ(stored("0701234567", KeyKind::member_number), (std::vector<std::string>{"m:0701234567"}));
  EXPECT_EQ(stored("0701234567", KeyKind::phone), (std::vector<std::string>{"p:+46701234567"}));
  EXPECT_EQ(stored("12345", KeyKind::contact_id), (std::vector<std::string>{"i:12345"}));
  EXPECT_EQ(stored("anna@shop.se", KeyKind::email), (std::vector<std::string>{"e:anna@shop.se"}));
  EXPECT_EQ(stored("12345", KeyKind::phone), stored("12345")) << "too short for a phone";
  EXPECT_EQ(stored("anna@shop.se", KeyKind::member_number), stored("anna@shop.se"));
}

TEST(CustomerKey, refuses_nothing_too_much_and_the_impossible) {
  for (const auto& text : {std::string(), std::string("  "), std::string(300, '1'), std::string("anna@"), std::string("@")}) {
    const auto keys = parse_customer_key(text, "SE");
    ASSERT_FALSE(keys) << text;
    EXPECT_EQ(keys.error().field, "key");
  }
}

TEST(CustomerKey, a_contact_is_found_by_all_its_keys) {
  Contact contact;
  contact.email = *Email::parse("a@shop.se");
  contact.mobile = *Phone::parse("0701234567", "SE");
  contact.phone = *Phone::parse("0701234567", "SE");
  contact.member_number = "1001";
  EXPECT_EQ(keys_of(contact).size(), 3U);
}

}  // namespace
}  // namespace kassabro::domain
