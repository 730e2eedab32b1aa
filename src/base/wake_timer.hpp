#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>
#include <memory>

#include "base/async.hpp"

namespace kassabro {

// One wait at a time, which may be ended early.
class Alarm {
 public:
  virtual ~Alarm() = default;
  virtual Async<void> wait(std::chrono::milliseconds time) = 0;
  // Ends the wait that is under way, if there is one.
  virtual void cancel() = 0;
};

// Where loops get their alarms from: the machine's steady clock, or an imitated time.
using Alarms = std::function<std::unique_ptr<Alarm>(boost::asio::io_context&)>;
std::unique_ptr<Alarm> steady_alarm(boost::asio::io_context& context);

// The pause of a loop that can be ended early. Copies are one and the same: a loop keeps its own, so that what is still
// queued on the context never touches an owner that has gone.
class WakeTimer {
 public:
  explicit WakeTimer(boost::asio::io_context& context, const Alarms& alarms = &steady_alarm)
      : state_(std::make_shared<State>(context, alarms(context))) {}

  // Waits for `time`, or less when woken since the last wait ended.
  Async<void> wait(std::chrono::milliseconds time);
  // From any thread.
  void wake();
  // Whatever has woken it until now will have been seen to.
  void forget() { state_->woken = false; }

 private:
  struct State {
    State(boost::asio::io_context& context_in, std::unique_ptr<Alarm> alarm_in)
        : context(context_in), alarm(std::move(alarm_in)) {}
    boost::asio::io_context& context;
    std::unique_ptr<Alarm> alarm;
    std::atomic<bool> woken = false;
  };
  std::shared_ptr<State> state_;
};

}  // namespace kassabro
