#include "jobs/bonus_expiry.hpp"

namespace kassabro::jobs {

std::optional<std::string> BonusExpiry::begins(const app::Account&, const std::optional<app::Job>& last) const {
  if (last && clock_.now() - last->started_at < every_) return std::nullopt;
  return "{}";
}

// What a step has closed is closed also when a kill leaves it uncounted.
Async<StepEnd> BonusExpiry::step(const app::Account& account, const app::Job& job) {
  const auto closed = co_await expire_.run_once(account);
  if (closed > 0)
    co_await unit_.run(account.id, [&](app::Tables& tables) {
      tables.jobs.advance(job.account, job.kind, {.done = static_cast<std::int64_t>(closed)}, clock_.now());
      return true;
    });
  co_return StepEnd{closed == app::ExpireBonusChecks::contacts_max ? StepEnd::Kind::more : StepEnd::Kind::finished, {}, {}};
}

}  // namespace kassabro::jobs
