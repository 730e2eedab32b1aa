#pragma once

#include <cstdint>
#include <string>

namespace kassabro::observability {

// What waits, of all accounts.
struct BacklogGauges {
  std::int64_t deliveries = 0;         // apart from those that go only when there is nothing else
  double waiting_since = 0;            // when the oldest of them was written, seconds since 1970; 0: none waits
  std::int64_t deliveries_parked = 0;
  std::int64_t order_fetches = 0;
  std::int64_t accounts_active = 0;
  std::int64_t accounts_refused = 0;   // whose key Rule does not take
};

// For Prometheus. Made anew at each look, so every node tells the same: rules take the largest value, not the sum.
std::string to_metrics_text(const BacklogGauges& backlog);

}  // namespace kassabro::observability
