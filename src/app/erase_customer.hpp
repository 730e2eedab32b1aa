#pragma once

#include "app/erasures.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

inline constexpr std::string_view erasures_kind = "erasures";  // of the job that does what cannot be done at once

// Erases a person: their rows at once and in one transaction with the certificate; the purchases stay without the person, since
// the books need them. What once came in and the marketing platform follow by a job (jobs/erase_traces.hpp).
class EraseCustomer {
 public:
  EraseCustomer(UnitOfWork& unit, const Clock& clock) : unit_(unit), clock_(clock) {}

  // Errors: not_found (field "customer").
  Async<Result<Erasure>> operator()(const Account& account, domain::ContactId contact, std::string author);

 private:
  UnitOfWork& unit_;
  const Clock& clock_;
};

}  // namespace kassabro::app
