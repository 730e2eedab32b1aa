#include "http/host_list.hpp"

#include <gtest/gtest.h>

namespace kassabro::http {
namespace {

TEST(HostList, allows_what_it_names_and_what_lies_below) {
  const auto list = *HostList::parse("api.mysitoo.com, *.Example.com,10.1.2.3, fd00::1");
  for (const char* host : {"api.mysitoo.com", "a.example.com", "a.b.example.com", "10.1.2.3", "fd00::1"})
    EXPECT_TRUE(list.allows(host)) << host;
  for (const char* host : {"mysitoo.com", "x.api.mysitoo.com", "example.com", ".example.com", "badexample.com",
                           "example.com.evil.se", "10.1.2.4", ""})
    EXPECT_FALSE(list.allows(host)) << host;
}

TEST(HostList, knows_an_address_in_each_of_its_spellings) {
  const auto list = *HostList::parse("FD00:0:0::1, ::ffff:10.1.2.3");
  for (const char* host : {"fd00::1", "fd00:0:0:0:0:0:0:1", "10.1.2.3"}) EXPECT_TRUE(list.allows(host)) << host;
  EXPECT_FALSE(list.allows("fd00::2"));
}

TEST(HostList, without_a_name_allows_all) {
  for (const char* text : {"", " , "}) EXPECT_TRUE(HostList::parse(text)->allows("anything.example.com")) << text;
}

TEST(HostList, says_which_part_is_no_host) {
  for (const char* text : {"*", "*.", "a.*.se", "https://a.se", "a.se:443", "a b", "a..se", ".a.se", "a.se."}) {
    const auto list = HostList::parse(std::string("good.se, ") + text);
    ASSERT_FALSE(list) << text;
    EXPECT_NE(list.error().message.find('"' + std::string(text) + '"'), std::string::npos) << list.error().message;
  }
}

TEST(HostOf, is_where_the_client_would_call) {
  EXPECT_EQ(host_of("https://API.mysitoo.com:8443/v2/accounts/1500?x#y"), "api.mysitoo.com");
  EXPECT_EQ(host_of("https://api.mysitoo.com@evil.se/"), "evil.se");
  EXPECT_EQ(host_of("https://evil.se#api.mysitoo.com"), "evil.se");
  EXPECT_EQ(host_of("https://a.se./"), "a.se");
  EXPECT_EQ(host_of("https://a%2ese/"), "a.se");
  EXPECT_EQ(host_of("http://[FD00::1]:80/"), "fd00::1");
  EXPECT_EQ(host_of("http://0x7f.1/"), "127.0.0.1");
  for (const char* text : {"", "nonsense", "https://", "/v2"}) EXPECT_EQ(host_of(text), "") << text;
}

}  // namespace
}  // namespace kassabro::http
