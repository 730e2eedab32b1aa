#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <future>

#include "app/lookup_log.hpp"
#include "base/wake_timer.hpp"

namespace kassabro::jobs {

// Saves, every few seconds and at the stop, whom tills were shown. Each node does: what is noted is in its own memory. Lives on one
// io_context that one thread runs.
class LookupSaver {
 public:
  struct Options {
    std::chrono::milliseconds every{5'000};
    std::chrono::milliseconds stop_patience{2'000};  // a store that does not answer holds up no stop
    Alarms alarms = &steady_alarm;
  };

  LookupSaver(boost::asio::io_context& context, app::LookupLog& lookups, Options options)
      : context_(context), lookups_(lookups), options_(std::move(options)), timer_(context, options_.alarms) {}

  void start();
  // From another thread, while the context runs: waits until all is saved.
  void stop();

 private:
  Async<void> run();
  Async<void> save();

  boost::asio::io_context& context_;
  app::LookupLog& lookups_;
  Options options_;
  WakeTimer timer_;
  std::future<void> ended_;
  std::atomic<bool> stopped_ = false;
};

}  // namespace kassabro::jobs
