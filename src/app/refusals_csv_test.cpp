#include "app/refusals_csv.hpp"

#include <gtest/gtest.h>

namespace kassabro::app {
namespace {

ImportRow refused(const ImportRefusal& refusal) {
  ImportRow row;
  row.line = 5;
  row.outcome = ImportOutcome::refused;
  row.refusal = refusal;
  return row;
}

std::string line_of(const ImportRefusal& refusal) {
  std::string csv;
  append_refusals_csv(csv, {refused(refusal)});
  return csv;
}

TEST(RefusalsCsvTest, a_spreadsheet_opens_it_by_a_double_click) {
  EXPECT_EQ(refusals_csv_head(), "\xEF\xBB\xBF\"Line\";\"Column\";\"Reason\";\"Customer\";\"Bonus check\"\r\n");
  EXPECT_EQ(line_of({"C (Värde)", "\"x;y\" is no amount", "anna@shop.se", "219E01BE"}),
            "\"5\";\"C (Värde)\";\"\"\"x;y\"\" is no amount\";\"anna@shop.se\";\"219E01BE\"\r\n");
}

TEST(RefusalsCsvTest, nothing_in_it_is_a_formula) {
  for (const char* attack : {"=1+1", "+46701234567", "-2", "@SUM(A1)", " =cmd|' /C calc'!A0", "\t=1", "\r=1", "%0", "|x"})
    EXPECT_EQ(line_of({"A", "r", attack, ""}), std::string("\"5\";\"A\";\"r\";\"'") + attack + "\";\"\"\r\n") << attack;
}

TEST(RefusalsCsvTest, a_row_that_was_read_names_its_customer_and_check) {
  auto row = refused({"A", "no customer", "", ""});
  row.item.who.email = domain::Email::from_normalised("bo@shop.se");
  row.item.check.id = "B7";
  std::string csv;
  append_refusals_csv(csv, {row});
  EXPECT_EQ(csv, "\"5\";\"A\";\"no customer\";\"bo@shop.se\";\"B7\"\r\n");
}

}  // namespace
}  // namespace kassabro::app
