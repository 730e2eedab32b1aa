#include "sandbox/control/waiting.hpp"

#include <fmt/format.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <cstdio>

namespace kassabro::sandbox::control {
namespace asio = boost::asio;

Async<void> pause(std::chrono::milliseconds time) {
  asio::steady_timer timer(co_await asio::this_coro::executor, time);
  co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
}

namespace {

Async<void> loop(std::chrono::milliseconds interval, std::function<Async<bool>()> step) {
  while (true) {
    bool again = false;
    try {
      again = co_await step();
    } catch (const std::exception& failure) {  // a loop that died unseen would lose what is queued
      fmt::print(stderr, "kassabro-sandbox: background work failed: {}\n", failure.what());
    }
    if (!again) co_await pause(interval);
  }
}

}  // namespace

void repeat(http::IoThreads& threads, std::chrono::milliseconds interval, std::function<Async<bool>()> step) {
  asio::co_spawn(threads.next(), loop(interval, std::move(step)), asio::detached);
}

}  // namespace kassabro::sandbox::control
