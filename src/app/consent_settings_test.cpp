#include "app/consent_settings.hpp"

#include <gtest/gtest.h>

#include "testing/samples.hpp"

namespace kassabro::app {
namespace {

TEST(ConsentSettings, errors_name_the_member) {
  EXPECT_EQ(parse_consent_settings({{"fields", "yes"}}).error().field, "consent.fields");
  EXPECT_EQ(parse_consent_settings({{"tags", true}}).error().field, "consent.tags");
}

TEST(ConsentSettings, fields_are_told_and_suppressions_are_not_unless_asked) {
  auto account = testing::sample_account(1);
  EXPECT_TRUE(consent_settings_of(account).fields);
  EXPECT_FALSE(consent_settings_of(account).suppressions);
  account.settings["consent"] = json::object{{"fields", false}, {"suppressions", true}};
  EXPECT_FALSE(consent_settings_of(account).fields);
  EXPECT_TRUE(consent_settings_of(account).suppressions);
}

}  // namespace
}  // namespace kassabro::app
