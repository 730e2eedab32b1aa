#include "jobs/bonus_expiry.hpp"

#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace kassabro::jobs {

namespace asio = boost::asio;

// Outlives its owner in handlers that are still queued.
struct BonusExpiry::Timer {
  explicit Timer(asio::io_context& context) : timer(context) {}
  asio::steady_timer timer;
  std::atomic<bool> stopped = false;
};

BonusExpiry::BonusExpiry(asio::io_context& context, app::AccountReader& accounts, app::ExpireBonusChecks& expire,
                         std::chrono::milliseconds every)
    : context_(context), accounts_(accounts), expire_(expire), every_(every), timer_(std::make_shared<Timer>(context)) {}

Async<std::size_t> BonusExpiry::run_once() {
  std::size_t count = 0;
  for (const auto& account : co_await accounts_.list()) {
    try {
      std::size_t closed = app::ExpireBonusChecks::contacts_max;
      while (closed == app::ExpireBonusChecks::contacts_max && !timer_->stopped) {
        closed = co_await expire_.run_once(account);
        count += closed;
      }
    } catch (const std::exception&) {  // one account's trouble stops no other; the next hour tries again
    }
  }
  co_return count;
}

void BonusExpiry::start() { asio::co_spawn(context_, run(), asio::detached); }

void BonusExpiry::stop() {
  timer_->stopped = true;
  asio::post(context_, [timer = timer_] { timer->timer.cancel(); });
}

Async<void> BonusExpiry::run() {
  const auto timer = timer_;
  while (!timer->stopped) {
    try {
      co_await run_once();
    } catch (const std::exception&) {  // the store is not to be had for the moment; the next hour tries again
    }
    timer->timer.expires_after(every_);
    co_await timer->timer.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

}  // namespace kassabro::jobs
