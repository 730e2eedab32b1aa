#include "jobs/attempt_upkeep.hpp"

#include <algorithm>

namespace kassabro::jobs {

std::optional<std::string> AttemptUpkeep::begins(const app::Account& account, const std::optional<app::Job>& last) const {
  if (parts_.clock.now() - (last ? last->started_at : account.created_at) < options_.every) return std::nullopt;
  return "{}";
}

Async<StepEnd> AttemptUpkeep::step(const app::Account& account, const app::Job& job) {
  const auto now = parts_.clock.now();
  const auto rows_max = options_.step_rows_max;
  const auto tries = co_await parts_.queue.forget_tries(account.id, now - options_.keep, rows_max);
  const auto lookups = co_await parts_.lookups.forget(account.id, now - options_.keep_lookups, rows_max);
  const auto messages = co_await parts_.messages.forget_messages(account.id, now - options_.keep_messages, rows_max);
  co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
    tables.jobs.advance(account.id, job.kind, {.done = static_cast<std::int64_t>(tries + lookups + messages)},
                        parts_.clock.now());
    return true;
  });
  const bool is_over = std::max({tries, lookups, messages}) < rows_max;
  co_return StepEnd{is_over ? StepEnd::Kind::finished : StepEnd::Kind::more, {}, {}};
}

}  // namespace kassabro::jobs
