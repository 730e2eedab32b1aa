// The article's chapter "Import bonus checks": a file of subscribers and their checks, seen at the till.
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/connected_account.hpp"

namespace kassabro::tests {
namespace {

class Import : public ::testing::Test {
 protected:
  Import() {
    const auto set = system.command({"account", "set", id, "--settings", R"({"sitoo_v1":{"always_extended":true}})"});
    EXPECT_EQ(set.status, 0) << set.output;
  }

  Finished import(const std::string& content, std::vector<std::string> more = {}) {
    const auto path = system.data_dir() + "/checks.csv";
    std::ofstream(path) << content;
    std::vector<std::string> arguments{"bonus-checks", "import", path, "--account", id};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return system.command(std::move(arguments));
  }
  std::string shown() { return system.spi(http::Method::get, "/contacts?key=anna@shop.se").body; }

  System system;
  ConnectedAccount account = connect_account(system);
  std::string id = account.text("account_id");
  Answer anna = system.spi(http::Method::post, "/contacts", R"({"email":"anna@shop.se","mobile":"+46701234567"})");
};

constexpr const char* good =
    "E-post;Bonuscheck-id;Namn;V\xC3\xA4rde;Giltig t.o.m.\n"
    "anna@shop.se;B-100;V\xC3\xA5rcheck;100,00;2027-12-31\n";

TEST_F(Import, a_file_becomes_checks_at_the_till_and_in_rule) {
  ASSERT_EQ(anna.status, 200) << anna.body;
  const auto dry = import(good, {"--dry-run"});
  ASSERT_EQ(dry.status, 0) << dry.output;
  EXPECT_EQ(shown().find("B-100"), std::string::npos) << "a dry run changes nothing";
  const auto applied = import(good);
  ASSERT_EQ(applied.status, 0) << applied.output;
  EXPECT_NE(shown().find("B-100"), std::string::npos) << shown();
  ASSERT_TRUE(system.wait_until_delivered());
  EXPECT_NE(to_json_text(system.rule_dump()).find("B-100"), std::string::npos);
  EXPECT_EQ(import(good).status, 0) << "the same again is no fault";
}

TEST_F(Import, a_refused_row_is_told_by_line_and_stops_all) {
  const auto content = std::string(good) + "nobody@shop.se;B-101;X;50;2027-12-31\nanna@shop.se;B-102;Y;4,67E+10 kr;\n";
  const auto refused = import(content);
  EXPECT_EQ(refused.status, 1) << refused.output;
  EXPECT_NE(refused.output.find("3"), std::string::npos);
  EXPECT_EQ(shown().find("B-100"), std::string::npos);
  EXPECT_EQ(import(content, {"--skip-bad"}).status, 0);
  EXPECT_NE(shown().find("B-100"), std::string::npos);
}

TEST_F(Import, a_file_that_is_none_is_told) {
  const auto path = std::string(KASSABRO_SOURCE_DIR) + "/fixtures/imports/bomb_sheet.xlsx";
  const auto refused = system.command({"bonus-checks", "import", path, "--account", id});
  EXPECT_EQ(refused.status, 1) << refused.output;
  EXPECT_NE(system.command({"bonus-checks", "import", "/nowhere.xlsx", "--account", id}).status, 0);
  EXPECT_EQ(system.kassabro(http::Method::get, "/readyz").status, 200);
}

}  // namespace
}  // namespace kassabro::tests
