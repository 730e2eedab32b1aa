#pragma once

#include <chrono>
#include <string>

#include "tests/support/system.hpp"

namespace kassabro::tests {

// Kills the process fifty times, each time after a while between none and `longest_life` that chance decides, and starts it
// again; then waits at most `patience` until the job has ended. Adds test failures when it has failed, or had ended before it could be disturbed.
// The job then.
json::object kill_often(System& system, const std::string& kind, std::chrono::milliseconds longest_life,
                        std::chrono::seconds patience);

}  // namespace kassabro::tests
