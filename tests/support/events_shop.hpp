#pragma once

#include <string>

#include "tests/support/connected_account.hpp"

namespace kassabro::tests {

// A shop whose Sitoo sends events, and one customer, Anna.
struct EventsShop {
  ConnectedAccount account;
  std::string anna;  // her contact id as JSON; anna@shop.se
};

// Throws when something of it fails.
EventsShop open_events_shop(System& system);

// The body of a sale of one thing to Anna at a till that sends events; `more` are further members (`"state":"open"`).
std::string sale_to_anna(const EventsShop& shop, const std::string& more = {});

}  // namespace kassabro::tests
