// A file in the platform's own shape, read by the platform's own rules: what main composes.
#include <gmock/gmock.h>

#include "rule/bonus_field.hpp"
#include "testing/import_shop.hpp"

namespace kassabro::main {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Outcome = app::ImportOutcome;

class ImportLifeTest : public testing::ImportShop {
 protected:
  ImportLifeTest() {
    parse = [](const std::string& text, const app::Account& of) { return rule::parse_bonus_field(json::value(text), of); };
  }
  static inline const std::vector<std::string> titles_of_rule{"email", "phone_number", "Sitoo-Contact.bonuschecks"};
};

TEST_F(ImportLifeTest, a_list_as_rule_exports_it_is_imported_check_by_check) {
  const auto import = stage({titles_of_rule,
                             {"anna@shop.se", "",
                              R"([{"id":"B1","name":"Bonus B1","value":"100.00"},)"
                              R"({"id":"219E01BE","value":"50,00","validto":"2026-12-31","campaign":"x"}])"},
                             {"bo@shop.se", "", R"([{"id":7,"amount":25,"remaining":10}])"},
                             {"bo@shop.se", "", ""}});
  EXPECT_EQ(import.shape, app::ImportShape::customers);
  EXPECT_THAT(outcomes(import), ElementsAre(Outcome::unchanged, Outcome::added, Outcome::added));
  ASSERT_TRUE(apply(import));
  EXPECT_EQ(check("219E01BE")->value_minor, 5'000);
  EXPECT_EQ(check("219E01BE")->extra, R"({"campaign":"x"})");
  EXPECT_EQ(left("7", bo), 1'000);
}

TEST_F(ImportLifeTest, what_a_list_does_not_name_is_left_alone) {
  clock.advance(std::chrono::hours(1));
  ASSERT_TRUE(apply(stage({titles_of_rule, {"anna@shop.se", "", R"([{"id":"B2","value":"50.00"}])"}})));
  EXPECT_EQ(check("B1")->status, domain::BonusCheckStatus::open) << "an import withdraws nothing";
}

TEST_F(ImportLifeTest, a_list_that_cannot_be_read_to_its_end_is_refused_as_a_whole) {
  const auto import = stage({titles_of_rule,
                             {"anna@shop.se", "", R"([{"id":"B2","value":"50.00"},{"id":"B3"}])"},
                             {"anna@shop.se", "", R"([{"id":"B4","value":"50.00"},{"id":"B4","value":"60.00"}])"},
                             {"anna@shop.se", "", R"([{"id":"B5","value":"50.00")"}});
  EXPECT_THAT(outcomes(import), ElementsAre(Outcome::refused, Outcome::refused, Outcome::refused));
  EXPECT_THAT(rows(import)[0].refusal.reason, HasSubstr("entry 2: value is missing"));
  EXPECT_THAT(rows(import)[1].refusal.reason, HasSubstr("earlier entry"));
}

TEST_F(ImportLifeTest, a_use_that_the_list_forgets_stays) {
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  const auto import = stage({titles_of_rule, {"anna@shop.se", "", R"([{"id":"B1","name":"Bonus B1","value":"100.00"}])"}});
  EXPECT_THAT(outcomes(import), ElementsAre(Outcome::unchanged));
  ASSERT_TRUE(apply(import));
  EXPECT_EQ(left(), 6'000);
}

}  // namespace
}  // namespace kassabro::main
