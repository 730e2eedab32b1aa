#pragma once

#include <vector>

#include "base/async.hpp"

namespace kassabro {

// Runs all of them at the same time on the caller's executor and goes on when the last has ended. The first exception that
// one of them threw is thrown on.
Async<void> run_together(std::vector<Async<void>> tasks);

}  // namespace kassabro
