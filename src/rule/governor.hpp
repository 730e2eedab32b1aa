#pragma once

#include <deque>
#include <optional>

#include "base/clock_watch.hpp"

namespace kassabro::rule {

enum class CallClass {
  look_up,     // a till waits
  delivery,    // what must arrive
  background,  // refreshing, mirroring, back-fill: may wait
};

// What one answer tells of our standing with Rule. Header values are absent where Rule did not send them (v2 never does).
struct CallReport {
  bool error = false;                  // any 4xx or 5xx: Rule counts them all, a 404 look-up too
  std::optional<double> error_percent;         // X-ErrorPercent-Current
  std::optional<double> error_percent_limit;   // X-ErrorPercent-Limit
  std::optional<double> requests;              // RequestsCount-Current
  std::optional<double> requests_allowed;      // RequestsCount-Allowed
  std::optional<Timestamp> blocked_until;      // 429: not before
};

struct Admission {
  enum class Kind {
    go,    // counts as running until `finish`
    wait,  // not before `until`
    full,  // as many calls as may be are running: when one of this class ends
  };
  Kind kind = Kind::go;
  Timestamp until;
};

// Keeps one account below Rule's limits (D6): Rule blocks an account whose error share passes 49 %. Above 60 % of a limit
// background work stops, above 80 % look-ups too; deliveries are spaced out but always go on. Not synchronised.
class Governor {
 public:
  Admission admit(CallClass call_class, Timestamp now);
  // Of a call that was admitted. `report` is absent when no answer came: Rule may not have seen it.
  void finish(CallClass call_class, const std::optional<CallReport>& report, Timestamp now);

  // Do as many calls of this class run as may?
  bool is_full(CallClass call_class) const;

  // The largest share of a limit that is used up, 0.0 and up.
  double load(Timestamp now);

 private:
  struct Reading {
    double load = 0;
    Timestamp at;
  };
  struct Past {
    Timestamp at;
    bool error;
  };

  void note_time(Timestamp now);
  void take_headers(const CallReport& report, Timestamp now);
  double own_load(Timestamp now);
  int& running(CallClass call_class) { return call_class == CallClass::look_up ? look_ups_running_ : deliveries_running_; }

  std::deque<Past> past_;
  int errors_ = 0;  // in past_
  std::optional<Reading> told_;
  double limit_percent_ = 49;
  Timestamp blocked_until_;
  Timestamp next_delivery_;
  ClockWatch watch_;
  int look_ups_running_ = 0;
  int deliveries_running_ = 0;  // and background work
};

}  // namespace kassabro::rule
