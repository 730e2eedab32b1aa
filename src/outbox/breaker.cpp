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
  if (is_down()) return true;
  const auto found = accounts_.find(account);
  return found != accounts_.end() && found->second.failures >= options_.failures_max;
}

std::size_t Breaker::admit(app::AccountId account, Timestamp now, std::size_t usual) {
  if (is_down()) {
    const auto grace = failing_.contains(account) ? options_.first_wait : std::chrono::milliseconds(0);
    if (now < everybody_.until + grace) return 0;
    everybody_.until = now + options_.first_wait;
    everybody_.is_asking = true;
    return 1;
  }
  if (!is_open(account)) return usual;
  return now < accounts_.at(account).until ? 0 : 1;
}

void Breaker::note(app::AccountId account, const std::vector<app::Outcome>& outcomes, Timestamp now, double chance) {
  if (std::ranges::any_of(outcomes, is_answer)) return note_answer(account, now);
  const auto count = static_cast<std::size_t>(std::ranges::count_if(outcomes, is_failure));
  if (count == 0) return;
  auto& own = accounts_[account];
  own.failures += count;
  if (own.failures >= options_.failures_max) put_off(own, now, chance);
  everybody_.failures += count;
  failing_.insert(account);
  if (is_down()) put_off(everybody_, now, chance);
}

// Whoever waited while the platform was down has deliveries that were put off for it: each asks with one at once, and goes on
// as after an outage of its own.
void Breaker::note_answer(app::AccountId account, Timestamp now) {
  accounts_.erase(account);
  if (is_down())
    for (auto& [id, state] : accounts_) state = {.failures = options_.failures_max, .waits = state.waits, .until = now};
  everybody_ = {};
  failing_.clear();
}

// What was under way when it stopped fails as well, and says nothing new.
void Breaker::put_off(State& state, Timestamp now, double chance) const {
  if (now < state.until && !state.is_asking) return;
  state.until = now + backed_off(options_.first_wait, options_.wait_max, ++state.waits, chance);
  state.is_asking = false;
}

void Breaker::reset() {
  accounts_.clear();
  everybody_ = {};
  failing_.clear();
}

}  // namespace kassabro::outbox
