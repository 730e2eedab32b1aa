#pragma once

#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// Closes bonus checks whose last day is over, so that what is left of them no longer counts as left in Rule. A check that
// nobody closed yet cannot be used after its last day either.
class ExpireBonusChecks {
 public:
  static constexpr std::size_t contacts_max = 100;  // of one transaction, so that no till waits for it

  ExpireBonusChecks(UnitOfWork& unit, const Clock& clock) : unit_(unit), clock_(clock) {}

  // One step: up to `contacts_max` customers. How many customers had a check closed; fewer than the limit: it is done.
  Async<std::size_t> run_once(const Account& account);

 private:
  UnitOfWork& unit_;
  const Clock& clock_;
};

}  // namespace kassabro::app
