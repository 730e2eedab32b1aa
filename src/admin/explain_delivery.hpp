#pragma once

#include "admin/api.hpp"

namespace kassabro::admin {

struct ExplainedDelivery {
  json::value customer;   // null: gone
  json::value explained;  // null: of a kind that is neither an order nor what a customer is
};

// What a try of the delivery would send now.
Async<ExplainedDelivery> explain_delivery(UseCases& use_cases, const app::Delivery& delivery);

}  // namespace kassabro::admin
