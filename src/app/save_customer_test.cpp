#include "app/save_customer.hpp"

#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using domain::ContactField;
using testing::noon;
using testing::run;

class SaveCustomerTest : public testing::Shop {
 protected:
  static domain::ContactChange change(std::vector<domain::FieldText> texts) {
    domain::ContactChange out;
    out.texts = std::move(texts);
    return out;
  }
  Result<domain::Contact> add(std::vector<domain::FieldText> texts) {
    const auto wanted = change(std::move(texts));
    return run(save.add(account, wanted, {"sitoo_v1", "200", "", ""}));
  }
  Result<domain::Contact> update(domain::ContactId id, const domain::ContactChange& wanted) {
    const auto text = std::to_string(id);
    return run(save.update(account, text, wanted, {"sitoo_v1", "", "", ""}));
  }
  std::int64_t consent_records() const { return count("consent_records"); }

  SaveCustomer save{file->unit_of_work(), clock};
};

TEST_F(SaveCustomerTest, a_registration_is_stored_with_its_consent_and_its_delivery) {
  auto wanted = change({{ContactField::email, "Anna@Shop.se", "email"}, {ContactField::mobile, "0701234567", "mobile"}});
  wanted.accepts_email = true;
  const auto anna = run(save.add(account, wanted, {"sitoo_v1", "200", "", ""}));
  ASSERT_TRUE(anna) << anna.error().message;
  EXPECT_EQ(anna->email->text(), "anna@shop.se");
  EXPECT_EQ(anna->mobile->e164(), "+46701234567");
  EXPECT_EQ(anna->member_number, "100001");
  EXPECT_EQ(anna->store, "200");
  EXPECT_EQ(anna->version, 1);
  EXPECT_EQ(anna->registered_at, noon);
  EXPECT_TRUE(contact(anna->id)->consent.email);
  EXPECT_EQ(consent_records(), 1);
  EXPECT_EQ(waiting(), std::vector{DeliveryKind::contact_registered});
}

TEST_F(SaveCustomerTest, an_impossible_value_is_named_in_the_callers_words_and_nothing_is_stored) {
  const std::vector<domain::FieldText> faults{{ContactField::email, "anna", "e_mail"},
                                              {ContactField::mobile, "12", "mobile_phone"},
                                              {ContactField::phone, "abc", "phone"},
                                              {ContactField::birthday, "1986-02-30", "birthday"},
                                              {ContactField::company, std::string(501, 'x'), "company_name"}};
  for (const auto& fault : faults) {
    const auto refused = add({{ContactField::first_name, "Anna", "namefirst"}, fault});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::invalid);
    EXPECT_EQ(refused.error().field, fault.name);
  }
  EXPECT_EQ(count("contacts") + count("contact_keys") + count("outbox") + consent_records(), 0);
}

TEST_F(SaveCustomerTest, a_customer_needs_an_email_or_a_phone) {
  const auto refused = add({{ContactField::first_name, "Anna", "namefirst"}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "email");
  EXPECT_TRUE(add({{ContactField::phone, "08-123 456 78", "phone"}}));
}

TEST_F(SaveCustomerTest, whoever_is_registered_already_is_a_conflict_at_the_callers_field) {
  ASSERT_TRUE(add({{ContactField::email, "anna@shop.se", "email"},
                   {ContactField::mobile, "0701234567", "mobile"},
                   {ContactField::member_number, "4711", "membernumber"}}));
  const std::vector<domain::FieldText> taken{{ContactField::email, "anna@shop.se", "e_mail"},
                                             {ContactField::mobile, "+46 70 123 45 67", "mobile_phone"},
                                             {ContactField::phone, "0701234567", "other_phone"},
                                             {ContactField::member_number, "4711", "member_no"}};
  for (const auto& field : taken) {
    std::vector<domain::FieldText> texts{field};
    if (field.field == ContactField::member_number) texts.push_back({ContactField::email, "bo@shop.se", "email"});
    const auto refused = add(texts);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::conflict);
    EXPECT_EQ(refused.error().field, field.name);
  }
  EXPECT_EQ(count("contacts"), 1);
  EXPECT_EQ(count("outbox"), 1);
  EXPECT_EQ(consent_records(), 1);
}

TEST_F(SaveCustomerTest, of_two_phones_the_conflict_names_the_mobile) {
  ASSERT_TRUE(add({{ContactField::mobile, "0701234567", "mobile"}}));
  const auto refused = add({{ContactField::phone, "0812345678", "phone"}, {ContactField::mobile, "0701234567", "mobile"}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "mobile");
}

TEST_F(SaveCustomerTest, an_update_changes_what_it_names_and_tells_it) {
  const auto anna = add({{ContactField::email, "anna@shop.se", "email"}, {ContactField::first_name, "Anna", "namefirst"}});
  ASSERT_TRUE(anna);
  clock.advance(1min);
  const auto changed = update(anna->id, change({{ContactField::last_name, "Ek", "namelast"}}));
  ASSERT_TRUE(changed) << changed.error().message;
  EXPECT_EQ(changed->version, 2);
  EXPECT_EQ(changed->updated_at, noon + 1min);
  EXPECT_EQ(changed->registered_at, noon);
  const auto stored = contact(anna->id);
  EXPECT_EQ(stored->first_name, "Anna");
  EXPECT_EQ(stored->last_name, "Ek");
  EXPECT_EQ(stored->member_number, anna->member_number);
  EXPECT_EQ(waiting(), (std::vector{DeliveryKind::contact_registered, DeliveryKind::contact_updated}));
}

TEST_F(SaveCustomerTest, consent_is_recorded_only_when_it_changes) {
  const auto anna = add({{ContactField::email, "anna@shop.se", "email"}});
  ASSERT_TRUE(update(anna->id, change({{ContactField::last_name, "Ek", "namelast"}})));
  EXPECT_EQ(consent_records(), 1);
  domain::ContactChange opt_in;
  opt_in.accepts_sms = true;
  opt_in.accepted_consents = std::vector<std::string>{"1"};
  ASSERT_TRUE(update(anna->id, opt_in));
  EXPECT_EQ(consent_records(), 2);
  ASSERT_TRUE(update(anna->id, opt_in));
  EXPECT_EQ(consent_records(), 2) << "the same choice again is no new one";
  EXPECT_EQ(contact(anna->id)->consent, (domain::Consent{false, true, false, {"1"}}));
}

TEST_F(SaveCustomerTest, a_refused_update_changes_nothing_and_tells_nothing) {
  const auto anna = add({{ContactField::email, "anna@shop.se", "email"}});
  ASSERT_TRUE(add({{ContactField::email, "bo@shop.se", "email"}}));
  const auto conflict = update(anna->id, change({{ContactField::email, "bo@shop.se", "e_mail"}}));
  ASSERT_FALSE(conflict);
  EXPECT_EQ(conflict.error().field, "e_mail");
  const auto unreachable = update(anna->id, change({{ContactField::email, "", "email"}}));
  ASSERT_FALSE(unreachable);
  EXPECT_EQ(unreachable.error().code, ErrorCode::invalid);
  EXPECT_EQ(contact(anna->id)->email->text(), "anna@shop.se");
  EXPECT_EQ(contact(anna->id)->version, 1);
  EXPECT_EQ(count("outbox"), 2);
}

TEST_F(SaveCustomerTest, the_member_number_cannot_be_cleared) {
  const auto anna = add({{ContactField::email, "anna@shop.se", "email"}});
  ASSERT_TRUE(update(anna->id, change({{ContactField::member_number, "", "membernumber"}})));
  EXPECT_EQ(contact(anna->id)->member_number, anna->member_number);
}

TEST_F(SaveCustomerTest, nobody_can_be_updated_who_is_not_there) {
  for (const char* id : {"8", "anna", ""}) {
    const auto refused = run(save.update(account, id, change({}), {}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::not_found);
    EXPECT_EQ(refused.error().field, "contactid");
  }
  EXPECT_EQ(count("outbox"), 0);
}

}  // namespace
}  // namespace kassabro::app
