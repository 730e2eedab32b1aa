#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <chrono>

#include "app/expire_bonus_checks.hpp"
#include "app/readers.hpp"
#include "jobs/wake_timer.hpp"

namespace kassabro::jobs {

// Closes bonus checks whose last day is over, once an hour, of every account.
class BonusExpiry {
 public:
  BonusExpiry(boost::asio::io_context& context, app::AccountReader& accounts, app::ExpireBonusChecks& expire,
              std::chrono::milliseconds every = std::chrono::hours(1));

  // All accounts to the end; how many customers had a check closed.
  Async<std::size_t> run_once();

  void start();
  void stop();  // from any thread

 private:
  Async<void> run();

  boost::asio::io_context& context_;
  app::AccountReader& accounts_;
  app::ExpireBonusChecks& expire_;
  std::chrono::milliseconds every_;
  WakeTimer timer_;
  std::atomic<bool> stopped_ = false;
};

}  // namespace kassabro::jobs
