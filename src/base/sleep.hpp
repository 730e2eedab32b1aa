#pragma once

#include <chrono>

#include "base/async.hpp"

namespace kassabro {

// Lets the coroutine's thread do other things for a while.
Async<void> sleep_for(std::chrono::milliseconds time);

}  // namespace kassabro
