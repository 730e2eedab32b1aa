#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>

#include "app/sending_queue.hpp"

namespace kassabro::webhooks {

struct AttemptPolicy {
  // The schedule of standardwebhooks.com: after the first attempt, which is made at once, these waits. When the last is over, it has failed.
  std::array<std::chrono::seconds, 9> waits{std::chrono::seconds(5), std::chrono::minutes(5), std::chrono::minutes(30),
                                            std::chrono::hours(2),   std::chrono::hours(5),   std::chrono::hours(10),
                                            std::chrono::hours(14),  std::chrono::hours(20),  std::chrono::hours(24)};
  double jitter = 0.1;  // each wait is spread by so much of it to both sides
  std::chrono::hours failing_max{5 * 24};  // then the endpoint is disabled
  std::chrono::hours failures_apart_max{48};  // between two failures of one trouble; longer than the longest wait
};

// How the other side answered, or why it did not.
struct Answer {
  int status = 0;  // 0: no answer
  std::string fault;  // of no answer
  std::optional<std::chrono::milliseconds> retry_after;
};

bool is_success(const Answer& answer);
// In words; "" of a success.
std::string reason_of(const Answer& answer);

// For how long the endpoint asks to be left alone; absent: it does not.
std::optional<std::chrono::milliseconds> pause_asked_by(const Answer& answer);

// What becomes of the sending, without `tried`. `chance` in [0, 1).
app::SendingEnd plan_end(const AttemptPolicy& policy, app::SendingJob job, const Answer& answer, Timestamp now, double chance);

// How the endpoint is after some answers, in the order in which they came.
app::EndpointHealth health_after(const AttemptPolicy& policy, app::EndpointHealth health, bool has_succeeded, Timestamp now);

// Why it is to be disabled; absent: it is not.
std::optional<app::Disabled> disabling(const AttemptPolicy& policy, const app::EndpointHealth& health, const Answer& answer,
                                       Timestamp now);

}  // namespace kassabro::webhooks
