#pragma once

#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "http/message.hpp"

namespace kassabro::http {

// The proxies in front of us whose word counts when they say who calls (X-Forwarded-For). Anybody can send that header, so nobody else's does.
class TrustedProxies {
 public:
  // Addresses and networks, separated by commas: "127.0.0.1, 10.0.0.0/8, fd00::/8"; "" trusts nobody. The error names the part that is none.
  static Result<TrustedProxies> parse(std::string_view text);

  // Who calls: `peer` is the other end of the connection. Of what trusted proxies have added, the last address that is none of
  // theirs; what an untrusted caller wrote stands before it and does not count.
  std::string client_of(const std::string& peer, const HeaderViews& headers) const;
  bool trusts(std::string_view address) const;
  bool is_empty() const { return v4_.empty() && v6_.empty(); }

 private:
  std::vector<boost::asio::ip::network_v4> v4_;
  std::vector<boost::asio::ip::network_v6> v6_;
};

}  // namespace kassabro::http
