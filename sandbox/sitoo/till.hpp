#pragma once

#include <atomic>

#include "base/clock.hpp"
#include "sandbox/sitoo/crm_contacts.hpp"
#include "sandbox/sitoo/sale.hpp"

namespace kassabro::sandbox::sitoo {

// What became of the CRM's copy. `sent` false: the till keeps it and sends it again.
struct CopyOutcome {
  bool sent = false;
  int status = 0;
  std::string message;
};

struct Sold {
  std::int64_t order_id = 0;
  std::string receipt_id, contact_id;
  int search_status = 200;  // of the search for the customer; 200 when none was needed
  CopyOutcome copy;
};

// The point of sale: finds the customer, redeems, sells, and tells the CRM. A sale is made even when the CRM is down; only a
// bonus check that cannot be redeemed stops it.
class Till {
 public:
  Till(Books& books, CrmClient& client, const Clock& clock)
      : books_(books), client_(client), contacts_(books, client), clock_(clock) {}

  CrmContacts& contacts() { return contacts_; }

  // `may_be_anonymous`: a customer who cannot be found does not stop the sale.
  Async<Result<Sold>> sell(Sale sale);
  Async<Result<Sold>> refund(Refund refund);

  // One pass over what the CRM has not taken yet, oldest first. Copies stop at the first temporary failure; an answer that
  // will not change (400) lets the next one go first, and nothing is ever dropped.
  Async<void> send_copies_once();
  // Events as Sitoo sends them: up to 10 in order; 429, 503, 504 and silence are tried again, any other answer than 200
  // drops the batch (SPI contract, C.1). True: more are waiting and may be sent at once.
  Async<bool> send_events_once();

 private:
  struct Customer {
    std::optional<json::object> contact;
    int status = 200;
    std::string message;
  };
  Async<Customer> customer_of(const Sale& sale);
  Async<Result<void>> redeem(const Sale& sale, const json::object* contact, std::string receipt_id);
  Async<CopyOutcome> tell_crm(std::int64_t order_id);
  std::int64_t keep(Order order);

  Books& books_;
  CrmClient& client_;
  CrmContacts contacts_;
  const Clock& clock_;
};

}  // namespace kassabro::sandbox::sitoo
