#pragma once

#include "app/delivery_queue.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

app::DeliveryPage search_deliveries(Connection& connection, const app::DeliverySearch& search);

}  // namespace kassabro::store::sql
