// The article's chapter "Import bonus checks": a file of subscribers and their checks, seen at the till.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "http/url.hpp"
#include "testing/wire.hpp"
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

// What a page does: the file is the body.
class Upload : public Import {
 protected:
  Answer upload(const std::string& content, const std::string& more = "") {
    return system.admin(http::Method::post, "/api/v1/imports/upload?account=" + id + more, content);
  }
};

TEST_F(Upload, a_file_that_is_the_body_is_staged_and_nothing_of_it_is_left_on_the_disk) {
  const auto staged = upload(good, "&file_name=juni.csv&unknown_customers=create");
  ASSERT_EQ(staged.status, 200) << staged.body;
  const auto import = staged.json().as_object();
  EXPECT_EQ(text_member(import, "file_name"), "juni.csv");
  EXPECT_EQ(text_member(import, "state"), "staged");
  EXPECT_TRUE(std::filesystem::is_empty(system.data_dir() + "/uploads"));
  const auto path = "/api/v1/imports/" + text_member(import, "id");
  const auto applied = system.admin(http::Method::post, path + "/apply", R"({"account":")" + id + "\"}");
  EXPECT_EQ(text_member(applied.json().as_object(), "state"), "applied") << applied.body;
  EXPECT_NE(shown().find("B-100"), std::string::npos);
  const auto undone = system.admin(http::Method::post, path + "/undo", R"({"account":")" + id + R"(","wait":false})");
  EXPECT_EQ(undone.status, 200) << undone.body;
  EXPECT_TRUE(eventually([&] {
    return text_member(system.admin(http::Method::get, path + "?account=" + id).json().as_object(), "state") == "undone";
  }));
  EXPECT_EQ(shown().find("B-100"), std::string::npos);
}

TEST_F(Upload, settings_are_those_of_a_path) {
  const std::string letters = "anna@shop.se;B-7;100\n";
  EXPECT_EQ(upload(letters).status, 400) << "no titles";
  const auto mapped =
      upload(letters, "&header_line=0&mapping=" + http::percent_encode(R"({"A":"email","B":"id","C":"value"})"));
  EXPECT_EQ(mapped.status, 200) << mapped.body;
  EXPECT_NE(upload(letters, "&mapping=A").body.find("mapping"), std::string::npos);
  EXPECT_NE(upload(letters, "&header_line=x").body.find("header_line"), std::string::npos);
  EXPECT_NE(upload(letters, "&encoding=EBCDIC").body.find("encoding"), std::string::npos);
  EXPECT_NE(upload("").body.find("file"), std::string::npos);
  EXPECT_EQ(system.admin(http::Method::post, "/api/v1/imports/upload", letters).status, 400) << "whose?";
}

TEST_F(Upload, is_limited_by_name) {
  const auto port = static_cast<std::uint16_t>(std::stoi(system.admin_url().substr(system.admin_url().rfind(':') + 1)));
  kassabro::testing::Wire wire(port);
  wire.send("POST /api/v1/imports/upload?account=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 67108865\r\n\r\n");
  const auto refused = wire.receive_all();
  EXPECT_EQ(refused.substr(0, 12), "HTTP/1.1 413");
  EXPECT_NE(refused.find("64 MiB"), std::string::npos) << refused;
}

}  // namespace
}  // namespace kassabro::tests
