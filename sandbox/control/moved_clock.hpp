#pragma once

#include <atomic>

#include "base/clock.hpp"

namespace kassabro::sandbox::control {

// The real time and what it was moved forward by; it never goes back but by a reset.
class MovedClock final : public Clock {
 public:
  Timestamp now() const override { return SystemClock().now() + moved_by(); }
  std::chrono::milliseconds moved_by() const { return std::chrono::milliseconds(moved_by_ms_); }
  void advance(std::chrono::milliseconds by) { moved_by_ms_ += by.count(); }
  void reset() { moved_by_ms_ = 0; }

 private:
  std::atomic<std::int64_t> moved_by_ms_ = 0;
};

}  // namespace kassabro::sandbox::control
