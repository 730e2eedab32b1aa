#include "main/options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"

namespace kassabro::main {
namespace {

using ::testing::HasSubstr;

class OutboundOptionsTest : public ::testing::Test {
 protected:
  OutboundOptionsTest() {
    config.outbound_only = "*.sitoo.com, hooks.example.com";
    config.sitoo_base_url = "https://api.mysitoo.com";
  }
  // "": it may be called.
  std::string sitoo_fault(const std::string& url) {
    const auto checked = sitoo_address_check_of(config)(url);
    return checked ? "" : checked.error().field;
  }
  std::string endpoint_fault(const std::string& url) {
    const auto checked = endpoint_check_of(config)(url);
    return checked ? "" : checked.error().field + ": " + checked.error().message;
  }

  Config config;
};

TEST_F(OutboundOptionsTest, an_account_calls_the_hosts_that_are_listed_and_the_operators_own) {
  for (const char* url : {"https://api.sitoo.com", "https://API.sitoo.com/v2/accounts/7", "https://api.mysitoo.com/v2"})
    EXPECT_EQ(sitoo_fault(url), "") << url;
  for (const char* url :
       {"https://sitoo.com", "https://api.sitoo.com.evil.se", "https://api.sitoo.com@evil.se", "https://10.0.0.1"})
    EXPECT_EQ(sitoo_fault(url), "sitoo_base_url") << url;
  config.outbound_only.clear();
  EXPECT_EQ(sitoo_fault("https://anything.example"), "") << "every host, where none is named";
}

TEST_F(OutboundOptionsTest, an_endpoint_is_on_a_host_that_is_listed) {
  EXPECT_EQ(endpoint_fault("https://hooks.example.com/kassabro"), "");
  EXPECT_THAT(endpoint_fault("https://example.com/kassabro"), HasSubstr("url: This host"));
  EXPECT_THAT(endpoint_fault("http://hooks.example.com/"), HasSubstr("url: The address begins with https"));
  config.outbound_only.clear();
  EXPECT_EQ(endpoint_fault("https://example.com/kassabro"), "");
}

TEST_F(OutboundOptionsTest, what_is_no_host_or_no_address_names_its_setting) {
  config.outbound_only = "https://api.sitoo.com";
  try {
    outbound_options_of(config);
    FAIL() << "it was taken";
  } catch (const InfrastructureFailure& failure) {
    EXPECT_THAT(failure.what(), HasSubstr("outbound.only: \"https://api.sitoo.com\""));
  }
}

}  // namespace
}  // namespace kassabro::main
