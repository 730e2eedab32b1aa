#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/delivery.hpp"
#include "app/delivery_try.hpp"
#include "base/async.hpp"

namespace kassabro::app {

enum class DeliveryState { pending, leased, delivered, parked };

std::string_view to_text(DeliveryState state);
std::optional<DeliveryState> parse_delivery_state(std::string_view text);
std::string_view to_text(DeliveryKind kind);
std::optional<DeliveryKind> parse_delivery_kind(std::string_view text);

// One delivery after a try: what its row becomes.
struct Settlement {
  Delivery delivery;               // attempts and ambiguous as they are now
  DeliveryState state = DeliveryState::pending;
  Timestamp not_before;            // of pending
  std::string reason;              // of pending and parked
  std::optional<RemoteLink> link;  // learned on the way
  std::optional<DeliveryTry> noted = {};  // absent: the try is not worth a note
};

// A row as people see it.
struct DeliveryRow {
  Delivery delivery;
  DeliveryState state = DeliveryState::pending;
  Timestamp not_before;
  std::string reason;
  Timestamp created_at;
  Timestamp updated_at;
};

struct DeliveryFilter {
  std::optional<AccountId> account;
  std::optional<DeliveryState> state;
  std::size_t count_max = 100;
  std::vector<DeliveryId> ids = {};  // these only; empty: any
};

// What a search of the outbox wants; newest first.
struct DeliverySearch {
  std::optional<AccountId> account;
  std::optional<DeliveryState> state;
  std::optional<DeliveryKind> kind;
  std::optional<domain::ContactId> contact;  // with an account
  std::string order_id;                      // "": any
  std::string store;                         // id or name of the order's store; "": any
  std::string reason_part;                   // in any case of letters; "": any
  std::optional<Timestamp> from;             // made then or later
  std::optional<Timestamp> to;               // made before
  std::optional<DeliveryId> before;          // an earlier page's `next`
  std::size_t count_max = 100;
};

// A page looks at so many rows at most, so that no search holds up a till.
struct DeliveryPage {
  std::vector<DeliveryRow> rows;
  std::optional<DeliveryId> next;  // where to go on, even when `rows` is empty; absent: there is nothing more
};

// The outbox as its worker sees it. Rows are made by use cases, in the transaction of the change that they tell.
class DeliveryQueue {
 public:
  virtual ~DeliveryQueue() = default;
  // Accounts that have a pending row which is due.
  virtual Async<std::vector<AccountId>> list_due_accounts(Timestamp now) = 0;
  // Takes due rows, oldest first (if one is wanted, the least tried), at most one a contact and none whose contact has an earlier row waiting or leased.
  virtual Async<std::vector<Delivery>> lease(AccountId account, Timestamp now, Timestamp until, std::size_t count_max) = 0;
  virtual Async<void> settle(std::vector<Settlement> settlements, Timestamp now) = 0;
  // Leases that end before `ended_before` are pending again and due at once, and ambiguous: their holder may have sent them. So are
  // those that end later than any lease of now can: a clock made them that was ahead. How many.
  virtual Async<std::size_t> recover(Timestamp ended_before, Timestamp now) = 0;
  // The clock has been set back: what was put off by the clock of before is due at once. How many.
  virtual Async<std::size_t> forget_later_clock(Timestamp now) = 0;
  // The platform answers again: what waits because a try of it failed is due at once. How many.
  virtual Async<std::size_t> end_waits(AccountId account, Timestamp now) = 0;
  // The earliest time at which a pending row becomes due.
  virtual Async<std::optional<Timestamp>> next_due() = 0;

  virtual Async<std::vector<DeliveryRow>> list(DeliveryFilter filter) = 0;
  virtual Async<DeliveryPage> search(DeliverySearch search) = 0;
  // Oldest first.
  virtual Async<std::vector<DeliveryTry>> list_tries(AccountId account, DeliveryId id) = 0;
  // At most `count_max` tries that began before; how many.
  virtual Async<std::size_t> forget_tries(AccountId account, Timestamp before, std::size_t count_max) = 0;
  // Parked rows become pending at once, with no attempts counted; pending ones are due at once. How many.
  virtual Async<std::size_t> replay(AccountId account, std::vector<DeliveryId> ids, Timestamp now) = 0;
  // Pending rows are set aside until somebody replays them. How many.
  virtual Async<std::size_t> park(AccountId account, std::vector<DeliveryId> ids, std::string reason, Timestamp now) = 0;
};

}  // namespace kassabro::app
