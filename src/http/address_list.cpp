#include "http/address_list.hpp"

#include <algorithm>
#include <ranges>
#include <string>

#include "base/text.hpp"

namespace kassabro::http {

namespace ip = boost::asio::ip;

namespace {

// IANA's special-purpose registries: what is not reachable from everywhere.
constexpr std::string_view inner_networks =
    "0.0.0.0/8, 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12, 192.0.0.0/24, 192.0.2.0/24, "
    "192.168.0.0/16, "
    "198.18.0.0/15, 198.51.100.0/24, 203.0.113.0/24, 224.0.0.0/4, 240.0.0.0/4, ::/128, ::1/128, 100::/64, 2001::/23, "
    "2001:db8::/32, "
    "fc00::/7, fe80::/10, fec0::/10, ff00::/8";

// NAT64 and 6to4 reach the IPv4 address that they carry.
std::optional<ip::address_v4> carried_v4(const ip::address_v6& address) {
  const auto bytes = address.to_bytes();
  const auto v4_at = [&](std::size_t at) { return ip::address_v4({bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]}); };
  static const auto nat64 = ip::make_network_v6("64:ff9b::/96");
  static const auto sixtofour = ip::make_network_v6("2002::/16");
  if (address.is_v4_mapped() || nat64 == ip::network_v6(address, 96).canonical()) return v4_at(12);
  if (sixtofour == ip::network_v6(address, 16).canonical()) return v4_at(2);
  return std::nullopt;
}

}  // namespace

std::vector<std::string_view> list_parts(std::string_view list) {
  std::vector<std::string_view> parts;
  for (const auto part : std::views::split(list, ',')) {
    const auto text = trimmed(std::string_view(part.begin(), part.end()));
    if (!text.empty()) parts.push_back(text);
  }
  return parts;
}

std::optional<ip::address> parse_address(std::string_view text) {
  boost::system::error_code error;
  auto address = ip::make_address(std::string(text), error);
  if (error) return std::nullopt;
  if (address.is_v6() && address.to_v6().is_v4_mapped()) address = ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

Result<AddressList> AddressList::parse(std::string_view text) {
  AddressList list;
  for (const auto part : list_parts(text)) {
    const std::string written(part);
    boost::system::error_code error;
    if (const auto address = parse_address(part)) {
      if (address->is_v4())
        list.v4_.emplace_back(address->to_v4(), 32);
      else
        list.v6_.emplace_back(address->to_v6(), 128);
      continue;
    }
    if (const auto network = ip::make_network_v4(written, error); !error) {
      list.v4_.push_back(network.canonical());
      continue;
    }
    if (const auto network = ip::make_network_v6(written, error); !error) {
      list.v6_.push_back(network.canonical());
      continue;
    }
    return fail(invalid("", "\"" + written + "\" is neither an address nor a network such as \"10.0.0.0/8\"."));
  }
  return list;
}

bool AddressList::contains(const ip::address& address) const {
  if (address.is_v4())
    return std::ranges::any_of(v4_, [&](const ip::network_v4& network) {
      return ip::network_v4(address.to_v4(), network.prefix_length()).canonical() == network.canonical();
    });
  return std::ranges::any_of(v6_, [&](const ip::network_v6& network) {
    return ip::network_v6(address.to_v6(), network.prefix_length()).canonical() == network.canonical();
  });
}

bool is_public_address(const ip::address& address) {
  static const auto inner = *AddressList::parse(inner_networks);
  if (address.is_v6())
    if (const auto carried = carried_v4(address.to_v6())) return !inner.contains(*carried);
  return !inner.contains(address);
}

}  // namespace kassabro::http
