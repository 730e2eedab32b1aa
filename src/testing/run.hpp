#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "base/async.hpp"

namespace kassabro::testing {

// Runs a coroutine to its end on a context of its own; what it throws reaches the test.
template <class T>
T run(Async<T> task) {
  boost::asio::io_context context;
  auto ended = boost::asio::co_spawn(context, std::move(task), boost::asio::use_future);
  context.run();
  return ended.get();
}

}  // namespace kassabro::testing
