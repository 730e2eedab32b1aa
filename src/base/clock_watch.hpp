#pragma once

#include "base/clock.hpp"

namespace kassabro {

// Tells that somebody has set the wall clock. Whoever waits until a time of the wall clock would wait for the clock of before.
class ClockWatch {
 public:
  static constexpr std::chrono::seconds slack{5};    // set back by less is waited for
  static constexpr std::chrono::minutes longest{
      1};  // more between two looks is no delay, but a clock that was set, or a machine that slept

  bool is_set_back(Timestamp now) const { return is_before(now, latest_); }
  // Back or on.
  bool is_set(Timestamp now) const { return latest_ != Timestamp{} && (is_set_back(now) || now > latest_ + longest); }
  void note(Timestamp now) { latest_ = now; }
  // Both at once.
  bool notes_set_back(Timestamp now) {
    const bool is_back = is_set_back(now);
    note(now);
    return is_back;
  }
  // `now` is read after `then`, and shows an earlier time.
  static bool is_before(Timestamp now, Timestamp then) { return now + slack < then; }

 private:
  Timestamp latest_;
};

}  // namespace kassabro
