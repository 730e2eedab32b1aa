#pragma once

#include "app/order_source.hpp"
#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

// How a step ends for which the till system had no answer: it waits ever longer, or until the time that the till system
// names; refused login details need a person.
class SourceWait {
 public:
  StepEnd end_of(const app::SourceError& error, Timestamp now);
  // It has answered.
  void clear() { *this = {}; }
  Timestamp until() const { return until_; }

 private:
  Timestamp until_;
  int failures_ = 0;
};

}  // namespace kassabro::jobs
