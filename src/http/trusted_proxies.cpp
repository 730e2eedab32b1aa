#include "http/trusted_proxies.hpp"

#include <ranges>

namespace kassabro::http {
namespace {

// Some proxies write the port too: "203.0.113.7:51234", "[2001:db8::1]:443".
std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) return text.substr(1, text.find(']') - 1);
  const auto colon = text.find(':');
  const bool is_only_one = colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos;
  return is_only_one ? text.substr(0, colon) : text;
}

}  // namespace

Result<TrustedProxies> TrustedProxies::parse(std::string_view text) {
  auto list = AddressList::parse(text);
  if (!list) return fail(list.error());
  TrustedProxies proxies;
  proxies.list_ = std::move(*list);
  return proxies;
}

bool TrustedProxies::trusts(std::string_view text) const {
  const auto address = parse_address(text);
  return address && list_.contains(*address);
}

std::string TrustedProxies::client_of(const std::string& peer, const HeaderViews& headers) const {
  if (is_empty() || !trusts(peer)) return peer;
  std::vector<std::string_view> hops;
  for (const auto& [name, value] : headers)
    if (equal_nocase(name, "X-Forwarded-For"))
      for (const auto hop : list_parts(value)) hops.push_back(without_port(hop));
  for (const auto hop : std::views::reverse(hops)) {
    const auto address = parse_address(hop);
    if (!address) return peer;  // not what a proxy writes
    if (!trusts(hop)) return address->to_string();
  }
  return peer;
}

}  // namespace kassabro::http
