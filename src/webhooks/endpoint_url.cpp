#include "webhooks/endpoint_url.hpp"

#include <algorithm>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace kassabro::webhooks {
namespace {

constexpr std::size_t bytes_max = 2'000;

}  // namespace

Result<void> check_endpoint_url(std::string_view url, PlainHttp plain) {
  if (url.empty()) return fail(invalid("url", "An endpoint needs an address."));
  if (url.size() > bytes_max) return fail(invalid("url", "The address is longer than 2000 bytes."));
  const auto parsed = boost::urls::parse_uri({url.data(), url.size()});
  if (!parsed || parsed->encoded_host().empty())
    return fail(invalid("url", "This is not an address such as \"https://example.com/kassabro\"."));
  const std::string_view scheme(parsed->scheme().data(), parsed->scheme().size());
  if (scheme != "https" && scheme != "http") return fail(invalid("url", "The address begins with https://."));
  if (scheme == "http" && plain == PlainHttp::refused)
    return fail(
        invalid("url", "The address begins with https://; without TLS only addresses that outbound.allow lists are called."));
  if (parsed->has_userinfo())
    return fail(invalid("url", "The address holds a user or a password, which everybody would read."));
  if (parsed->has_fragment()) return fail(invalid("url", "What stands behind a # is never sent: leave it out."));
  return {};
}

}  // namespace kassabro::webhooks
