#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/account.hpp"
#include "base/async.hpp"
#include "domain/contact.hpp"
#include "domain/order.hpp"

namespace kassabro::app {

// An order of the past that the marketing platform is still to be told of. These do not stand in the outbox, where new sales
// would have to wait behind them.
struct PastOrder {
  domain::ContactId contact = 0;
  std::string order_id;
  Timestamp ordered_at;
  bool sending = false;  // a call that tells it was begun: it may have been carried out
  friend bool operator==(const PastOrder&, const PastOrder&) = default;
};

class HistoryTable {
 public:
  virtual ~HistoryTable() = default;
  virtual void add(AccountId account, const PastOrder& order) = 0;
  virtual void mark(AccountId account, const PastOrder& order) = 0;  // its member `sending`
  virtual void remove(AccountId account, const PastOrder& order) = 0;
};

class HistoryReader {
 public:
  virtual ~HistoryReader() = default;
  // The oldest order of each of at most `count_max` contacts whose ids are after `after`, by contact.
  virtual Async<std::vector<PastOrder>> list_round(AccountId account, domain::ContactId after, std::size_t count_max) = 0;
  // Never more than `count_max`.
  virtual Async<std::size_t> count(AccountId account, std::size_t count_max) = 0;
};

}  // namespace kassabro::app
