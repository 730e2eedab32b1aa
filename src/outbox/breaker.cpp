#include "outbox/breaker.hpp"

#include <algorithm>

#include "base/backoff.hpp"

namespace kassabro::outbox {
namespace {

bool is_failure(const app::Outcome& outcome) { return std::holds_alternative<app::Retry>(outcome); }

bool is_answer(const app::Outcome& outcome) {
  return std::holds_alternative<app::Delivered>(outcome) || std::holds_alternative<app::Rejected>(outcome);
}

}  // namespace

bool Breaker::is_open(app::AccountId account) const {
  const auto found = states_.find(account);
  return found != states_.end() && found->second.failures >= options_.failures_max;
}

std::size_t Breaker::allowance(app::AccountId account, Timestamp now, std::size_t usual) const {
  if (!is_open(account)) return usual;
  return now < states_.at(account).until ? 0 : 1;
}

void Breaker::note(app::AccountId account, const std::vector<app::Outcome>& outcomes, Timestamp now, double chance) {
  if (std::ranges::any_of(outcomes, is_answer)) {
    states_.erase(account);
    return;
  }
  const auto failures = static_cast<std::size_t>(std::ranges::count_if(outcomes, is_failure));
  if (failures == 0) return;
  auto& state = states_[account];
  state.failures += failures;
  if (state.failures >= options_.failures_max)
    state.until = now + backed_off(options_.first_wait, options_.wait_max, ++state.waits, chance);
}

}  // namespace kassabro::outbox
