#pragma once

#include <string>

#include "base/json.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {

// An account that Sitoo and Rule are connected to.
struct ConnectedAccount {
  json::object shown;  // as `account add` printed it

  std::string text(std::string_view name) const { return text_member(shown, name); }
  // The header's value for SPI v2 and the events.
  std::string authorization() const;
};

// Adds an account whose Rule account is the token's and which reads orders from the sandbox's Sitoo REST, and sets up the
// sandbox's tills for both SPIs and its events. Throws when something of it fails.
ConnectedAccount connect_account(System& system);

}  // namespace kassabro::tests
