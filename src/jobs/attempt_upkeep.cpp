#include "jobs/attempt_upkeep.hpp"

namespace kassabro::jobs {

std::optional<std::string> AttemptUpkeep::begins(const app::Account& account, const std::optional<app::Job>& last) const {
  if (clock_.now() - (last ? last->started_at : account.created_at) < options_.every) return std::nullopt;
  return "{}";
}

Async<StepEnd> AttemptUpkeep::step(const app::Account& account, const app::Job& job) {
  const auto now = clock_.now();
  const auto tries = co_await queue_.forget_tries(account.id, now - options_.keep, options_.step_rows_max);
  const auto lookups = co_await lookups_.forget(account.id, now - options_.keep_lookups, options_.step_rows_max);
  co_await unit_.run(account.id, [&](app::Tables& tables) {
    tables.jobs.advance(account.id, job.kind, {.done = static_cast<std::int64_t>(tries + lookups)}, clock_.now());
    return true;
  });
  const bool is_over = tries < options_.step_rows_max && lookups < options_.step_rows_max;
  co_return StepEnd{is_over ? StepEnd::Kind::finished : StepEnd::Kind::more, {}, {}};
}

}  // namespace kassabro::jobs
