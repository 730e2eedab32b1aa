#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "main/checkup.hpp"

namespace kassabro::main {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> codes(const Troubles& troubles) {
  std::vector<std::string> out;
  for (const auto& trouble : troubles) out.emplace_back(trouble.code);
  return out;
}

Config behind_a_proxy() {
  Config config;
  config.public_listen = "127.0.0.1:8080";
  config.public_base_url = "https://till.example.com";
  return config;
}

std::vector<std::string> codes_with(std::string Config::* setting, const std::string& value) {
  auto config = behind_a_proxy();
  config.*setting = value;
  return codes(check_settings(config));
}

TEST(CheckSettings, finds_nothing_behind_a_proxy_or_with_a_certificate) {
  EXPECT_THAT(codes(check_settings(behind_a_proxy())), IsEmpty());
  auto own = behind_a_proxy();
  own.public_listen = "0.0.0.0:443";
  own.public_tls_certificate = own.public_tls_key = "/x.pem";
  EXPECT_THAT(codes(check_settings(own)), IsEmpty());
}

TEST(CheckSettings, tells_of_a_public_address_that_no_till_can_use) {
  auto open = behind_a_proxy();
  open.public_listen = "[::]:8080";
  open.public_base_url = "http://localhost:8080";
  EXPECT_THAT(codes(check_settings(open)), ElementsAre("public_url_missing"));
  open.public_base_url = "http://till.example.com";
  EXPECT_THAT(codes(check_settings(open)), ElementsAre("public_url_plain"));
  open.public_base_url = "till.example.com";
  EXPECT_THAT(codes(check_settings(open)), ElementsAre("public_url_wrong"));
  EXPECT_TRUE(has_error(check_settings(open)));
}

TEST(CheckSettings, tells_of_a_way_round_the_proxy) {
  auto open = behind_a_proxy();
  open.public_listen = "0.0.0.0:8080";
  EXPECT_THAT(codes(check_settings(open)), ElementsAre("public_listen_open"));
  EXPECT_FALSE(has_error(check_settings(open))) << "a firewall may be there";
  open.public_trusted_proxies = "10.0.0.1";
  EXPECT_THAT(codes(check_settings(open)), IsEmpty());
}

TEST(CheckSettings, tells_of_a_certificate_and_an_address_without_one) {
  auto config = behind_a_proxy();
  config.public_tls_certificate = config.public_tls_key = "/x.pem";
  config.public_base_url = "http://till.example.com";
  EXPECT_THAT(codes(check_settings(config)), ElementsAre("public_url_wrong"));
}

TEST(CheckSettings, tells_of_each_value_that_a_server_could_not_use) {
  EXPECT_THAT(codes_with(&Config::admin_listen, "127.0.0.1:8080"), ElementsAre("listeners_same"));
  EXPECT_THAT(codes_with(&Config::admin_listen, "0.0.0.0:8081"), ElementsAre("admin_listen_open"));
  EXPECT_THAT(codes_with(&Config::public_trusted_proxies, "proxy"), ElementsAre("setting_wrong"));
  EXPECT_THAT(codes_with(&Config::outbound_allow, "10.0.0.0/99"), ElementsAre("setting_wrong"));
  EXPECT_THAT(codes_with(&Config::outbound_only, "https://api.mysitoo.com"), ElementsAre("setting_wrong"));
  EXPECT_THAT(codes_with(&Config::outbound_only, "api.mysitoo.com, *.example.com"), IsEmpty());
  EXPECT_THAT(codes_with(&Config::log_level, "loud"), ElementsAre("setting_wrong"));
  EXPECT_THAT(codes_with(&Config::rule_base_url, "http://rule.example.com/api"), ElementsAre("called_plainly"));
  EXPECT_THAT(codes_with(&Config::rule_base_url, "http://127.0.0.1:8090/rule/api"), IsEmpty());
  EXPECT_THAT(codes_with(&Config::sitoo_base_url, "http://user@[2001:db8::1]:80/x"), ElementsAre("called_plainly"));
}

TEST(CheckSettings, tells_of_alerts_that_leave_the_network_in_clear_and_not_of_their_address) {
  for (const char* host : {"chat.example.com", "8.8.8.8"}) {
    auto config = behind_a_proxy();
    config.alerts_webhook = "http://" + std::string(host) + "/hooks/secret";
    const auto troubles = check_settings(config);
    EXPECT_THAT(codes(troubles), ElementsAre("alerts_plain")) << host;
    EXPECT_EQ(troubles[0].text.find("hooks"), std::string::npos);
    EXPECT_FALSE(has_error(troubles));
  }
  for (const char* url : {"http://10.0.0.7:9093/", "http://localhost:9093/", "http://[fd00::1]/", "https://chat.example.com/"})
    EXPECT_THAT(codes_with(&Config::alerts_webhook, url), IsEmpty()) << url;
}

TEST(CheckZones, tells_of_those_that_this_machine_does_not_know) {
  auto config = behind_a_proxy();
  EXPECT_THAT(codes(check_zones(config, {})), IsEmpty());
  app::Account account;
  account.id = 7;
  account.time_zone = "Europe/Nowhere";
  const auto troubles = check_zones(config, {account});
  EXPECT_THAT(codes(troubles), ElementsAre("zone_unknown"));
  EXPECT_EQ(troubles[0].subject, "account 7");
}

TEST(AdoptSettings, takes_the_servers_and_says_which_were_others) {
  auto servers = behind_a_proxy();
  servers.rule_base_url = "https://rule.example.com";
  servers.mirror_every = std::chrono::hours(1);
  servers.store_url = "postgresql://kassabro:secret@db/kassabro?password=secret";
  servers.alerts_webhook = "https://chat.example.com/secret";
  const auto told = to_json_text(told_settings(servers));
  EXPECT_EQ(told.find("secret"), std::string::npos) << told;
  EXPECT_NE(told.find("postgresql://db/kassabro"), std::string::npos) << told;

  auto mine = behind_a_proxy();
  const auto troubles = adopt_settings(mine, {"", SecretString(), told});
  EXPECT_THAT(codes(troubles), ElementsAre("server_has_other_settings"));
  EXPECT_THAT(troubles[0].subject, ::testing::HasSubstr("rule.base_url"));
  EXPECT_EQ(mine.rule_base_url, "https://rule.example.com");
  EXPECT_EQ(mine.mirror_every, std::chrono::hours(1));
  EXPECT_EQ(mine.store_url, "") << "its password is not known";
  EXPECT_FALSE(names_store_of(mine, {"", SecretString(), told}));
  mine.store_url = servers.store_url;
  EXPECT_TRUE(names_store_of(mine, {"", SecretString(), told}));
  EXPECT_THAT(adopt_settings(mine, {"", SecretString(), told}), IsEmpty());
  EXPECT_THAT(adopt_settings(mine, {"", SecretString(), ""}), IsEmpty()) << "an older server tells nothing";
}

}  // namespace
}  // namespace kassabro::main
