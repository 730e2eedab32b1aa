#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/account.hpp"
#include "base/async.hpp"
#include "base/trace.hpp"

namespace kassabro::app {

enum class OrderFetchState {
  pending,  // to be fetched
  done,     // fetched after the last request for it
  parked,   // given up with a reason, until somebody replays it or a new event names the order
};

std::string_view to_text(OrderFetchState state);
std::optional<OrderFetchState> parse_order_fetch_state(std::string_view text);

// An order that is to be fetched from where it was made.
struct OrderFetch {
  AccountId account = 0;
  std::int64_t eshop_id = 0;
  std::string order_id;
  std::int64_t asked = 0;  // how often it was requested so far: tells whether another request came meanwhile
  int attempts = 0;        // tries since the last request that failed by themselves
  Trace trace = {};        // of the call that asked last; while it is fetched, with the span of the try
};

// One fetch after a try: what its row becomes.
struct OrderFetchSettlement {
  OrderFetch fetch;  // attempts as they are now
  OrderFetchState state = OrderFetchState::pending;
  Timestamp not_before;                // of pending
  std::string reason;                  // of pending and parked
  std::string quarantined = {};        // the order as it was read, when it cannot be understood; goes into the quarantine
};

// A row as people see it.
struct OrderFetchRow {
  OrderFetch fetch;
  OrderFetchState state = OrderFetchState::pending;
  Timestamp not_before;
  std::string reason;
  Timestamp created_at;
  Timestamp updated_at;
};

struct OrderFetchFilter {
  std::optional<AccountId> account;
  std::optional<OrderFetchState> state;
  std::size_t count_max = 100;
};

// The orders to be fetched, as their worker sees them; requests are made by use cases, in the transaction of what asked for
// them. Nothing is leased: taking changes nothing, the one worker of an account remembers what it has in hand, and an order
// that a dead process had in hand is simply fetched again.
class OrderFetchQueue {
 public:
  virtual ~OrderFetchQueue() = default;
  // Accounts that have a pending row which is due.
  virtual Async<std::vector<AccountId>> list_due_accounts(Timestamp now) = 0;
  // The row that is due longest and, if that one has never failed, others of its e-shop that have not either: a row that
  // failed goes alone, so that it cannot fail the others again.
  virtual Async<std::vector<OrderFetch>> take(AccountId account, Timestamp now, std::size_t count_max) = 0;
  // Changes nothing where another request came since the row was taken: it is fetched again.
  virtual Async<void> settle(std::vector<OrderFetchSettlement> settlements, Timestamp now) = 0;
  // The clock has been set back: what was put off by the clock of before is due at once. How many.
  virtual Async<std::size_t> forget_later_clock(Timestamp now) = 0;
  // The earliest time at which a pending row becomes due.
  virtual Async<std::optional<Timestamp>> next_due() = 0;

  // Newest change first.
  virtual Async<std::vector<OrderFetchRow>> list(OrderFetchFilter filter) = 0;
  // Requests again these orders of the account, whatever became of them. How many.
  virtual Async<std::size_t> replay(AccountId account, std::vector<std::string> order_ids, Timestamp now) = 0;
  // The same for all that are parked, of one account or of all.
  virtual Async<std::size_t> replay_parked(std::optional<AccountId> account, Timestamp now) = 0;
};

}  // namespace kassabro::app
