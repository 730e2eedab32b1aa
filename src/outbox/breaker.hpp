#pragma once

#include <unordered_map>
#include <vector>

#include "app/delivery.hpp"
#include "base/clock.hpp"

namespace kassabro::outbox {

// Stops asking a platform that does not answer (a circuit breaker for each account): when so many deliveries in a row have failed,
// nothing is tried for a while, then one as a probe. The first that is answered opens the way for all.
class Breaker {
 public:
  struct Options {
    std::size_t failures_max = 8;  // one delivery that always fails must not hold up the others
    std::chrono::milliseconds first_wait{500};
    std::chrono::milliseconds wait_max{15'000};
  };

  explicit Breaker(Options options) : options_(options) {}

  // How many may be tried now, of as many as there usually are at once: all, one as a probe, or none.
  std::size_t allowance(app::AccountId account, Timestamp now, std::size_t usual) const;
  // Nobody of the account's is answered.
  bool is_open(app::AccountId account) const;
  // `chance`: in [0, 1), so that not all accounts ask again at the same moment.
  void note(app::AccountId account, const std::vector<app::Outcome>& outcomes, Timestamp now, double chance);
  // Somebody says that the platform is there again.
  void reset() { states_.clear(); }

 private:
  struct State {
    std::size_t failures = 0;  // in a row
    int waits = 0;  // since it stopped
    Timestamp until;
  };

  Options options_;
  std::unordered_map<app::AccountId, State> states_;
};

}  // namespace kassabro::outbox
