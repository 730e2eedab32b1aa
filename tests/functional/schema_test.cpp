// Up to this program's schema version and back to the one before it, without losing an event (docs/adr/0022).
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/rule_view.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

constexpr const char* sale =
    R"({"orderid":2,"email":"anna@shop.se","moneytotal_gross_all":"100.00","orderitems":[{"sku":"1","productname":"Skjorta",)"
    R"("quantity":1,"vatvalue":25,"moneyitemtotal_net":"80.00","moneyitemtotal_vat":"20.00"}]})";

void refuse(System& system) {
  const std::string fault = R"({"system":"rule","path":"/","status":503,"count":100000})";
  ASSERT_LT(system.sandbox(Method::post, "/control/faults", fault).status, 300);
}

json::object rollback_of(System& system, int status, std::vector<std::string> more = {}) {
  std::vector<std::string> line{"store", "rollback"};
  line.insert(line.end(), more.begin(), more.end());
  const auto done = system.command(line);
  EXPECT_EQ(done.status, status) << done.output;
  const auto answer = parse_json(done.output);
  return answer && answer->is_object() ? answer->get_object() : json::object{};
}

TEST(SchemaRollback, what_waits_for_rule_waits_through_back_and_forth_and_arrives_once) {
  System system;
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);
  refuse(system);
  ASSERT_EQ(system.spi(Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 200);
  ASSERT_EQ(system.spi(Method::post, "/transactions", sale).status, 200);
  EXPECT_EQ(system.command({"store", "rollback", "--yes"}).status, 1) << "the server runs";
  ASSERT_EQ(system.stop_kassabro(), 0);

  const auto looked = rollback_of(system, 1);
  EXPECT_FALSE(looked.at("done").as_bool());
  const auto back = rollback_of(system, 0, {"--yes"});
  EXPECT_TRUE(back.at("done").as_bool());
  EXPECT_EQ(back.at("from").to_number<int>() - 1, back.at("to").to_number<int>());
  EXPECT_EQ(looked.at("lost"), back.at("lost")) << "what was only looked at was not changed";

  system.start_kassabro();  // up again
  ASSERT_LT(system.sandbox(Method::delete_, "/control/faults").status, 300);
  ASSERT_TRUE(system.wait_until_delivered()) << system.log();
  EXPECT_EQ(RuleView(system.rule_dump()).subscriber("anna@shop.se").records("Sitoo-Order").size(), 1U);
  EXPECT_NE(system.spi(Method::get, "/contacts?key=anna@shop.se").body.find("anna@shop.se"), std::string::npos);
}

TEST(SchemaRollback, tells_how_many_messages_would_be_lost) {
  System system({"outbound.allow=127.0.0.1"});
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);
  const auto accounts = parse_json(system.command({"account", "list"}).output);
  const auto account = text_member(accounts->at("items").at(0).as_object(), "account_id");
  const auto nobody = "http://127.0.0.1:" + std::to_string(free_port()) + "/hook";
  ASSERT_EQ(system.command({"webhook", "add", nobody, "--account", account, "--type", "order.completed"}).status, 0);
  ASSERT_EQ(system.spi(Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 200);
  ASSERT_EQ(system.spi(Method::post, "/transactions", sale).status, 200);
  ASSERT_EQ(system.stop_kassabro(), 0);
  EXPECT_TRUE(rollback_of(system, 0, {"--yes"}).at("lost").as_object().empty()) << "from 12 to 11 nothing is";
  const auto lost = rollback_of(system, 1).at("lost").as_object();
  for (const char* name : {"webhook_endpoints", "webhook_messages", "webhook_sendings_pending"})
    EXPECT_EQ(lost.at(name).to_number<int>(), 1) << name;
}

// What `kassabro serve` of schema 10 left when it was stopped while Rule did not answer: a customer, a till's sale, and an order of
// Sitoo's events, none of them told.
TEST(SchemaUpgrade, what_the_program_of_schema_10_had_not_told_is_told_after_the_upgrade) {
  if (wants_postgres()) GTEST_SKIP() << "The file is SQLite's.";
  System system;
  ASSERT_EQ(system.stop_kassabro(), 0);
  const std::string sources = KASSABRO_SOURCE_DIR "/fixtures/store/";
  for (const auto* file : {"/kassabro.db", "/kassabro.db-wal", "/kassabro.db-shm", "/secret.key"})
    std::filesystem::remove(system.data_dir() + file);
  std::filesystem::copy_file(sources + "schema_10.key", system.data_dir() + "/secret.key");
  system.change_store(".read " + sources + "schema_10.sql");
  system.change_store("UPDATE accounts SET sitoo_base_url = '" + system.sandbox_url() + "/sitoo'");

  system.start_kassabro();
  ASSERT_TRUE(system.wait_until_delivered()) << system.log();
  const auto anna = RuleView(system.rule_dump()).subscriber("anna@shop.se");
  EXPECT_EQ(anna.records("Sitoo-Order").size(), 1U);
  EXPECT_NE(system.spi(Method::get, "/contacts?key=anna@shop.se").body.find("anna@shop.se"), std::string::npos);
  const auto inbox = system.command({"events", "list"});
  EXPECT_NE(inbox.output.find("777"), std::string::npos) << inbox.output;
}

}  // namespace
}  // namespace kassabro::tests
