#pragma once

#include <string>
#include <vector>

#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

enum class Acceptance { added, changed, known };  // known: the same order with the same content had come before

struct AcceptedOrder {
  std::string order_id;
  Acceptance acceptance = Acceptance::added;
  std::optional<domain::ContactId> contact;
};

// Takes copies of purchases: the raw body, the orders and the deliveries that tell them are stored in one transaction.
// Idempotent by order id; an order may come late, twice, or again with other content.
class AcceptOrders {
 public:
  AcceptOrders(UnitOfWork& unit, const Clock& clock) : unit_(unit), clock_(clock) {}

  // An order that does not tell when it was made (`ordered_at` is Timestamp{}) counts as made when it first came.
  // Errors (nothing is stored then): the first broken rule of any order, its field named.
  Async<Result<std::vector<AcceptedOrder>>> operator()(const Account& account, std::string_view raw_body,
                                                       std::vector<domain::Order> orders, Origin origin);

 private:
  UnitOfWork& unit_;
  const Clock& clock_;
};

}  // namespace kassabro::app
