#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>

#include "base/async.hpp"

namespace kassabro::jobs {

// The pause of a loop that can be ended early. Copies are one and the same: a loop keeps its own, so that what is still
// queued on the context never touches an owner that has gone.
class WakeTimer {
 public:
  explicit WakeTimer(boost::asio::io_context& context) : state_(std::make_shared<State>(context)) {}

  // Waits for `time`, or less when woken since the last wait began.
  Async<void> wait(std::chrono::milliseconds time);
  // From any thread.
  void wake();

 private:
  struct State {
    explicit State(boost::asio::io_context& context_in) : context(context_in), timer(context_in) {}
    boost::asio::io_context& context;
    boost::asio::steady_timer timer;
    std::atomic<bool> woken = false;
  };
  std::shared_ptr<State> state_;
};

}  // namespace kassabro::jobs
