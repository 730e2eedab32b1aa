// A copy of the store while the till sells, and a store put back.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/rule_view.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

class Backup : public ::testing::Test {
 protected:
  void SetUp() override {
    if (wants_postgres()) GTEST_SKIP() << "PostgreSQL has tools of its own.";
  }
  void add(const std::string& email) {
    ASSERT_EQ(system_.spi(Method::post, "/contacts", R"({"email":")" + email + "\"}").status, 200);
  }
  bool finds(const std::string& email) {
    return system_.spi(Method::get, "/contacts?key=" + email).body.find(email) != std::string::npos;
  }
  std::string copy() const { return folder_.path("copy"); }

  TempFolder folder_;
  System system_;
};

TEST_F(Backup, what_was_there_comes_back_and_what_came_later_does_not) {
  add("anna@shop.se");
  const auto made = system_.command({"backup", copy(), "--with-key"});
  ASSERT_EQ(made.status, 0) << made.output;
  // Rule would tell of whoever has got that far.
  ASSERT_LT(
      system_.sandbox(Method::post, "/control/faults", R"({"system":"rule","path":"/","status":503,"count":1000})").status,
      300);
  add("bo@shop.se");
  EXPECT_NE(system_.command({"restore", copy(), "--replace"}).status, 0) << "the server runs";
  ASSERT_EQ(system_.stop_kassabro(), 0);
  EXPECT_NE(system_.command({"restore", copy()}).status, 0) << "there is a store";
  const auto restored = system_.command({"restore", copy(), "--replace"});
  ASSERT_EQ(restored.status, 0) << restored.output;
  system_.start_kassabro();
  EXPECT_TRUE(finds("anna@shop.se"));
  EXPECT_FALSE(finds("bo@shop.se"));
  add("cia@shop.se");
}

TEST_F(Backup, what_was_told_after_the_copy_is_not_told_again) {
  const std::string order =
      R"({"orderid":2,"email":"anna@shop.se","moneytotal_gross_all":"100.00","orderitems":[{"sku":"1","productname":"Skjorta",)"
      R"("quantity":1,"vatvalue":25,"moneyitemtotal_net":"80.00","moneyitemtotal_vat":"20.00"}]})";
  ASSERT_EQ(system_.spi(Method::get, "/consents").status, 200);
  add("anna@shop.se");
  ASSERT_TRUE(system_.wait_until_delivered());
  const std::string refused = R"({"system":"rule","path":"/","status":401,"count":1000})";
  ASSERT_LT(system_.sandbox(Method::post, "/control/faults", refused).status, 300);
  ASSERT_EQ(system_.spi(Method::post, "/transactions", order).status, 200);
  // Not while it is being tried.
  ASSERT_TRUE(eventually([&] { return system_.command({"outbox", "park", "--all"}).output == "{\"count\":1}\n"; }));
  ASSERT_EQ(system_.command({"backup", copy()}).status, 0);
  ASSERT_LT(system_.sandbox(Method::delete_, "/control/faults").status, 300);
  ASSERT_EQ(system_.command({"outbox", "replay", "--all"}).output, "{\"count\":1}\n");
  ASSERT_TRUE(system_.wait_until_delivered());
  ASSERT_EQ(system_.stop_kassabro(), 0);
  ASSERT_EQ(system_.command({"restore", copy(), "--replace"}).status, 0);
  system_.start_kassabro();
  ASSERT_EQ(system_.command({"outbox", "replay", "--all"}).output, "{\"count\":1}\n");
  ASSERT_TRUE(system_.wait_until_delivered());
  EXPECT_EQ(RuleView(system_.rule_dump()).subscriber("anna@shop.se").records("Sitoo-Order").size(), 1U);
}

TEST_F(Backup, nobody_else_reads_a_copy_in_a_folder_that_was_there_already) {
  namespace fs = std::filesystem;
  add("anna@shop.se");
  fs::create_directory(copy());
  fs::permissions(copy(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  ASSERT_EQ(system_.command({"backup", copy(), "--with-key"}).status, 0);
  for (const char* name : {"/kassabro.db", "/secret.key"})
    EXPECT_EQ(fs::status(copy() + name).permissions(), fs::perms::owner_read | fs::perms::owner_write) << name;
}

TEST_F(Backup, no_key_of_before_is_lost_to_a_later_restore) {
  const auto key = [this] {
    std::ifstream file(system_.data_dir() + "/secret.key");
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  add("anna@shop.se");
  ASSERT_EQ(system_.command({"backup", copy(), "--with-key"}).status, 0);
  std::vector<std::string> keys;
  for (int i = 0; i < 2; ++i) {
    ASSERT_EQ(system_.command({"key", "rotate"}).status, 0);
    keys.push_back(key());
    ASSERT_EQ(system_.stop_kassabro(), 0);
    for (int again = 0; again < 2; ++again) ASSERT_EQ(system_.command({"restore", copy(), "--replace"}).status, 0);
    system_.start_kassabro();
  }
  ASSERT_NE(keys[0], keys[1]);
  for (const auto& [name, wanted] : {std::pair{".before", keys[0]}, std::pair{".before.2", keys[1]}}) {
    std::ifstream file(system_.data_dir() + "/secret.key" + name);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), wanted) << name;
  }
  EXPECT_FALSE(std::filesystem::exists(system_.data_dir() + "/secret.key.before.3"));
}

TEST_F(Backup, a_copy_is_never_written_over) {
  add("anna@shop.se");
  ASSERT_EQ(system_.command({"backup", copy()}).status, 0);
  const auto again = system_.command({"backup", copy()});
  EXPECT_EQ(again.status, 1);
  EXPECT_NE(again.output.find("already"), std::string::npos) << again.output;
}

TEST_F(Backup, a_damaged_copy_and_one_without_its_key_are_refused_and_change_nothing) {
  add("anna@shop.se");
  ASSERT_EQ(system_.command({"backup", copy()}).status, 0);
  ASSERT_EQ(system_.stop_kassabro(), 0);
  std::filesystem::copy_file(system_.data_dir() + "/secret.key", folder_.path("key"));
  std::filesystem::remove(system_.data_dir() + "/secret.key");
  const auto keyless = system_.command({"restore", copy(), "--replace"});
  EXPECT_EQ(keyless.status, 1);
  EXPECT_NE(keyless.output.find("key"), std::string::npos) << keyless.output;
  EXPECT_FALSE(std::filesystem::exists(system_.data_dir() + "/kassabro.db.incoming")) << "customers of another time";
  std::filesystem::copy_file(folder_.path("key"), system_.data_dir() + "/secret.key");
  std::fstream(copy() + "/kassabro.db", std::ios::in | std::ios::out | std::ios::binary).seekp(8'192)
      << std::string(60'000, 'x');
  const auto damaged = system_.command({"restore", copy(), "--replace"});
  EXPECT_EQ(damaged.status, 1);
  EXPECT_NE(damaged.output.find("damaged"), std::string::npos) << damaged.output;
  system_.start_kassabro();
  EXPECT_TRUE(finds("anna@shop.se"));
}

TEST(StoreCopy, a_shop_goes_on_on_postgresql_where_it_was) {
  if (!has_postgres() || wants_postgres()) GTEST_SKIP() << "From SQLite to a server: script/test starts one.";
  const SharedStore target;
  System system;
  ASSERT_EQ(system.spi(Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 200);
  EXPECT_NE(system.command({"store", "copy", "--to", target.url()}).status, 0) << "the server runs";
  ASSERT_EQ(system.stop_kassabro(), 0);
  const auto copied = system.command({"store", "copy", "--to", target.url()});
  ASSERT_EQ(copied.status, 0) << copied.output;
  system.set("store.url=" + target.url());
  system.start_kassabro();
  EXPECT_EQ(system.spi(Method::get, "/contacts?key=anna@shop.se").status, 200);
  EXPECT_EQ(system.spi(Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 409);
  EXPECT_EQ(target.ask("SELECT count(*) FROM contacts"), "1");
}

}  // namespace
}  // namespace kassabro::tests
