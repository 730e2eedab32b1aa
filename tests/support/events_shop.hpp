#pragma once

#include <string>

#include "base/json.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {

// A shop whose Sitoo sends events: the account with its access to Sitoo REST, the sandbox that knows where events go, and one
// customer, Anna.
struct EventsShop {
  json::object account;       // as `account add` printed it
  std::string authorization;  // of the events
  std::string anna;           // her contact id as JSON; anna@shop.se

  std::string text(std::string_view name) const { return text_member(account, name); }
};

// Throws when something of it fails.
EventsShop open_events_shop(System& system);

// The body of a sale of one thing to Anna at a till that sends events; `more` are further members (`"state":"open"`).
std::string sale_to_anna(const EventsShop& shop, const std::string& more = {});

}  // namespace kassabro::tests
