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
  static auto* all = new KeptContexts;  // for as long as any thread
  return *all;
}

// One of them, for as long as this lives; no task may be left on it then.
class KeptContext {
 public:
  KeptContext() = default;
  KeptContext(const KeptContext&) = delete;
  KeptContext& operator=(const KeptContext&) = delete;
  ~KeptContext() { kept_contexts().give_back(std::move(context_)); }

  boost::asio::io_context& operator*() { return *context_; }
  boost::asio::io_context* operator->() { return context_.get(); }

 private:
  KeptContexts::Context context_ = kept_contexts().take();
};

// Runs a coroutine to its end on a context of its own; what it throws reaches the test.
template <class T>
T run(Async<T> task) {
  KeptContext context;
  auto ended = boost::asio::co_spawn(*context, std::move(task), boost::asio::use_future);
  context->run();
  return ended.get();
}

}  // namespace kassabro::testing
