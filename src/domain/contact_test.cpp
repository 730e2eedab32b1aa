#include "domain/contact.hpp"

#include <gtest/gtest.h>

namespace kassabro::domain {
namespace {

ContactChange change_of(std::vector<FieldText> texts) {
  ContactChange change;
  change.texts = std::move(texts);
  return change;
}

TEST(Contact, takes_what_is_named_and_keeps_the_rest) {
  Contact contact;
  contact.first_name = "Anna";
  contact.last_name = "Ek";
  const auto changed = apply(contact, change_of({{ContactField::first_name, "Åsa", "namefirst"}}), "SE");
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->first_name, "Åsa");
  EXPECT_EQ(changed->last_name, "Ek");
}

TEST(Contact, empty_text_clears) {
  Contact contact;
  contact.email = *Email::parse("a@shop.se");
  contact.company = "Ek AB";
  const auto changed =
      apply(contact, change_of({{ContactField::email, "", "email"}, {ContactField::company, "", "company"}}), "SE");
  ASSERT_TRUE(changed);
  EXPECT_FALSE(changed->email);
  EXPECT_EQ(changed->company, "");
}

TEST(Contact, an_error_names_the_callers_field) {
  const std::vector<FieldText> faults{{ContactField::email, "anna", "email"},
                                      {ContactField::mobile, "123", "mobile_phone"},
                                      {ContactField::birthday, "1986-02-30", "birthday"},
                                      {ContactField::birthday, "86-05-15", "birthday"},
                                      {ContactField::birthday, "-1986-05-15", "birthday"},
                                      {ContactField::company, std::string(501, 'x'), "company"},
                                      {ContactField::last_name, "Ek\n", "namelast"}};
  for (const auto& fault : faults) {
    const auto changed = apply({}, change_of({fault}), "SE");
    ASSERT_FALSE(changed) << fault.name;
    EXPECT_EQ(changed.error().field, fault.name);
  }
}

TEST(Contact, a_registration_needs_an_email_or_a_phone) {
  Contact contact;
  contact.first_name = "Anna";
  EXPECT_TRUE(registration_fault(contact));
  contact.phone = *Phone::parse("0701234567", "SE");
  EXPECT_FALSE(registration_fault(contact));
}

TEST(Contact, the_mobile_is_the_main_phone) {
  Contact contact;
  contact.phone = *Phone::parse("08-123 456 78", "SE");
  EXPECT_EQ(main_phone(contact)->e164(), "+46812345678");
  contact.mobile = *Phone::parse("0701234567", "SE");
  EXPECT_EQ(main_phone(contact)->e164(), "+46701234567");
}

}  // namespace
}  // namespace kassabro::domain
