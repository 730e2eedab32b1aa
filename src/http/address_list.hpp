#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace kassabro::http {

// Addresses and networks, as somebody writes them in a setting.
class AddressList {
 public:
  // Separated by commas: "127.0.0.1, 10.0.0.0/8, fd00::/8"; "" holds none. The error names the part that is none.
  static Result<AddressList> parse(std::string_view text);

  bool contains(const boost::asio::ip::address& address) const;
  bool is_empty() const { return v4_.empty() && v6_.empty(); }

 private:
  std::vector<boost::asio::ip::network_v4> v4_;
  std::vector<boost::asio::ip::network_v6> v6_;
};

// "::ffff:10.0.0.1", as it is called on a socket of both kinds, is 10.0.0.1. Absent: this is no address.
std::optional<boost::asio::ip::address> parse_address(std::string_view text);

// Does it belong to a host of the open internet? Not: this machine, private and link-local networks (metadata services of clouds are there),
// shared, reserved and multicast ones; of IPv6 addresses that carry an IPv4 address, that one counts.
bool is_public_address(const boost::asio::ip::address& address);

// The parts of a list that is separated by commas, without blanks around them; empty ones are left out.
std::vector<std::string_view> list_parts(std::string_view list);

}  // namespace kassabro::http
