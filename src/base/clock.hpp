#pragma once

#include <chrono>

namespace kassabro {

// UTC, in whole milliseconds since 1970.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

inline std::int64_t to_epoch_ms(Timestamp at) { return at.time_since_epoch().count(); }
inline Timestamp from_epoch_ms(std::int64_t ms) { return Timestamp(std::chrono::milliseconds(ms)); }

// Where the program takes its time from, so that tests can set it.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Timestamp now() const override {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
};

class ManualClock final : public Clock {
 public:
  explicit ManualClock(Timestamp start) : now_(start) {}
  Timestamp now() const override { return now_; }
  void set(Timestamp at) { now_ = at; }
  void advance(std::chrono::milliseconds by) { now_ += by; }

 private:
  Timestamp now_;
};

}  // namespace kassabro
