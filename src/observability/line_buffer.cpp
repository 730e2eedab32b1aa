#include "observability/line_buffer.hpp"

#include <unistd.h>

#include <cerrno>
#include <chrono>

namespace kassabro::observability {
namespace {

constexpr std::chrono::milliseconds interval{100};

// A reader that has gone away is no reason to stop serving.
void write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const auto size = ::write(file, text.data(), text.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(size));
  }
}

}  // namespace

LineBuffer::LineBuffer(int file, std::size_t bytes_max) : file_(file), bytes_max_(bytes_max), thread_([this] { run(); }) {}

LineBuffer::~LineBuffer() {
  {
    const std::scoped_lock lock(waiting_mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void LineBuffer::sink_it_(const spdlog::details::log_msg& message) {
  spdlog::memory_buf_t line;
  formatter_->format(message, line);
  const std::scoped_lock lock(waiting_mutex_);
  if (waiting_.size() + line.size() > bytes_max_)
    ++lost_;
  else
    waiting_.append(line.data(), line.size());
}

void LineBuffer::flush_() {
  {
    const std::scoped_lock lock(waiting_mutex_);
    hurry_ = true;
  }
  wake_.notify_one();
}

std::string LineBuffer::take() {
  std::string text;
  text.swap(waiting_);
  if (lost_ > 0) text += "log_lines_lost count=" + std::to_string(lost_) + "\n";
  lost_ = 0;
  hurry_ = false;
  return text;
}

void LineBuffer::run() {
  std::unique_lock lock(waiting_mutex_);
  bool last = false;
  while (!last) {
    wake_.wait_for(lock, interval, [this] { return stopping_ || hurry_; });
    last = stopping_;
    const auto text = take();
    lock.unlock();
    write_all(file_, text);
    lock.lock();
  }
}

}  // namespace kassabro::observability
