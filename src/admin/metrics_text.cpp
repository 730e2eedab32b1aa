#include "admin/metrics_text.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/sleep.hpp"
#include "observability/backlog_gauges.hpp"
#include "observability/job_gauges.hpp"

namespace kassabro::admin {
namespace {

double seconds_of(Timestamp at) { return static_cast<double>(to_epoch_ms(at)) / 1000; }

Async<std::string> job_metrics(app::JobReader& jobs) {
  std::vector<observability::JobGauges> gauges;
  for (const auto& job : co_await jobs.list(std::nullopt))
    gauges.push_back({job.account, job.kind, job.state == app::JobState::running, job.state == app::JobState::failed, job.done,
                      job.total.value_or(0), job.faults, seconds_of(job.updated_at)});
  co_return observability::to_metrics_text(gauges);
}

void add(observability::BacklogGauges& sum, const app::Backlog& backlog) {
  sum.deliveries += backlog.deliveries;
  sum.deliveries_parked += backlog.deliveries_parked;
  sum.order_fetches += backlog.order_fetches;
  if (!backlog.waiting_since) return;
  const auto since = seconds_of(*backlog.waiting_since);
  sum.waiting_since = sum.waiting_since > 0 ? std::min(sum.waiting_since, since) : since;
}

Async<std::string> backlog_metrics(app::ManageAccounts& accounts, app::OverviewReader& overview) {
  observability::BacklogGauges sum;
  for (const auto& account : co_await accounts.list()) {
    ++(account.status == app::AccountStatus::active ? sum.accounts_active : sum.accounts_refused);
    add(sum, co_await overview.read_backlog(account.id));
    co_await let_others_run();  // tills wait for the same thread
  }
  co_return observability::to_metrics_text(sum);
}

}  // namespace

Async<std::string> metrics_text(const UseCases& use_cases) {
  auto text = use_cases.metrics.text();
  try {
    const auto jobs = co_await job_metrics(use_cases.jobs);
    const auto backlog = co_await backlog_metrics(use_cases.accounts, use_cases.overview);
    text += jobs + backlog;
  } catch (const InfrastructureFailure&) {
    // What tells that the store is not there must not be missing for that.
  }
  co_return text;
}

}  // namespace kassabro::admin
