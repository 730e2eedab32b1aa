#include "base/wake_timer.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>

namespace kassabro {

namespace asio = boost::asio;

namespace {

class SteadyAlarm final : public Alarm {
 public:
  explicit SteadyAlarm(asio::io_context& context) : timer_(context) {}
  Async<void> wait(std::chrono::milliseconds time) override {
    timer_.expires_after(time);
    co_await timer_.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  void cancel() override { timer_.cancel(); }

 private:
  asio::steady_timer timer_;
};

}  // namespace

std::unique_ptr<Alarm> steady_alarm(asio::io_context& context) { return std::make_unique<SteadyAlarm>(context); }

Async<void> WakeTimer::wait(std::chrono::milliseconds time) {
  const auto state = state_;
  if (!state->woken) co_await state->alarm->wait(time);
  state->woken = false;
}

void WakeTimer::wake() {
  if (state_->woken.exchange(true)) return;
  asio::post(state_->context, [state = state_] { state->alarm->cancel(); });
}

}  // namespace kassabro
