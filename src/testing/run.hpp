#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <memory>
#include <mutex>
#include <vector>

#include "base/async.hpp"

namespace kassabro::testing {

// Contexts that go on to the next task: whoever has completed one, a store's writer perhaps, may still be waking its context when the task
// has ended.
class KeptContexts {
 public:
  using Context = std::unique_ptr<boost::asio::io_context>;

  Context take() {
    const std::scoped_lock lock(mutex_);
    if (kept_.empty()) return std::make_unique<boost::asio::io_context>();
    auto context = std::move(kept_.back());
    kept_.pop_back();
    context->restart();
    return context;
  }
  void give_back(Context context) {
    const std::scoped_lock lock(mutex_);
    kept_.push_back(std::move(context));
  }

 private:
  std::mutex mutex_;
  std::vector<Context> kept_;
};

inline KeptContexts& kept_contexts() {
  static KeptContexts all;
  return all;
}

// Runs a coroutine to its end on a context of its own; what it throws reaches the test.
template <class T>
T run(Async<T> task) {
  auto context = kept_contexts().take();
  auto ended = boost::asio::co_spawn(*context, std::move(task), boost::asio::use_future);
  context->run();
  kept_contexts().give_back(std::move(context));
  return ended.get();
}

}  // namespace kassabro::testing
