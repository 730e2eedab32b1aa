#pragma once

#include <spdlog/sinks/base_sink.h>

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>

namespace kassabro::observability {

// Where log lines wait until a thread of its own writes them, many at once: a till waits neither for a terminal nor for waking
// that thread, which costs more than the rest of a line. When nobody reads, new lines go, and a line tells how many went.
class LineBuffer final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit LineBuffer(int file, std::size_t bytes_max = 4 * 1024 * 1024);
  ~LineBuffer() override;  // writes what is left

 private:
  void sink_it_(const spdlog::details::log_msg& message) override;
  void flush_() override;  // does not wait either: asks the thread to hurry

  void run();
  std::string take();

  const int file_;
  const std::size_t bytes_max_;
  std::mutex waiting_mutex_;
  std::condition_variable wake_;
  std::string waiting_;
  std::size_t lost_ = 0;
  bool hurry_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace kassabro::observability
