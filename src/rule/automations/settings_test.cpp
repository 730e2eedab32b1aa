#include "rule/automations/settings.hpp"

#include <gtest/gtest.h>

namespace kassabro::rule::automations {
namespace {

using namespace std::chrono_literals;

TEST(AutomationSettings, have_sensible_defaults) {
  const auto settings = parse_settings({}).value();
  EXPECT_EQ(settings.language, std::nullopt);
  EXPECT_EQ(settings.delay_of(Flow::thank_you), 60min);
  EXPECT_EQ(settings.delay_of(Flow::winback), 0min);
}

TEST(AutomationSettings, can_be_set) {
  const auto settings = parse_settings({{"language", "en"}, {"retention_delay_minutes", 90}}).value();
  EXPECT_EQ(settings.language, Language::english);
  EXPECT_EQ(settings.delay_of(Flow::retention), 90min);
}

TEST(AutomationSettings, name_the_member_that_is_wrong) {
  const auto field = [](const json::object& settings) { return parse_settings(settings).error().field; };
  EXPECT_EQ(field({{"language", "no"}}), "automations.language");
  EXPECT_EQ(field({{"winback_delay_minutes", -1}}), "automations.winback_delay_minutes");
  EXPECT_EQ(field({{"winback_delay_minutes", "1"}}), "automations.winback_delay_minutes");
  EXPECT_EQ(field({{"thank_you_delay", 1}}), "automations.thank_you_delay");
}

}  // namespace
}  // namespace kassabro::rule::automations
