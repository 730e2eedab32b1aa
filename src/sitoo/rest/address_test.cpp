#include "sitoo/rest/address.hpp"

#include <gtest/gtest.h>

namespace kassabro::sitoo::rest {
namespace {

app::Account account_with(const std::string& base_url, const std::string& api_id = "1500-1") {
  app::Account account;
  account.sitoo_base_url = base_url;
  account.sitoo_api_id = api_id;
  account.sitoo_password = SecretString("secret");
  return account;
}

std::string url_of(const app::Account& account) {
  const auto url = accounts_url(account, "https://api.mysitoo.com");
  return url ? *url : url.error().field;
}

TEST(RestAddress, takes_a_base_url_however_far_it_is_written_out) {
  for (const char* written : {"http://till.test", "http://till.test/", "http://till.test/v2", "http://till.test/v2/",
                              "http://till.test/v2/accounts/1500", " http://till.test/v2/accounts/1500/ "})
    EXPECT_EQ(url_of(account_with(written)), "http://till.test/v2/accounts/1500") << written;
  EXPECT_EQ(url_of(account_with("http://till.test:8090/sitoo")), "http://till.test:8090/sitoo/v2/accounts/1500");
}

TEST(RestAddress, the_programs_own_base_url_stands_in_for_a_missing_one) {
  EXPECT_EQ(url_of(account_with("")), "https://api.mysitoo.com/v2/accounts/1500");
}

TEST(RestAddress, the_account_number_is_in_the_url_or_else_begins_the_api_id) {
  EXPECT_EQ(url_of(account_with("http://till.test/v2/accounts/91622", "1500-1")), "http://till.test/v2/accounts/91622");
  EXPECT_EQ(url_of(account_with("http://till.test", "90316-125")), "http://till.test/v2/accounts/90316");
  EXPECT_EQ(url_of(account_with("http://till.test", "90316")), "http://till.test/v2/accounts/90316");
}

TEST(RestAddress, a_wrong_setting_is_named) {
  EXPECT_EQ(url_of(account_with("http://till.test", "")), "sitoo_api_id");
  EXPECT_EQ(url_of(account_with("http://till.test", "shop-1")), "sitoo_api_id");
  for (const char* written : {"till.test", "ftp://till.test", "https://", "http://till.test/v2/accounts/me",
                              "http://till.test/v2/accounts/1500/orders.json", "http://till.test/?a=b", "http://till test"})
    EXPECT_EQ(url_of(account_with(written)), "sitoo_base_url") << written;
  auto account = account_with("http://till.test");
  account.sitoo_password = SecretString();
  EXPECT_EQ(url_of(account), "sitoo_password");
}

TEST(RestAddress, knows_the_host_that_the_server_itself_names) {
  EXPECT_TRUE(is_on_host_of("https://API.mysitoo.com/v2/accounts/1500", "https://api.mysitoo.com"));
  EXPECT_TRUE(is_on_host_of("http://127.0.0.1:8090/sitoo/v2/accounts/1", "http://127.0.0.1:8090/sitoo/"));
  for (const auto* other :
       {"http://api.mysitoo.com/v2", "https://api.mysitoo.com:444/v2", "https://api.mysitoo.com.evil.test/v2",
        "https://evil.test/https://api.mysitoo.com", "https://api.mysitoo.com@10.0.0.1/v2"})
    EXPECT_FALSE(is_on_host_of(other, "https://api.mysitoo.com")) << other;
}

}  // namespace
}  // namespace kassabro::sitoo::rest
