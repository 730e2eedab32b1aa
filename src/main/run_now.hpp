#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "base/async.hpp"

namespace kassabro::main {

// Runs a coroutine to its end on this thread; for commands, where nothing else runs.
template <class T>
T run_now(Async<T> task) {
  boost::asio::io_context context;
  auto ended = boost::asio::co_spawn(context, std::move(task), boost::asio::use_future);
  context.run();
  return ended.get();
}

}  // namespace kassabro::main
