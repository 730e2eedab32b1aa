#pragma once

#include <string>
#include <vector>

#include "rule/fake_rule.hpp"
#include "tests/simulation/memory_store.hpp"
#include "tests/simulation/tills.hpp"

namespace kassabro::simulation {

struct Findings {
  std::vector<std::string> faults;  // what must never be
  int delivered = 0;
  int parked = 0;
  std::map<std::string, int> parked_why;
};

// After a story has come to rest: every accepted order, registration and redemption is delivered or parked exactly once, each
// customer's orders stand in Rule in the order in which they were taken, no bonus check is overspent, and nothing is in Rule that no
// till has sent.
Findings check(Database& database, const Told& told, const rule::FakeRule& rule);

}  // namespace kassabro::simulation
