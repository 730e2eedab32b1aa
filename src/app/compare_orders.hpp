#pragma once

#include "app/accept_history.hpp"

namespace kassabro::app {

// How some orders of the till system compare with what we have of them.
struct ComparedOrders {
  std::vector<std::string> missing;  // not here at all
  std::vector<std::string> changed;  // here in another state: a sale that was open has been completed or cancelled since
};

// Only what is worth fetching is told: money is not compared, because a till's copy and the till system round it differently.
// An order that cannot be read counts as missing when it is not here, so that its fetch puts it into the quarantine.
ComparedOrders compare_orders(Tables& tables, const Account& account, const std::vector<ReadOrder>& orders);

// Asks for them as an event would that names them.
void request_orders(Tables& tables, const Account& account, const std::vector<std::string>& order_ids, Timestamp now);

}  // namespace kassabro::app
