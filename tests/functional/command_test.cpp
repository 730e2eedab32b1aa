// The command line, with and without a running server.
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

Finished kassabro(const TempFolder& folder, std::vector<std::string> arguments) {
  std::vector<std::string> line{program("kassabro"), "--json", "--set", "data.dir=" + folder.path("data")};
  line.insert(line.end(), arguments.begin(), arguments.end());
  line.insert(line.end(), {"--set", "rule.base_url=http://127.0.0.1:1"});
  return run(std::move(line));
}

std::string order_file(const TempFolder& folder, const std::string& more) {
  const auto path = folder.path("order.json");
  std::ofstream(path)
      << R"({"orderid":1,"moneytotal_gross_all":"100.00","orderitems":[{"sku":"1","productname":"Skjorta","quantity":1,)"
         R"("vatvalue":25,"moneyitemtotal_net":"80.00","moneyitemtotal_vat":"20.00"}])" +
             more + "}";
  return path;
}

TEST(Command, adds_shows_lists_and_removes_an_account_without_a_server) {
  const TempFolder folder;
  const auto added = kassabro(folder, {"account", "add", "--name", "Shop", "--rule-api-key", "rk_one", "--country", "no"});
  ASSERT_EQ(added.status, 0) << added.output;
  const auto account = parse_json(added.output)->get_object();
  const auto id = text_member(account, "account_id");
  for (const char* member :
       {"account_id", "api_url_v1", "api_url_v2", "events_url", "api_token", "basic_user", "basic_password", "pos_yaml"})
    EXPECT_FALSE(text_member(account, member).empty()) << member;
  EXPECT_EQ(text_member(account, "country"), "NO");
  EXPECT_NE(kassabro(folder, {"account", "list"}).output.find(id), std::string::npos);
  EXPECT_EQ(kassabro(folder, {"account", "list"}).output.find("rk_one"), std::string::npos);
  EXPECT_EQ(kassabro(folder, {"account", "remove", id}).status, 0);
  EXPECT_EQ(kassabro(folder, {"account", "show", id}).status, 1);
}

TEST(Command, takes_secrets_from_a_file) {
  const TempFolder folder;
  std::ofstream(folder.path("rule.key")) << "rk_of_a_file\n";
  const auto key = "@" + folder.path("rule.key");
  ASSERT_EQ(kassabro(folder, {"account", "add", "--name", "Shop", "--rule-api-key", key}).status, 0);
  const auto again = kassabro(folder, {"account", "add", "--name", "Again", "--rule-api-key", "rk_of_a_file"});
  EXPECT_EQ(again.status, 1);  // it is the same key
  const auto missing = kassabro(folder, {"account", "add", "--name", "Third", "--rule-api-key", key + ".none"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_NE(missing.output.find("--rule-api-key: the file"), std::string::npos) << missing.output;
}

TEST(Command, changes_an_account_and_shows_its_settings) {
  const TempFolder folder;
  const auto added = kassabro(folder, {"account", "add", "--name", "Shop", "--rule-api-key", "rk_one", "--settings",
                                       R"({"sitoo_v1":{"always_extended":true}})"});
  ASSERT_EQ(added.status, 0) << added.output;
  const auto id = text_member(parse_json(added.output)->get_object(), "account_id");
  std::ofstream(folder.path("settings.json")) << R"({"sitoo_v1":{"update_answer":"id"}})";
  const auto set = kassabro(folder, {"account", "set", id, "--name", "Second shop", "--sitoo-base-url",
                                     "https://api.example.com", "--settings", "@" + folder.path("settings.json")});
  ASSERT_EQ(set.status, 0) << set.output;
  const auto shown = parse_json(kassabro(folder, {"account", "show", id}).output)->get_object();
  EXPECT_EQ(text_member(shown, "name"), "Second shop");
  EXPECT_EQ(text_member(shown, "sitoo_base_url"), "https://api.example.com");
  EXPECT_EQ(to_json_text(shown.at("settings")), R"({"sitoo_v1":{"always_extended":true,"update_answer":"id"}})");
  EXPECT_EQ(shown.at("basic_password"), parse_json(added.output)->get_object().at("basic_password"));

  const auto refused = kassabro(folder, {"account", "set", id, "--settings", R"({"sitoo_v1":{"answer":1}})"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.output.find("sitoo_v1.answer"), std::string::npos) << refused.output;
  EXPECT_EQ(kassabro(folder, {"account", "set", id, "--settings", "{"}).status, 2);
  EXPECT_EQ(kassabro(folder, {"account", "set", id, "--settings", "@/nowhere.json"}).status, 2);
  EXPECT_EQ(kassabro(folder, {"account", "set", "4711", "--name", "x"}).status, 1);
  EXPECT_EQ(kassabro(folder, {"account", "set", id}).status, 2) << "nothing to set";
  EXPECT_EQ(kassabro(folder, {"account", "set", id, "--eshop-id", "x"}).status, 1);
}

TEST(Command, says_which_flag_is_wrong) {
  const TempFolder folder;
  EXPECT_NE(kassabro(folder, {"account", "add", "--name", "Shop"}).output.find("rule_api_key"), std::string::npos);
  EXPECT_NE(
      kassabro(folder, {"account", "add", "--name", "S", "--rule-api-key", "rk_1", "--country", "XX"}).output.find("country"),
      std::string::npos);
  EXPECT_NE(kassabro(folder, {"account", "add", "--name", "S", "--rule-api-key", "rk\n1"}).output.find("line break"),
            std::string::npos);
  EXPECT_EQ(kassabro(folder, {"account"}).status, 2);
  EXPECT_EQ(kassabro(folder, {"outbox", "replay", "5"}).status, 1);
}

TEST(Command, explains_which_rule_made_each_field) {
  const TempFolder folder;
  const auto explained = kassabro(folder, {"explain", order_file(folder, R"(,"email":"anna@shop.se")")});
  ASSERT_EQ(explained.status, 0) << explained.output;
  for (const char* part : {"/v2/subscribers", "anna@shop.se", "Sitoo-Order.orderid", "OrderCompleted", "\"rule\":"})
    EXPECT_NE(explained.output.find(part), std::string::npos) << part;
  const auto anonymous = kassabro(folder, {"explain", order_file(folder, "")});
  EXPECT_NE(anonymous.output.find("\"note\":"), std::string::npos);
  const auto faulty = kassabro(folder, {"explain", order_file(folder, R"(,"moneyfinal_net":"80.000")")});
  EXPECT_EQ(faulty.status, 1);
  EXPECT_NE(faulty.output.find("moneyfinal_net"), std::string::npos);
}

TEST(Command, an_account_added_while_the_server_runs_is_known_at_once) {
  System system;
  const auto added = system.command({"account", "add", "--name", "Second", "--rule-api-key", "rk_second"});
  ASSERT_EQ(added.status, 0) << added.output;
  const auto token = text_member(parse_json(added.output)->get_object(), "api_token");
  Caller caller;
  for (const std::string& carrier : {"Bearer " + token, token, std::string("Bearer rk_second")})
    EXPECT_EQ(caller.call(Method::get, system.api_url() + "/consents", "", {{"Authorization", carrier}}).status, 200)
        << carrier;
}

TEST(Command, a_key_file_that_is_gone_stops_the_start) {
  const TempFolder folder;
  ASSERT_EQ(kassabro(folder, {"account", "list"}).status, 0);
  std::remove((folder.path("data") + "/secret.key").c_str());
  const auto ended = kassabro(folder, {"account", "list"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_NE(ended.output.find("secret.key"), std::string::npos);
}

}  // namespace
}  // namespace kassabro::tests
