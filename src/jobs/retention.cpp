#include "jobs/retention.hpp"

#include <array>

namespace kassabro::jobs {

using app::KeptKind;

std::optional<std::string> Retention::begins(const app::Account& account, const std::optional<app::Job>& last) const {
  if (clock_.now() - (last ? last->started_at : account.created_at) < options_.every) return std::nullopt;
  return "{}";
}

// A batch of the first kind of which something is too old.
Async<StepEnd> Retention::step(const app::Account& account, const app::Job& job) {
  const std::array kept{
      std::pair{KeptKind::inbox, options_.inbox},           std::pair{KeptKind::quarantine, options_.quarantine},
      std::pair{KeptKind::imports, options_.imports},       std::pair{KeptKind::order_fetches, options_.order_fetches},
      std::pair{KeptKind::deliveries, options_.deliveries}, std::pair{KeptKind::unregistered, options_.unregistered}};
  for (const auto& [kind, time] : kept) {
    if (time.count() == 0) continue;
    const auto rows = co_await store_.remove(account.id, kind, clock_.now() - time, options_.step_rows_max);
    if (rows == 0) continue;
    if (on_removed_) on_removed_(kind, rows);
    co_await unit_.run(account.id, [&](app::Tables& tables) {
      tables.jobs.advance(account.id, job.kind, {.done = static_cast<std::int64_t>(rows)}, clock_.now());
      return true;
    });
    co_return StepEnd{StepEnd::Kind::more, {}, {}};
  }
  co_return StepEnd{StepEnd::Kind::finished, {}, {}};
}

}  // namespace kassabro::jobs
