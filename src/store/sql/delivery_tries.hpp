#pragma once

#include "app/delivery_queue.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

// `packed_calls`: made before, off the writer's thread.
void save_try(Connection& connection, const app::Delivery& delivery, const app::DeliveryTry& noted,
              std::string_view packed_calls);
std::vector<app::DeliveryTry> list_tries(Connection& connection, app::AccountId account, app::DeliveryId id);
std::size_t forget_tries(Connection& connection, app::AccountId account, Timestamp before, std::size_t count_max);

}  // namespace kassabro::store::sql
