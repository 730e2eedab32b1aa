#include "webhooks/endpoint_url.hpp"

#include <gtest/gtest.h>

#include <string>

namespace kassabro::webhooks {
namespace {

TEST(EndpointUrl, is_https_with_a_host) {
  for (const auto* url :
       {"https://example.com", "https://example.com:8443/a/b?c=d", "https://203.0.113.7/x", "https://[2001:db8::1]/"})
    EXPECT_TRUE(check_endpoint_url(url, PlainHttp::refused)) << url;
  for (const auto* url :
       {"", "example.com", "/path", "https://", "https:///x", "ftp://example.com", "file:///etc/passwd", "http://example.com",
        "https://user:secret@example.com/", "https://example.com/#x", "https://exa mple.com", "https://example.com/\n"}) {
    const auto checked = check_endpoint_url(url, PlainHttp::refused);
    ASSERT_FALSE(checked) << url;
    EXPECT_EQ(checked.error().field, "url");
  }
  EXPECT_FALSE(check_endpoint_url("https://example.com/" + std::string(2'000, 'x'), PlainHttp::refused));
}

TEST(EndpointUrl, is_http_only_where_private_addresses_are_allowed) {
  EXPECT_TRUE(check_endpoint_url("http://127.0.0.1:9000/hook", PlainHttp::where_allowed));
  EXPECT_FALSE(check_endpoint_url("http://127.0.0.1:9000/hook", PlainHttp::refused));
}

}  // namespace
}  // namespace kassabro::webhooks
