#pragma once

#include <array>
#include <chrono>

#include "app/order_fetch_queue.hpp"

namespace kassabro::jobs {

struct FetchPolicy {
  // An order that cannot be fetched for a reason of its own, and an account whose source does not answer.
  std::chrono::milliseconds first_wait{2'000};
  std::chrono::milliseconds wait_max{15 * 60'000};
  int attempts_max = 300;  // about three days at the longest wait; then parked
  // An event may be faster than the order it tells of. After the last of these waits, about a day, it counts as unknown.
  std::array<std::chrono::seconds, 9> unknown_waits{std::chrono::seconds(5), std::chrono::seconds(15), std::chrono::minutes(1),
                                                    std::chrono::minutes(5), std::chrono::minutes(15), std::chrono::hours(1),
                                                    std::chrono::hours(3),   std::chrono::hours(7),    std::chrono::hours(14)};
};

// What a fetch's row becomes after a try. `chance` in [0, 1) spreads waits over their upper half.

app::OrderFetchSettlement fetched(app::OrderFetch fetch, Timestamp now);
// The source does not know the order (yet).
app::OrderFetchSettlement unknown(const FetchPolicy& policy, app::OrderFetch fetch, Timestamp now, double chance);
// It failed by itself.
app::OrderFetchSettlement failed(const FetchPolicy& policy, app::OrderFetch fetch, std::string reason, Timestamp now,
                                 double chance);
// Not its fault: burns no attempt, and is due again as soon as its account may ask.
app::OrderFetchSettlement deferred(app::OrderFetch fetch, std::string reason, Timestamp now);
// It was read and cannot be understood; `text` goes into the quarantine.
app::OrderFetchSettlement rejected(app::OrderFetch fetch, std::string reason, std::string text, Timestamp now);

}  // namespace kassabro::jobs
