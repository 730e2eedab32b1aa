#pragma once

#include "base/clock.hpp"
#include "sandbox/sitoo/crm_contacts.hpp"
#include "sandbox/sitoo/event_sender.hpp"
#include "sandbox/sitoo/exchange.hpp"
#include "sandbox/sitoo/redemption.hpp"

namespace kassabro::sandbox::sitoo {

// What became of the CRM's copy. `sent` false: the till keeps it and sends it again, or an event waits in Sitoo's queue.
struct CopyOutcome {
  bool sent = false;
  int status = 0;
  std::string message;
  bool is_event = false;  // SPI v2 has no copies: Sitoo tells of the order by an event, which waits in its queue
};

// {"sent","status","message","event"}
json::object to_json(const CopyOutcome& copy);

struct Sold {
  std::int64_t order_id = 0;
  std::string receipt_id, contact_id;
  int search_status = 200;  // of the search for the customer; 200 when none was needed
  CopyOutcome copy;
  Redemption redeemed;
};

struct Exchanged {
  Sold refund, sale;
};

// The point of sale: finds the customer, redeems, sells, and tells the CRM. A sale is made even when the CRM is down; only a
// bonus check or promotion that cannot be redeemed stops it.
class Till {
 public:
  Till(Books& books, CrmClient& client, const Clock& clock)
      : books_(books), client_(client), contacts_(books, client), clock_(clock) {}

  CrmContacts& contacts() { return contacts_; }

  // Redeems before the payment. When the sale cannot be completed after that, the redemption is undone.
  Async<Result<Sold>> sell(Sale sale);
  Async<Result<Sold>> refund(Refund refund);
  Async<Result<Exchanged>> exchange(Exchange exchange);
  // An open order is handed out and closed.
  Async<Result<Sold>> close(std::int64_t order_id);
  // A booking becomes an order, paid by `payment`; the booking is closed or cancelled.
  Async<Result<Sold>> convert(std::int64_t booking_id, std::string payment, OrderState booking_ends);

  // One pass over the copies that the CRM has not taken yet, oldest first. They stop at the first temporary failure; an answer
  // that will not change (400) lets the next one go first, and nothing is ever dropped.
  Async<void> send_copies_once();

 private:
  Async<FoundContact> customer_of(const Sale& sale);
  Async<Result<void>> redeem(Desk desk, std::string contact_id, const Redemption& redemption);
  Async<void> undo(Desk desk, std::string contact_id, const Redemption& redemption);
  // Of the order as it stands now: the event, and with SPI v1 the copy.
  Async<CopyOutcome> tell_crm(std::int64_t order_id, OrderEvent what);
  Async<CopyOutcome> send_copy(std::int64_t order_id, EventNoted noted);
  std::int64_t keep(Order order);
  Async<Sold> sold(std::int64_t order_id, OrderEvent what);

  Books& books_;
  CrmClient& client_;
  CrmContacts contacts_;
  const Clock& clock_;
};

}  // namespace kassabro::sandbox::sitoo
