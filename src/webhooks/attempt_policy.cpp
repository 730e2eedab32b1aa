#include "webhooks/attempt_policy.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kassabro::webhooks {
namespace {

using app::SendingState;

constexpr int too_many_requests = 429;
constexpr int unavailable = 503;
constexpr int gone = 410;
constexpr int classes = 100;

std::chrono::milliseconds spread(std::chrono::seconds wait, double jitter, double chance) {
  const auto share = 1.0 - jitter + 2.0 * jitter * chance;
  return std::chrono::duration_cast<std::chrono::milliseconds>(wait * share);
}

}  // namespace

bool is_success(const Answer& answer) { return answer.status / classes == 2; }

std::string reason_of(const Answer& answer) {
  if (is_success(answer)) return {};
  if (answer.status == 0) return answer.fault;
  if (answer.status / classes == 3) return fmt::format("It answered {}; redirects are not followed.", answer.status);
  if (answer.status == gone) return "It answered 410: the endpoint is gone.";
  return fmt::format("It answered {}.", answer.status);
}

std::optional<std::chrono::milliseconds> pause_asked_by(const Answer& answer) {
  if (answer.status != too_many_requests && answer.status != unavailable) return std::nullopt;
  return answer.retry_after;
}

app::SendingEnd plan_end(const AttemptPolicy& policy, app::SendingJob job, const Answer& answer, Timestamp now, double chance) {
  app::SendingEnd end;
  end.attempts = job.attempts + 1;
  end.job = std::move(job);
  end.status = answer.status;
  end.reason = reason_of(answer);
  end.not_before = now;
  const auto failures = static_cast<std::size_t>(end.attempts);
  if (is_success(answer)) {
    end.state = SendingState::delivered;
  } else if (answer.status == gone || failures > policy.waits.size()) {
    end.state = SendingState::failed;
  } else {
    end.not_before = now + spread(policy.waits.at(failures - 1), policy.jitter, chance);
    if (const auto wait = pause_asked_by(answer)) end.not_before = std::max(end.not_before, now + *wait);
  }
  return end;
}

app::EndpointHealth health_after(const AttemptPolicy& policy, app::EndpointHealth health, bool has_succeeded, Timestamp now) {
  if (has_succeeded) {
    health.failing_since.reset();
    health.last_success_at = now;
    return health;
  }
  // What failed long ago, and was asked for nothing since, is another trouble.
  const bool goes_on =
      health.failing_since && health.last_failure_at && now - *health.last_failure_at <= policy.failures_apart_max;
  if (!goes_on) health.failing_since = now;
  health.last_failure_at = now;
  return health;
}

std::optional<app::Disabled> disabling(const AttemptPolicy& policy, const app::EndpointHealth& health, const Answer& answer,
                                       Timestamp now) {
  if (answer.status == gone) return app::Disabled::gone;
  if (health.failing_since && now - *health.failing_since >= policy.failing_max) return app::Disabled::failing;
  return std::nullopt;
}

}  // namespace kassabro::webhooks
