#include "main/default_settings.hpp"

#include <gtest/gtest.h>

#include "app/card_settings.hpp"
#include "app/consent_settings.hpp"
#include "app/programme_settings.hpp"
#include "app/receipt_sending.hpp"
#include "app/till_settings.hpp"
#include "main/account_settings.hpp"
#include "receipt/settings.hpp"
#include "rule/automations/settings.hpp"
#include "rule/names.hpp"
#include "sitoo/spi/v1/settings.hpp"
#include "sitoo/spi/v2/settings.hpp"

namespace kassabro::main {
namespace {

// What a part reads from the text is what it holds when nothing is set.
template <auto parse>
void expect_default(const char* member) {
  const auto settings = default_settings();
  const auto written = parse(settings.at(member).as_object());
  ASSERT_TRUE(written) << written.error().field << " " << written.error().message;
  EXPECT_TRUE(*written == *parse(json::object())) << member;
}

TEST(DefaultSettings, are_what_each_part_holds_when_nothing_is_set) {
  expect_default<&rule::automations::parse_settings>("automations");
  expect_default<&app::parse_card_settings>("card");
  expect_default<&app::parse_consent_settings>("consent");
  expect_default<&app::parse_programme_settings>("programme");
  expect_default<&receipt::parse_settings>("receipt");
  expect_default<&app::parse_receipt_sending>("receipt");
  expect_default<&rule::parse_names>("rule");
  expect_default<&sitoo::spi::v1::parse_settings>("sitoo_v1");
  expect_default<&sitoo::spi::v2::parse_settings>("sitoo_v2");
  const auto till = default_settings().at("sitoo_v2").as_object().at("till");
  EXPECT_TRUE(*app::parse_till_settings(till) == *app::parse_till_settings(json::object()));
}

TEST(DefaultSettings, could_be_saved_as_they_are) { EXPECT_TRUE(check_account_settings(default_settings())); }

}  // namespace
}  // namespace kassabro::main
