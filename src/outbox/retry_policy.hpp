#pragma once

#include <chrono>

#include "app/delivery_queue.hpp"

namespace kassabro::outbox {

struct RetryPolicy {
  std::chrono::milliseconds first_wait{2'000};
  std::chrono::milliseconds wait_max{15 * 60'000};
  int attempts_max = 300;                              // about three days at the longest wait; then parked
  std::chrono::milliseconds unauthorized_wait{10 * 60'000};  // until a refused key is tried again
};

// How long to wait after `attempts` failures: doubling, capped, and spread by `chance` in [0, 1) over the upper half, so that
// deliveries which failed together do not come back together.
std::chrono::milliseconds wait_after(const RetryPolicy& policy, int attempts, double chance);

// Does the platform answer anybody? While it does not, a failure says nothing of the delivery: its attempts count up to where the
// wait is longest, and it is not set aside, however long the platform is down.
enum class Platform { answers, is_down };

// What a delivery's row becomes after a try: the outcome is the policy.
app::Settlement plan_settlement(const RetryPolicy& policy, app::Delivery delivery, const app::Outcome& outcome, Timestamp now,
                                double chance, Platform platform = Platform::answers);

}  // namespace kassabro::outbox
