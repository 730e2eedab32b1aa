#pragma once

#include <array>
#include <mutex>
#include <unordered_map>

#include "app/account.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// How often the tills of one account may call: so many calls a second in the long run, and ten seconds' worth at once. It counts by
// account and not by address: all tills of a shop, or of many, may come from one. Thread-safe.
class CallLimit {
 public:
  // 0: no limit.
  explicit CallLimit(int calls_a_second) : rate_(calls_a_second) {}

  // Whether one more call is taken.
  bool take(AccountId account, Timestamp now);

 private:
  struct Bucket {
    double calls = 0;
    Timestamp at;
  };
  struct Shelf {
    std::mutex mutex;
    std::unordered_map<AccountId, Bucket> buckets;
  };
  static constexpr int burst_seconds = 10;

  double rate_;
  std::array<Shelf, 16> shelves_;  // so that threads seldom wait for each other
};

}  // namespace kassabro::app
