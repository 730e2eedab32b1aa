#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "app/account.hpp"
#include "base/async.hpp"
#include "base/time_text.hpp"

namespace kassabro::app {

// One hour of the last day.
struct OverviewHour {
  Timestamp at;                 // its beginning
  std::int64_t received = 0;    // bodies of orders and of events
  std::int64_t delivered = 0;   // deliveries that came to their end in it
  std::int64_t parked = 0;
};

// One day of the last month.
struct OverviewDay {
  Date date;
  std::int64_t received = 0;
  std::int64_t delivered = 0;
  std::int64_t parked = 0;
};

// How it goes, in a few numbers.
struct Overview {
  std::int64_t pending = 0;
  std::int64_t leased = 0;
  std::int64_t parked = 0;
  std::vector<OverviewHour> hours;  // the last 24, oldest first
  // From enqueued to delivered, of the latest deliveries. Absent: there are none.
  std::optional<std::chrono::milliseconds> delay_p50;
  std::optional<std::chrono::milliseconds> delay_p99;
  std::optional<Timestamp> a_customer;  // when one of its customers came; absent: there is none yet
  std::optional<Timestamp> an_order;
};

// What an account has not brought to an end.
struct Backlog {
  std::int64_t deliveries = 0;  // that wait for Rule; not those that go only when there is nothing else, as changes by a file
  std::optional<Timestamp> waiting_since;  // when the oldest of them was written
  std::int64_t deliveries_parked = 0;
  std::int64_t order_fetches = 0;  // orders that wait to be fetched from Sitoo
};

class OverviewReader {
 public:
  virtual ~OverviewReader() = default;
  virtual Async<Backlog> read_backlog(AccountId account) = 0;
  virtual Async<Overview> read(AccountId account, Timestamp now) = 0;
  // The last 30 days of this time zone, oldest first. Looks at all that was made in them.
  virtual Async<std::vector<OverviewDay>> read_days(AccountId account, std::string zone, Timestamp now) = 0;
};

// When the tills of an account have called for the first time since the start. Thread-safe; for the page that waits for it.
class FirstCalls {
 public:
  // On the path of every search: of the account that has called last there is nothing to note.
  void note(AccountId account, const Clock& clock) {
    if (last_.load(std::memory_order_relaxed) == account) return;
    const std::scoped_lock lock(mutex_);
    if (!at_.contains(account)) at_.emplace(account, clock.now());
    last_.store(account, std::memory_order_relaxed);
  }
  std::optional<Timestamp> find(AccountId account) {
    const std::scoped_lock lock(mutex_);
    const auto found = at_.find(account);
    return found == at_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::atomic<AccountId> last_ = 0;
  std::mutex mutex_;
  std::unordered_map<AccountId, Timestamp> at_;
};

}  // namespace kassabro::app
