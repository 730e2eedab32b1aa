#pragma once

#include "app/delivery_queue.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

// The statements of app::DeliveryQueue, each on a connection of the caller's: reads on a reader's, changes on the writer's.
std::vector<app::AccountId> list_due_accounts(Connection& connection, Timestamp now);
std::vector<app::Delivery> lease_deliveries(Connection& connection, app::AccountId account, Timestamp now, Timestamp until,
                                            std::size_t count_max);
void settle_delivery(Connection& connection, const app::Settlement& settlement, Timestamp now);
std::size_t recover_leases(Connection& connection, Timestamp ended_before, Timestamp now);
std::size_t forget_later_clock(Connection& connection, Timestamp now);
std::size_t end_waits(Connection& connection, app::AccountId account, Timestamp now);
std::optional<Timestamp> find_next_due(Connection& connection);
std::vector<app::DeliveryRow> list_deliveries(Connection& connection, const app::DeliveryFilter& filter);
std::size_t replay_delivery(Connection& connection, app::AccountId account, app::DeliveryId id, Timestamp now);
std::size_t park_delivery(Connection& connection, app::AccountId account, app::DeliveryId id, std::string_view reason,
                          Timestamp now);

}  // namespace kassabro::store::sql
