#include "jobs/receipt_upkeep.hpp"

namespace kassabro::jobs {

std::optional<std::string> ReceiptUpkeep::begins(const app::Account& account, const std::optional<app::Job>& last) const {
  if (clock_.now() - (last ? last->started_at : account.created_at) < options_.every) return std::nullopt;
  return "{}";
}

Async<StepEnd> ReceiptUpkeep::step(const app::Account& account, const app::Job& job) {
  auto forgotten = co_await links_.forget_old(account.id);
  co_await unit_.run(account.id, [&](app::Tables& tables) {
    forgotten += tables.receipt_requests.forget(account.id, clock_.now() - options_.requests_wait);
    tables.jobs.advance(account.id, job.kind, {.done = static_cast<std::int64_t>(forgotten)}, clock_.now());
    return true;
  });
  co_return StepEnd{StepEnd::Kind::finished, {}, {}};
}

}  // namespace kassabro::jobs
