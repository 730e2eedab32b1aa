#pragma once

#include <chrono>

#include "base/async.hpp"

namespace kassabro {

// Lets the coroutine's thread do other things for a while.
Async<void> sleep_for(std::chrono::milliseconds time);

// Whatever waits for the coroutine's thread goes first; in the midst of long work that never waits by itself.
Async<void> let_others_run();

}  // namespace kassabro
