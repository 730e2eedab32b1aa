#include "app/programme_settings.hpp"

#include <gtest/gtest.h>

#include "testing/samples.hpp"

namespace kassabro::app {
namespace {

Result<ProgrammeSettings> parse(const std::string& text) { return parse_programme_settings(parse_json(text)->as_object()); }
std::string fault(const std::string& text) {
  const auto parsed = parse(text);
  return parsed ? "none" : parsed.error().field;
}

TEST(ProgrammeSettings, what_is_not_said_stays_as_it_is_for_everybody) {
  const auto settings = parse(R"({"winback":{"after_days":365}})");
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->winback.after_days, 365);
  EXPECT_TRUE(settings->winback.on);
  EXPECT_EQ(settings->retention.after_days, 30);
  EXPECT_EQ(settings->of(SilenceStep::winback).after_days, 365);
}

TEST(ProgrammeSettings, a_wrong_member_is_named) {
  EXPECT_EQ(fault(R"({"retention":{"after_days":0}})"), "programme.retention.after_days");
  EXPECT_EQ(fault(R"({"retention":{"after_days":"30"}})"), "programme.retention.after_days");
  EXPECT_EQ(fault(R"({"retention":{"on":1}})"), "programme.retention.on");
  EXPECT_EQ(fault(R"({"retention":{"days":30}})"), "programme.retention.days");
  EXPECT_EQ(fault(R"({"retention":30})"), "programme.retention");
  EXPECT_EQ(fault(R"({"from_hour":24})"), "programme.from_hour");
  EXPECT_EQ(fault(R"({"from_hour":12,"to_hour":12})"), "programme.to_hour");
  EXPECT_EQ(fault(R"({"hour":12})"), "programme.hour");
}

TEST(ProgrammeSettings, an_account_without_them_has_the_usual_ones) {
  auto account = testing::sample_account(1);
  EXPECT_EQ(programme_settings_of(account).from_hour, 10);
  account.settings["programme"] = json::object{{"from_hour", 8}};
  EXPECT_EQ(programme_settings_of(account).from_hour, 8);
}

}  // namespace
}  // namespace kassabro::app
