#pragma once

#include <set>
#include <unordered_map>
#include <vector>

#include "app/delivery.hpp"
#include "base/clock.hpp"

namespace kassabro::outbox {

// Stops asking a platform that does not answer (a circuit breaker): when so many deliveries of an account in a row have failed,
// nothing of it is tried for a while, then one as a probe; the first that is answered opens the way for all of the account's. When several
// accounts' have failed and nobody was answered in between, the platform itself is down: then one account at a time asks for all.
class Breaker {
 public:
  struct Options {
    std::size_t failures_max = 8;  // one delivery that always fails must not hold up the others
    std::size_t accounts_max = 3;  // nor an account whose every delivery fails the other accounts
    std::chrono::milliseconds first_wait{500};
    std::chrono::milliseconds wait_max{15'000};
  };

  explicit Breaker(Options options) : options_(options) {}

  // How many may be tried now, of as many as there usually are at once: all, one as a probe, or none. Who may probe for all
  // accounts has `first_wait` to do so, then the next may; one that has failed itself lets others go first for as long.
  std::size_t admit(app::AccountId account, Timestamp now, std::size_t usual);
  // Nothing is admitted of any account.
  bool is_shut(Timestamp now) const { return is_down() && now < everybody_.until; }
  // Nobody of the account's is answered.
  bool is_open(app::AccountId account) const;
  // `chance`: in [0, 1), so that not all accounts ask again at the same moment.
  void note(app::AccountId account, const std::vector<app::Outcome>& outcomes, Timestamp now, double chance);
  // Somebody says that the platform is there again.
  void reset();

 private:
  struct State {
    std::size_t failures = 0;  // in a row
    int waits = 0;  // since it stopped
    Timestamp until;
    bool is_asking = false;  // whether all may be tried again, before `until`
  };

  bool is_down() const { return everybody_.failures >= options_.failures_max && failing_.size() >= options_.accounts_max; }
  void note_answer(app::AccountId account, Timestamp now);
  void put_off(State& state, Timestamp now, double chance) const;

  Options options_;
  std::unordered_map<app::AccountId, State> accounts_;
  State everybody_;
  std::set<app::AccountId> failing_;  // since somebody was answered
};

}  // namespace kassabro::outbox
