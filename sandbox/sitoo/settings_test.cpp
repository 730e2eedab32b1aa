#include "sandbox/sitoo/settings.hpp"

#include <gtest/gtest.h>

namespace kassabro::sandbox::sitoo {
namespace {

std::string field_of(std::string_view body) {
  const auto parsed = parse_settings(parse_json(body)->get_object(), {});
  return parsed ? "" : parsed.error().field;
}

TEST(Settings, name_the_field_that_is_wrong) {
  EXPECT_EQ(field_of(R"({"custom_crm":{"api_url":"ftp://x"}})"), "custom_crm.api_url");
  EXPECT_EQ(field_of(R"({"custom_crm":{"mandatory":["email","mobile","phone","gender","birthday"]}})"), "custom_crm.mandatory");
  EXPECT_EQ(field_of(R"({"custom_crm":{"register_fields":{"email":"visible"}}})"), "custom_crm.register_fields.email");
  EXPECT_EQ(field_of(R"({"custom_crm":{"register_fields":{"email":"hidden","mobile":"shown"}}})"),
            "custom_crm.register_fields");
  EXPECT_EQ(field_of(R"({"token_carrier":"cookie"})"), "token_carrier");
  EXPECT_EQ(field_of(R"({"events":{"url":"localhost"}})"), "events.url");
}

TEST(Settings, keep_what_is_not_given) {
  const auto first =
      parse_settings(parse_json(R"({"custom_crm":{"api_url":"http://a"},"token_carrier":"raw"})")->get_object(), {});
  const auto second = parse_settings(parse_json(R"({"custom_crm":{"api_token":"t"}})")->get_object(), *first);
  EXPECT_EQ(second->custom_crm.api_url, "http://a");
  EXPECT_EQ(second->custom_crm.api_token, "t");
  EXPECT_EQ(settings_json(*second).at("token_carrier").as_string(), "raw");
}

TEST(Settings, survive_a_round_trip) {
  const auto body = settings_json({});
  const auto parsed = parse_settings(body, {});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(settings_json(*parsed), body);
}

}  // namespace
}  // namespace kassabro::sandbox::sitoo
