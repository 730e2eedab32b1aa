#include "sitoo/spi/v2/settings.hpp"

#include <gtest/gtest.h>

namespace kassabro::sitoo::spi::v2 {
namespace {

std::string field_of(const std::string& own) {
  const auto settings = parse_settings(parse_json(own)->as_object());
  return settings ? "" : settings.error().field;
}

TEST(SettingsV2, what_cannot_be_is_refused_at_its_member) {
  EXPECT_EQ(field_of("{}"), "");
  EXPECT_EQ(field_of(R"({"add_answer":"id","update_answer":"true","empty_text_clears":true,"show_used":true,
    "bonus_check_value":"full","redeem_conflict_status":400,"stale_text":"old","bonus_check_keys":{"id":"n","description":""},
    "consents":[{"consent_id":"1","name":"Terms"}]})"),
            "");
  for (const auto& [own, field] : std::vector<std::pair<std::string, std::string>>{
           {R"({"add_anwser":"id"})", "sitoo_v2.add_anwser"},
           {R"({"add_answer":"true"})", "sitoo_v2.add_answer"},
           {R"({"update_answer":"id"})", "sitoo_v2.update_answer"},
           {R"({"empty_text_clears":"true"})", "sitoo_v2.empty_text_clears"},
           {R"({"show_used":1})", "sitoo_v2.show_used"},
           {R"({"stale_text":7})", "sitoo_v2.stale_text"},
           {R"({"bonus_check_value":"half"})", "sitoo_v2.bonus_check_value"},
           {R"({"redeem_conflict_status":200})", "sitoo_v2.redeem_conflict_status"},
           {R"({"bonus_check_keys":[]})", "sitoo_v2.bonus_check_keys"},
           {R"({"bonus_check_keys":{"nummer":"x"}})", "sitoo_v2.bonus_check_keys.nummer"},
           {R"({"bonus_check_keys":{"id":""}})", "sitoo_v2.bonus_check_keys.id"},
           {R"({"bonus_check_keys":{"id":"a\"b"}})", "sitoo_v2.bonus_check_keys.id"},
           {R"({"bonus_check_keys":{"id":"name"}})", "sitoo_v2.bonus_check_keys.id"},
           {R"({"consents":{}})", "sitoo_v2.consents"},
           {R"({"consents":[{"name":"Terms"}]})", "sitoo_v2.consents[0].consent_id"},
           {R"({"consents":[{"consent_id":"1","name":"Terms"},{"consent_id":"1","name":"News"}]})",
            "sitoo_v2.consents[1].consent_id"},
           {R"({"consents":[{"consent_id":"1","name":"Terms","value":"yes"}]})", "sitoo_v2.consents[0].value"},
           {R"({"consents":[{"consent_id":"1","name":"Terms","colour":"red"}]})", "sitoo_v2.consents[0].colour"}})
    EXPECT_EQ(field_of(own), field) << own;
}

TEST(SettingsV2, one_member_that_cannot_be_read_leaves_the_others) {
  app::Account account;
  account.settings["sitoo_v2"] = *parse_json(R"({"add_answer":7,"update_answer":"true"})");
  EXPECT_EQ(settings_of(account).add_answer, AddAnswer::customer);
  EXPECT_EQ(settings_of(account).update_answer, UpdateAnswer::true_);
}

}  // namespace
}  // namespace kassabro::sitoo::spi::v2
