#pragma once

#include <optional>

#include "app/order_archive.hpp"
#include "app/tables.hpp"

namespace kassabro::app {

// What came of some orders of the past.
struct AcceptedHistory {
  std::int64_t to_tell = 0;  // stored now; the platform is to be told
  std::int64_t nobodys = 0;  // stored now; who has bought them is not known
  std::int64_t known = 0;    // stored before
  std::int64_t open = 0;     // not completed, or not when they came before: left to the order's own fetch
  std::int64_t faults = 0;   // could not be read; in the quarantine
};

// An order as it was read: either the order or what is wrong with it.
struct ReadOrder {
  SourceOrder source;
  Result<domain::Order> order;
};

// Takes completed orders over that were made before the shop was connected: they count among the customer's purchases and are
// told to the marketing platform without starting any flow. Bonus checks are left alone: what an old order used of them is
// in what is left already. In the transaction of the caller, who keeps how far it has come.
AcceptedHistory accept_history(Tables& tables, const Account& account, const std::vector<ReadOrder>& orders, Timestamp now);

}  // namespace kassabro::app
