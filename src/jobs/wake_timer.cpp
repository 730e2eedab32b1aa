#include "jobs/wake_timer.hpp"

#include <boost/asio/as_tuple.hpp>

namespace kassabro::jobs {

namespace asio = boost::asio;

Async<void> WakeTimer::wait(std::chrono::milliseconds time) {
  const auto state = state_;
  if (!state->woken) {
    state->timer.expires_after(time);
    co_await state->timer.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  state->woken = false;
}

void WakeTimer::wake() {
  if (state_->woken.exchange(true)) return;
  asio::post(state_->context, [state = state_] { state->timer.cancel(); });
}

}  // namespace kassabro::jobs
