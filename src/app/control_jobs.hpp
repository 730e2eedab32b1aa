#pragma once

#include "app/jobs.hpp"
#include "app/tables.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// Begins a job anew, in the transaction of what asks for it. Error `conflict`: one of this kind is open.
Result<Job> open_job(Tables& tables, AccountId account, std::string_view kind, std::string request, Timestamp now);

// What a person may do with the jobs of an account. The engine sees the new state before its next step.
class ControlJobs {
 public:
  ControlJobs(UnitOfWork& unit, const Clock& clock) : unit_(unit), clock_(clock) {}

  // Begins anew. Error `conflict`: one of this kind is open; it goes on as it was asked for.
  Async<Result<Job>> start(AccountId account, std::string kind, std::string request);
  // Errors: `not_found` when the account never had one, `conflict` when its state does not allow it.
  Async<Result<Job>> pause(AccountId account, std::string kind);
  Async<Result<Job>> resume(AccountId account, std::string kind);
  Async<Result<Job>> cancel(AccountId account, std::string kind);

 private:
  Async<Result<Job>> change(AccountId account, std::string kind, std::vector<JobState> from, JobState to);

  UnitOfWork& unit_;
  const Clock& clock_;
};

}  // namespace kassabro::app
