#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/account.hpp"
#include "base/trace.hpp"

namespace kassabro::app {

// News that something has happened to an order. It names the order only: what the order is now must be fetched.
struct OrderEvent {
  std::string id;             // unique in the account; the same news may come several times
  std::string type;           // as the sender calls it
  std::int64_t eshop_id = 0;  // the e-shop of the order
  std::string order_id;       // "": this event concerns no order
  bool asks_for_receipt = false;  // somebody at the till wants the receipt sent
};

// What came in and waits to be worked on, as one transaction sees it (see app/tables.hpp).

class EventTable {
 public:
  virtual ~EventTable() = default;
  // False: an event of this id has come before.
  virtual bool add(AccountId account, const OrderEvent& event, Timestamp at) = 0;
};

class OrderFetchTable {
 public:
  virtual ~OrderFetchTable() = default;
  // The order is to be fetched, at once and with no attempts counted, whatever became of earlier requests. `trace`: of the call that
  // asks, if somebody has called.
  virtual void request(AccountId account, std::int64_t eshop_id, std::string_view order_id, Timestamp at,
                       const Trace& trace) = 0;
};

class QuarantineTable {
 public:
  virtual ~QuarantineTable() = default;
  // Something that came and could not be read, as it came, so that it can be looked at and is not lost.
  virtual void save(AccountId account, std::string_view source, std::string_view reason, std::string_view body,
                    Timestamp at) = 0;
};

}  // namespace kassabro::app
