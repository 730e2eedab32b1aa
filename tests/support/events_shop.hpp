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

// A till sells one thing to Anna; the event follows by itself. The sale as the sandbox tells it.
json::object sell_to_anna(System& system, const EventsShop& shop);

}  // namespace kassabro::tests
