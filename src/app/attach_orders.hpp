#pragma once

#include "app/tables.hpp"

namespace kassabro::app {

// Purchases that named this customer before anybody knew them: they are theirs from now on, and are told. To be called when a
// contact has appeared or got other keys; `trace` is of the call that made that known.
void attach_waiting_orders(Tables& tables, const Account& account, const domain::Contact& contact, Timestamp now,
                           const Trace& trace = {});

// What an order says of its buyer, as keys.
BuyerKeys buyer_keys(const domain::Order& order, const Account& account);

}  // namespace kassabro::app
