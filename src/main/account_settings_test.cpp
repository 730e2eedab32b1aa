#include "main/account_settings.hpp"

#include <gtest/gtest.h>

namespace kassabro::main {
namespace {

std::string field_of(const std::string& settings) {
  const auto checked = check_account_settings(parse_json(settings)->as_object());
  return checked ? "" : checked.error().field;
}

TEST(AccountSettings, each_member_is_checked_by_the_part_that_reads_it) {
  EXPECT_EQ(field_of("{}"), "");
  EXPECT_EQ(field_of(R"({"card":{},"rule":{"order_tag":"Sold"},"sitoo_v1":{"update_answer":true},"sitoo_v2":{}})"), "");
  for (const auto& [settings, field] : std::vector<std::pair<std::string, std::string>>{
           {R"({"sitoo_v3":{}})", "sitoo_v3"},
           {R"({"sitoo_v1":[]})", "sitoo_v1"},
           {R"({"sitoo_v1":{"update_answer":"contakt"}})", "sitoo_v1.update_answer"},
           {R"({"sitoo_v1":{"always_extended":"yes"}})", "sitoo_v1.always_extended"},
           {R"({"sitoo_v1":{"consents":[{"consentid":"1"}]}})", "sitoo_v1.consents[0].name"},
           {R"({"sitoo_v2":{"show_use":true}})", "sitoo_v2.show_use"},
           {R"({"rule":{"order_tag":7}})", "rule.order_tag"},
           {R"({"automations":{"winback_delay_minutes":"7"}})", "automations.winback_delay_minutes"},
           {R"({"card":{"colour":"red"}})", "card.colour"},
           {R"({"card":{"promotions":[{"promotion_id":"p","name":"n","value":10}]}})", "card.promotions[0].value"},
           {R"({"card":{"promotions":[{"promotion_id":"p","name":"n","value_int":10,"once":"x"}]}})",
            "card.promotions[0].once"},
           {R"({"card":{"sections":[{"titel":"T","values":[]}]}})", "card.sections[0].titel"},
           {R"({"card":{"sections":[{"title":"T","values":[{"title":"x","source":"age"}]}]}})",
            "card.sections[0].values[0].source"},
           {R"({"card":{"store_time_zones":{"200":"Europe/Atlantis"}}})", "card.store_time_zones.200"}})
    EXPECT_EQ(field_of(settings), field) << settings;
}

}  // namespace
}  // namespace kassabro::main
