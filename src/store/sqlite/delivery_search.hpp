#pragma once

#include "app/delivery_queue.hpp"
#include "store/sqlite/connection.hpp"

namespace kassabro::store::sqlite {

app::DeliveryPage search_deliveries(Connection& connection, const app::DeliverySearch& search);

}  // namespace kassabro::store::sqlite
