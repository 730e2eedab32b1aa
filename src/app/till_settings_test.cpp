#include "app/till_settings.hpp"

#include <gtest/gtest.h>

#include "app/pos_yaml.hpp"

namespace kassabro::app {
namespace {

Account account_with(std::string_view till) {
  Account account;
  account.basic_user = "user";
  account.basic_password = SecretString("password");
  account.settings = {{"sitoo_v2", json::object{{"till", *parse_json(till)}}}};
  return account;
}

std::string fault_of(std::string_view till) {
  const auto parsed = parse_till_settings(*parse_json(till));
  return parsed ? "" : parsed.error().field;
}

TEST(TillSettings, what_is_not_named_stays_as_it_is) {
  const auto settings = till_settings_of(account_with(R"({"fields_add":{"mobile":"hidden","personal_id":"editable"}})"));
  EXPECT_EQ(settings.title, "Rule");
  EXPECT_FALSE(settings.fields_add.contains("mobile"));
  EXPECT_EQ(settings.fields_add.at("personal_id"), "editable");
  EXPECT_EQ(settings.fields_add.at("email"), "editable");
  EXPECT_EQ(settings.fields_edit.at("invoice_address"), "editable");
}

TEST(TillSettings, errors_name_the_member) {
  EXPECT_EQ(fault_of("[]"), "sitoo_v2.till");
  EXPECT_EQ(fault_of(R"({"titel":"x"})"), "sitoo_v2.till.titel");
  EXPECT_EQ(fault_of(R"({"title":" "})"), "sitoo_v2.till.title");
  EXPECT_EQ(fault_of(R"({"search_types":[]})"), "sitoo_v2.till.search_types");
  EXPECT_EQ(fault_of(R"({"search_types":["name"]})"), "sitoo_v2.till.search_types");
  EXPECT_EQ(fault_of(R"({"search_types":["email","email"]})"), "sitoo_v2.till.search_types");
  EXPECT_EQ(fault_of(R"({"fields_add":{"shoe":"editable"}})"), "sitoo_v2.till.fields_add.shoe");
  EXPECT_EQ(fault_of(R"({"fields_add":{"email":"readonly"}})"), "sitoo_v2.till.fields_add.email");
  EXPECT_EQ(fault_of(R"({"fields_edit":{"email":"readonly"}})"), "");
}

TEST(TillSettings, make_the_text_that_is_pasted_into_sitoo) {
  const auto yaml = pos_yaml(account_with(R"({"title":"Kund: klubb","search_types":["email"],
    "fields_add":{"name":"hidden","consents":"hidden"},"fields_edit":{"email":"readonly"}})"),
                             "https://till.example.com");
  EXPECT_NE(yaml.find("title: \"Kund: klubb\"\n"), std::string::npos) << yaml;
  EXPECT_NE(yaml.find("search_types: [email]\n"), std::string::npos) << yaml;
  EXPECT_NE(yaml.find("fields_add: {email: editable, mobile: editable, accepts_email: editable, accepts_sms: editable}\n"),
            std::string::npos)
      << yaml;
  EXPECT_NE(yaml.find("fields_edit: {email: readonly, name: editable,"), std::string::npos) << yaml;
  EXPECT_NE(yaml.find("api_url: https://till.example.com/sitoo/v2\n"), std::string::npos) << yaml;
}

}  // namespace
}  // namespace kassabro::app
