#pragma once

#include <string>
#include <vector>

#include "app/readers.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// A till, or with all its tills a store, from which nothing comes at a time of the week at which it sells.
struct QuietTill {
  AccountId account = 0;
  Till till;               // without a register: the whole store
  std::int64_t usual = 0;  // sales in the same hours of the weeks before: the fewest of them
  friend auto operator<=>(const QuietTill&, const QuietTill&) = default;
};

// Looks for tills that have fallen silent: one that sold something in these hours of each of the last weeks and has sold nothing
// now. Nothing needs to be set up, and nights, Sundays and stores that are closed for good come by themselves; a public holiday does
// not. Of a store that is quiet as a whole its tills are not named. Only reads.
class QuietTills {
 public:
  struct Options {
    std::chrono::milliseconds silence{std::chrono::hours(2)};
    int weeks = 3;
    std::int64_t usual_min = 5;  // who sells less is quiet by chance
  };

  QuietTills(AccountReader& accounts, OrderReader& orders, const Clock& clock, Options options)
      : accounts_(accounts), orders_(orders), clock_(clock), options_(options) {}

  // Of all accounts, by account, store and register. Between two accounts others have their turn.
  Async<std::vector<QuietTill>> find();
  Async<std::vector<QuietTill>> find_of(AccountId account);

 private:
  AccountReader& accounts_;
  OrderReader& orders_;
  const Clock& clock_;
  Options options_;
};

}  // namespace kassabro::app
