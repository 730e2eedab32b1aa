#pragma once

#include <chrono>
#include <functional>

#include "base/async.hpp"
#include "http/io_threads.hpp"

namespace kassabro::sandbox::control {

Async<void> pause(std::chrono::milliseconds time);

// Runs `step` again and again, `interval` apart, until the threads stop. A step that answers true is followed at once.
void repeat(http::IoThreads& threads, std::chrono::milliseconds interval, std::function<Async<bool>()> step);

}  // namespace kassabro::sandbox::control
