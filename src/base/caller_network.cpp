#include "base/caller_network.hpp"

#include <arpa/inet.h>

#include <functional>

namespace kassabro {
namespace {

constexpr std::size_t v4_place = 12;  // in an IPv6 address that carries one
constexpr std::uint64_t v4_mark = 0xFFFF'0000'0000ULL;

std::uint64_t number_at(const std::uint8_t* bytes, std::size_t count) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < count; ++i) number = number << 8U | bytes[i];
  return number;
}

}  // namespace

std::uint64_t caller_network(const std::string& peer) {
  in_addr v4{};
  if (::inet_pton(AF_INET, peer.c_str(), &v4) == 1) return v4_mark | ntohl(v4.s_addr);
  in6_addr v6{};
  if (::inet_pton(AF_INET6, peer.c_str(), &v6) != 1) return std::hash<std::string>()(peer);
  if (IN6_IS_ADDR_V4MAPPED(&v6)) return v4_mark | number_at(&v6.s6_addr[v4_place], 4);
  return number_at(&v6.s6_addr[0], 8);
}

}  // namespace kassabro
