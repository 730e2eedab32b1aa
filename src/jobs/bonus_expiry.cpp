#include "jobs/bonus_expiry.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace kassabro::jobs {

namespace asio = boost::asio;

BonusExpiry::BonusExpiry(asio::io_context& context, app::AccountReader& accounts, app::ExpireBonusChecks& expire,
                         std::chrono::milliseconds every)
    : context_(context), accounts_(accounts), expire_(expire), every_(every), timer_(context) {}

Async<std::size_t> BonusExpiry::run_once() {
  std::size_t count = 0;
  for (const auto& account : co_await accounts_.list()) {
    try {
      std::size_t closed = app::ExpireBonusChecks::contacts_max;
      while (closed == app::ExpireBonusChecks::contacts_max && !stopped_) {
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
  stopped_ = true;
  timer_.wake();
}

Async<void> BonusExpiry::run() {
  auto timer = timer_;
  while (!stopped_) {
    try {
      co_await run_once();
    } catch (const std::exception&) {  // the store is not to be had for the moment; the next hour tries again
    }
    if (!stopped_) co_await timer.wait(every_);
  }
}

}  // namespace kassabro::jobs
