#include "app/control_jobs.hpp"

#include <algorithm>

namespace kassabro::app {

Result<Job> open_job(Tables& tables, AccountId account, std::string_view kind, std::string request, Timestamp now) {
  if (!tables.accounts.find(account)) return fail(not_found("account", "There is no account with this id."));
  const auto known = tables.jobs.find(account, kind);
  if (known && is_open(known->state))
    return fail(conflict("kind", "Such a job is " + std::string(to_text(known->state)) + " for this account already."));
  Job job;
  job.account = account;
  job.kind = kind;
  job.request = std::move(request);
  job.started_at = job.updated_at = now;
  tables.jobs.save(job);
  return job;
}

Async<Result<Job>> ControlJobs::start(AccountId account, std::string kind, std::string request) {
  const auto now = clock_.now();
  co_return co_await in_transaction<Job>(unit_, account,
                                         [&](Tables& tables) { return open_job(tables, account, kind, request, now); });
}

Async<Result<Job>> ControlJobs::pause(AccountId account, std::string kind) {
  return change(account, std::move(kind), {JobState::waiting, JobState::running}, JobState::paused);
}

Async<Result<Job>> ControlJobs::resume(AccountId account, std::string kind) {
  return change(account, std::move(kind), {JobState::paused, JobState::failed}, JobState::running);
}

Async<Result<Job>> ControlJobs::cancel(AccountId account, std::string kind) {
  return change(account, std::move(kind), {JobState::waiting, JobState::running, JobState::paused}, JobState::cancelled);
}

Async<Result<Job>> ControlJobs::change(AccountId account, std::string kind, std::vector<JobState> from, JobState to) {
  const auto now = clock_.now();
  co_return co_await in_transaction<Job>(unit_, account, [&](Tables& tables) -> Result<Job> {
    auto job = tables.jobs.find(account, kind);
    if (!job) return fail(not_found("kind", "This account has no such job."));
    if (job->state == to) return std::move(*job);
    if (std::ranges::find(from, job->state) == from.end())
      return fail(conflict("kind", "The job is " + std::string(to_text(job->state)) + "."));
    job->state = to;
    job->updated_at = now;
    job->finished_at = is_open(to) ? std::nullopt : std::optional(now);
    if (to == JobState::running) job->reason.clear();
    tables.jobs.save(*job);
    return std::move(*job);
  });
}

}  // namespace kassabro::app
