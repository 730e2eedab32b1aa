#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace kassabro::http {

// Names of hosts, as somebody writes them in a setting.
class HostList {
 public:
  // Separated by commas: "api.mysitoo.com, *.example.com, 10.1.2.3"; "*.example.com" is every name below example.com and not that
  // itself. The error names the part that is none.
  static Result<HostList> parse(std::string_view text);

  // An empty list allows every host.
  bool allows(std::string_view host) const;
  bool is_empty() const { return hosts_.empty() && endings_.empty(); }

 private:
  std::vector<std::string> hosts_;  // in lower case
  std::vector<std::string> endings_;  // likewise, with the dot: ".example.com"
};

// The host that a call of this address leads to, as the client reads it: in lower case, without a dot at the end; an IPv6 address without its
// brackets. "": this is no address of a host.
std::string host_of(const std::string& url);

}  // namespace kassabro::http
