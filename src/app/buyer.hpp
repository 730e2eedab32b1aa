#pragma once

#include <optional>

#include "app/tables.hpp"

namespace kassabro::app {

// Who an order says has bought; only the exact keys that it names.
std::optional<domain::ContactId> find_buyer(Tables& tables, const Account& account, const domain::Order& order);

// A buyer whom nobody registered, but whose e-mail or phone is on the order: kept as a contact that has agreed to nothing.
// Absent: the order has neither, or what it has belongs to somebody else.
std::optional<domain::ContactId> add_buyer(Tables& tables, const Account& account, const domain::Order& order,
                                           const Origin& origin, Timestamp now);

}  // namespace kassabro::app
