#include "outbox/retry_policy.hpp"

#include <algorithm>

#include "base/backoff.hpp"

namespace kassabro::outbox {
namespace {

using app::Delivery;
using app::DeliveryState;
using app::Settlement;

Settlement pending(Delivery delivery, Timestamp not_before, std::string reason) {
  Settlement settlement;
  settlement.delivery = std::move(delivery);
  settlement.state = DeliveryState::pending;
  settlement.not_before = not_before;
  settlement.reason = std::move(reason);
  return settlement;
}

// After so many the wait is the longest.
constexpr int attempts_of_outage_max = 10;

struct Planner {
  const RetryPolicy& policy;
  Delivery delivery;
  Timestamp now;
  double chance;
  Platform platform;

  Settlement operator()(const app::Delivered& outcome) const {
    auto settlement = ended(DeliveryState::delivered, "");
    settlement.link = outcome.link;
    return settlement;
  }
  Settlement operator()(const app::Deferred& outcome) const {
    return pending(delivery, std::max(outcome.not_before, now + policy.first_wait / 2), outcome.reason);
  }
  Settlement operator()(const app::Retry& outcome) const {
    auto tried = attempted();
    tried.ambiguous = tried.ambiguous || outcome.ambiguous;
    const bool is_down = platform == Platform::is_down;
    if (is_down && tried.attempts > attempts_of_outage_max) tried.attempts = delivery.attempts;
    if (is_down || tried.attempts < policy.attempts_max)
      return pending(tried, now + wait_after(policy, tried.attempts, chance), outcome.reason);
    auto settlement = ended(DeliveryState::parked, outcome.reason);
    settlement.delivery.ambiguous = tried.ambiguous;
    return settlement;
  }
  Settlement operator()(const app::Rejected& outcome) const {
    auto settlement = ended(DeliveryState::parked, outcome.reason);
    if (outcome.forgets_doubt) settlement.delivery.ambiguous = false;
    return settlement;
  }
  Settlement operator()(const app::Unauthorized& outcome) const {
    return pending(delivery, now + policy.unauthorized_wait, outcome.reason);
  }

  Delivery attempted() const {
    auto tried = delivery;
    ++tried.attempts;
    return tried;
  }
  Settlement ended(DeliveryState state, std::string reason) const {
    auto settlement = pending(attempted(), now, std::move(reason));
    settlement.state = state;
    return settlement;
  }
};

}  // namespace

std::chrono::milliseconds wait_after(const RetryPolicy& policy, int attempts, double chance) {
  return backed_off(policy.first_wait, policy.wait_max, attempts, chance);
}

Settlement plan_settlement(const RetryPolicy& policy, Delivery delivery, const app::Outcome& outcome, Timestamp now,
                           double chance, Platform platform) {
  return std::visit(Planner{policy, std::move(delivery), now, chance, platform}, outcome);
}

}  // namespace kassabro::outbox
