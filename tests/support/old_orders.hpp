#pragma once

#include <map>
#include <string>

#include "tests/support/connected_account.hpp"

namespace kassabro::tests {

// Order number -> total, as Sitoo or Rule has it.
using Totals = std::map<std::string, std::string>;

// The completed orders that the sandbox's Sitoo has of customers with an address or a number, read by its REST API.
Totals old_orders_in_sitoo(System& system);

// What Rule has of them. Adds a test failure for an order that is there twice, or that has started a flow.
Totals old_orders_in_rule(System& system);

// The same, whatever they have started.
Totals orders_in_rule(System& system);

// The account's job of this kind as `jobs list` shows it; an empty object when there is none.
json::object find_job(System& system, const std::string& kind);

// Waits until it has come to an end.
bool wait_for_job(System& system, const std::string& kind, std::chrono::seconds patience = std::chrono::seconds(120));

}  // namespace kassabro::tests
