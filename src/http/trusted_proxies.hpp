#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "http/address_list.hpp"
#include "http/message.hpp"

namespace kassabro::http {

// The proxies in front of us whose word counts when they say who calls (X-Forwarded-For). Anybody can send that header, so nobody else's does.
class TrustedProxies {
 public:
  // As AddressList::parse; "" trusts nobody.
  static Result<TrustedProxies> parse(std::string_view text);

  // Who calls: `peer` is the other end of the connection. Of what trusted proxies have added, the last address that is none of
  // theirs; what an untrusted caller wrote stands before it and does not count.
  std::string client_of(const std::string& peer, const HeaderViews& headers) const;
  bool trusts(std::string_view address) const;
  bool is_empty() const { return list_.is_empty(); }

 private:
  AddressList list_;
};

}  // namespace kassabro::http
