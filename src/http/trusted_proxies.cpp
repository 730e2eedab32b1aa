#include "http/trusted_proxies.hpp"

#include <boost/asio/ip/address.hpp>
#include <optional>
#include <ranges>

namespace kassabro::http {

namespace ip = boost::asio::ip;

namespace {

std::vector<std::string_view> parts_of(std::string_view list) {
  std::vector<std::string_view> parts;
  for (const auto part : std::views::split(list, ',')) {
    const auto text = trimmed(std::string_view(part.begin(), part.end()));
    if (!text.empty()) parts.push_back(text);
  }
  return parts;
}

// Some proxies write the port too: "203.0.113.7:51234", "[2001:db8::1]:443".
std::string_view without_port(std::string_view text) {
  if (text.starts_with('[')) return text.substr(1, text.find(']') - 1);
  const auto colon = text.find(':');
  const bool is_only_one = colon != std::string_view::npos && text.find(':', colon + 1) == std::string_view::npos;
  return is_only_one ? text.substr(0, colon) : text;
}

// "::ffff:10.0.0.1" is 10.0.0.1 on a socket of both kinds.
std::optional<ip::address> parse_address(std::string_view text) {
  boost::system::error_code error;
  auto address = ip::make_address(std::string(text), error);
  if (error) return std::nullopt;
  if (address.is_v6() && address.to_v6().is_v4_mapped()) address = ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

}  // namespace

Result<TrustedProxies> TrustedProxies::parse(std::string_view text) {
  TrustedProxies proxies;
  for (const auto part : parts_of(text)) {
    const std::string written(part);
    boost::system::error_code error;
    if (const auto address = parse_address(part)) {
      if (address->is_v4())
        proxies.v4_.emplace_back(address->to_v4(), 32);
      else
        proxies.v6_.emplace_back(address->to_v6(), 128);
      continue;
    }
    if (const auto network = ip::make_network_v4(written, error); !error) {
      proxies.v4_.push_back(network.canonical());
      continue;
    }
    if (const auto network = ip::make_network_v6(written, error); !error) {
      proxies.v6_.push_back(network.canonical());
      continue;
    }
    return fail(invalid("", "\"" + written + "\" is neither an address nor a network such as \"10.0.0.0/8\"."));
  }
  return proxies;
}

bool TrustedProxies::trusts(std::string_view text) const {
  const auto address = parse_address(text);
  if (!address) return false;
  if (address->is_v4())
    return std::ranges::any_of(v4_, [&](const ip::network_v4& network) {
      return ip::network_v4(address->to_v4(), network.prefix_length()).canonical() == network.canonical();
    });
  return std::ranges::any_of(v6_, [&](const ip::network_v6& network) {
    return ip::network_v6(address->to_v6(), network.prefix_length()).canonical() == network.canonical();
  });
}

std::string TrustedProxies::client_of(const std::string& peer, const HeaderViews& headers) const {
  if (is_empty() || !trusts(peer)) return peer;
  std::vector<std::string_view> hops;
  for (const auto& [name, value] : headers)
    if (equal_nocase(name, "X-Forwarded-For"))
      for (const auto hop : parts_of(value)) hops.push_back(without_port(hop));
  for (const auto hop : std::views::reverse(hops)) {
    const auto address = parse_address(hop);
    if (!address) return peer;  // not what a proxy writes
    if (!trusts(hop)) return address->to_string();
  }
  return peer;
}

}  // namespace kassabro::http
