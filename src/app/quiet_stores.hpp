#pragma once

#include <string>
#include <vector>

#include "app/readers.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// A store of which nothing comes, at a time of the week at which it sells.
struct QuietStore {
  AccountId account = 0;
  std::string store;       // external id
  std::int64_t usual = 0;  // sales in the same hours of the weeks before: the fewest of them
  friend auto operator<=>(const QuietStore&, const QuietStore&) = default;
};

// Looks for tills that have fallen silent: a store that sold something in these hours of each of the last weeks and has sold nothing
// now. Nothing needs to be set up, and nights, Sundays and stores that are closed for good come by themselves; a public holiday does
// not. Only reads.
class QuietStores {
 public:
  struct Options {
    std::chrono::milliseconds silence{std::chrono::hours(2)};
    int weeks = 3;
    std::int64_t usual_min = 5;  // a store with fewer sales is quiet by chance
  };

  QuietStores(AccountReader& accounts, OrderReader& orders, const Clock& clock, Options options)
      : accounts_(accounts), orders_(orders), clock_(clock), options_(options) {}

  // Of all accounts, by account and store.
  Async<std::vector<QuietStore>> find();
  Async<std::vector<QuietStore>> find_of(AccountId account);

 private:
  AccountReader& accounts_;
  OrderReader& orders_;
  const Clock& clock_;
  Options options_;
};

}  // namespace kassabro::app
