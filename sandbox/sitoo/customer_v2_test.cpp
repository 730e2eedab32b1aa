#include "sandbox/sitoo/customer_v2.hpp"

#include <gtest/gtest.h>

#include "sandbox/sitoo/rewards.hpp"
#include "sandbox/sitoo/testing.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

using testing::object_of;

json::object anna() { return parse_json(testing::anna_v2)->as_array()[0].as_object(); }

TEST(CustomerV2, reads_as_a_contact_of_v1) {
  const auto contact = contact_of_customer(anna());
  EXPECT_EQ(text_member(contact, "contactid"), "77");
  EXPECT_EQ(text_member(contact, "invoice_address"), "Storgatan 1");
  EXPECT_EQ(text_member(contact, "invoice_countryid"), "se");
  EXPECT_TRUE(contact.at("accepts_sms").as_bool());
  EXPECT_FALSE(contact.at("accepts_mail").as_bool());
  EXPECT_EQ(to_json_text(contact.at("acceptedconsents")), R"(["1"])");
  EXPECT_EQ(text_member(contact.at("status").as_object(), "color"), "yellow");
  EXPECT_EQ(contact.at("sections").as_array().size(), 1U);
}

TEST(CustomerV2, is_written_nested_and_without_what_is_not_filled_in) {
  const auto customer = customer_of_contact(object_of(
      R"({"email":"a@b.se","phone":"","namefirst":"Anna","birthday":"1986-05-15T00:00:00Z","accepts_mail":true,"accepts_sms":false,
          "delivery_zip":"111","delivery_countryid":"se","acceptedconsents":["2"]})"));
  EXPECT_FALSE(customer.contains("phone"));
  EXPECT_FALSE(customer.contains("invoice_address"));
  EXPECT_EQ(text_member(customer, "name_first"), "Anna");
  EXPECT_EQ(text_member(customer, "birthday"), "1986-05-15");
  EXPECT_EQ(text_member(customer.at("delivery_address").as_object(), "country_id"), "SE");
  EXPECT_EQ(to_json_text(customer.at("accepts_communication")), R"(["mail"])");
  EXPECT_EQ(to_json_text(customer.at("consents")), R"(["2"])");
}

TEST(CustomerV2, a_change_sends_an_address_and_the_channels_whole) {
  const auto current = contact_of_customer(anna());
  const auto changes = customer_of_changes(object_of(R"({"invoice_city":"Malmö","accepts_email":false})"), current);
  EXPECT_EQ(changes.size(), 2U);
  EXPECT_EQ(text_member(changes.at("invoice_address").as_object(), "address"), "Storgatan 1");
  EXPECT_EQ(text_member(changes.at("invoice_address").as_object(), "city"), "Malmö");
  EXPECT_EQ(to_json_text(changes.at("accepts_communication")), R"(["sms"])");
  EXPECT_EQ(to_json_text(customer_of_changes(object_of(R"({"phone":""})"), current)), R"({"phone":""})");
}

TEST(CustomerV2, a_wrong_field_is_named_as_the_page_knows_it) {
  EXPECT_EQ(contact_field_of("name_first"), "namefirst");
  EXPECT_EQ(contact_field_of("invoice_address.country_id"), "invoice_countryid");
  EXPECT_EQ(contact_field_of("invoice_address"), "invoice_address");
  EXPECT_EQ(contact_field_of("nonsense"), "nonsense");
}

TEST(Rewards, are_read_in_every_spelling) {
  const auto check = bonus_checks_on(object_of(
      R"({"bonus_checks":[{"bonus_check_id":"b","money_value":100,"left":"40.50","date_expires":1893456000,"redeemed":false}]})"));
  ASSERT_EQ(check.size(), 1U);
  EXPECT_EQ(to_json_text(to_json(check[0])),
            R"({"bonuscheckid":"b","name":"","description":"","value":"100.00","remaining":"40.50","currency":"",)"
            R"("validto":"2030-01-01T00:00:00Z","redeemed":false,"dateredeemed":null})");
  const auto spent = bonus_checks_on(object_of(R"({"bonuschecks":[{"bonuscheckid":"b","value":"5.00","redeemed":true}]})"));
  EXPECT_EQ(spent.at(0).remaining, 0);
  EXPECT_EQ(
      promotions_on(object_of(R"({"promotions":[{"promotionid":"p","promotion_type":{"type":"cart_money","value_int":5}}]})"))
          .at(0)
          .percent,
      0)
      << "only cart_percent is proven";
}

}  // namespace
}  // namespace kassabro::sandbox::sitoo
