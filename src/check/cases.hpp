#pragma once

#include "check/session.hpp"

namespace kassabro::check {

// Sitoo's test cases for a Custom CRM (SPI v1), a CRM of SPI v2, and an endpoint of events. They register one customer with an address
// of example.com and sell to it; of whoever is named for that (Target), a bonus check is used and given back. Nothing else is changed.
Async<void> check_v1(Session& session);
Async<void> check_v2(Session& session);
Async<void> check_events(Session& session);

}  // namespace kassabro::check
