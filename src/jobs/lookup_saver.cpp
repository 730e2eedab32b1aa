#include "jobs/lookup_saver.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

namespace kassabro::jobs {

void LookupSaver::start() { ended_ = boost::asio::co_spawn(context_, run(), boost::asio::use_future); }

void LookupSaver::stop() {
  stopped_ = true;
  timer_.wake();
  if (ended_.valid()) ended_.wait_for(options_.stop_patience);
  ended_ = {};
}

Async<void> LookupSaver::run() {
  auto timer = timer_;
  while (!stopped_) {
    co_await timer.wait(options_.every);
    co_await save();
  }
  co_await save();  // what was noted meanwhile
}

Async<void> LookupSaver::save() {
  try {
    co_await lookups_.save();
  } catch (const std::exception&) {  // what comes after it is saved all the same
  }
}

}  // namespace kassabro::jobs
