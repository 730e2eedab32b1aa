#include "http/trusted_proxies.hpp"

#include <gtest/gtest.h>

namespace kassabro::http {
namespace {

TrustedProxies proxies(std::string_view text) {
  auto parsed = TrustedProxies::parse(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(TrustedProxies());
}

std::string client(const TrustedProxies& trusted, const std::string& peer, std::vector<std::string_view> forwarded) {
  HeaderViews headers{{"Host", "till.example.com"}};
  for (const auto value : forwarded) headers.emplace_back("x-forwarded-for", value);
  return trusted.client_of(peer, headers);
}

TEST(TrustedProxies, nobody_is_believed_unless_named) {
  EXPECT_EQ(client(proxies(""), "127.0.0.1", {"203.0.113.7"}), "127.0.0.1");
  EXPECT_EQ(client(proxies("10.0.0.0/8"), "192.0.2.1", {"203.0.113.7"}), "192.0.2.1");
}

TEST(TrustedProxies, a_named_one_says_who_calls) {
  const auto trusted = proxies("127.0.0.1, 10.0.0.0/8 ,fd00::/8");
  EXPECT_EQ(client(trusted, "127.0.0.1", {"203.0.113.7"}), "203.0.113.7");
  EXPECT_EQ(client(trusted, "::ffff:10.1.2.3", {"203.0.113.7"}), "203.0.113.7");
  EXPECT_EQ(client(trusted, "fd12::1", {"2001:db8::5"}), "2001:db8::5");
  EXPECT_EQ(client(trusted, "127.0.0.1", {}), "127.0.0.1");
  EXPECT_EQ(client(trusted, "127.0.0.1", {"203.0.113.7:51234"}), "203.0.113.7");
  EXPECT_EQ(client(trusted, "127.0.0.1", {"[2001:db8::5]:443, 10.0.0.5:80"}), "2001:db8::5");
}

TEST(TrustedProxies, what_a_caller_invents_does_not_count) {
  const auto trusted = proxies("127.0.0.1,10.0.0.0/8");
  EXPECT_EQ(client(trusted, "127.0.0.1", {"1.2.3.4, 203.0.113.7, 10.0.0.5"}), "203.0.113.7");
  EXPECT_EQ(client(trusted, "127.0.0.1", {"1.2.3.4", "203.0.113.7"}), "203.0.113.7") << "the header twice is one list";
  EXPECT_EQ(client(trusted, "127.0.0.1", {"1.2.3.4, somebody"}), "127.0.0.1");
  EXPECT_EQ(client(trusted, "127.0.0.1", {"10.0.0.9"}), "127.0.0.1") << "only proxies";
}

TEST(TrustedProxies, what_is_no_address_is_named) {
  for (const char* text : {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/", "fd00::/129", "10.0.0.1;10.0.0.2"}) {
    const auto parsed = TrustedProxies::parse(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_NE(parsed.error().message.find(text), std::string::npos) << parsed.error().message;
  }
}

}  // namespace
}  // namespace kassabro::http
