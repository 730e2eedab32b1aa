#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "base/async.hpp"

namespace kassabro::main {

// Of the whole process: the thread that completed a task, a store's perhaps, may still be waking it when the task has ended.
inline boost::asio::io_context& command_context() {
  static boost::asio::io_context context;
  return context;
}

// Runs a coroutine to its end on this thread; for commands, where nothing else runs.
template <class T>
T run_now(Async<T> task) {
  auto& context = command_context();
  context.restart();
  auto ended = boost::asio::co_spawn(context, std::move(task), boost::asio::use_future);
  context.run();
  return ended.get();
}

}  // namespace kassabro::main
