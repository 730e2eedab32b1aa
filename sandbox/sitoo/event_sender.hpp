#pragma once

#include "base/clock.hpp"
#include "sandbox/sitoo/books.hpp"
#include "sandbox/sitoo/crm_client.hpp"

namespace kassabro::sandbox::sitoo {

enum class OrderEvent { add, update, email_receipt };
enum class StateChanged { no, yes };
enum class EventNoted { no, yes };  // yes: it is in Sitoo's queue

// Puts what happened to an order into Sitoo's queue, when a subscriber is set; sales by SPI v1 only with the switch
// events_for_v1. The caller holds the books' mutex.
EventNoted note_event(Books& books, const Order& order, OrderEvent what, StateChanged state, Timestamp now);

// Sitoo's side of the events SPI: POSTs the head of the queue, one batch at a time (SPI contract, C.1).
class EventSender {
 public:
  EventSender(Books& books, CrmClient& client, const Clock& clock) : books_(books), client_(client), clock_(clock) {}

  // True: more are waiting and may be sent at once.
  Async<bool> send_once();

 private:
  Books& books_;
  CrmClient& client_;
  const Clock& clock_;
};

}  // namespace kassabro::sandbox::sitoo
