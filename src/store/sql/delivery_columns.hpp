#pragma once

#include "app/delivery_queue.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

#define KASSABRO_DELIVERY_COLUMNS "account_id, delivery_id, kind, contact_id, order_id, attempts, ambiguous, when_idle, trace"
#define KASSABRO_DELIVERY_ROW_COLUMNS KASSABRO_DELIVERY_COLUMNS ", state, not_before, reason, created_at, updated_at"

// From these columns, in their order, from column 0 on.
app::Delivery read_delivery(const Statement& row);
app::DeliveryRow read_delivery_row(const Statement& row);

}  // namespace kassabro::store::sql
