#pragma once

#include "app/tables.hpp"

namespace kassabro::app {

// What an order means to the bonus ledger, in the order's transaction; the order is stored already and has a contact.
// Idempotent: an order may come late, twice, changed, and after its return.
//  - a completed sale that names checks confirms their redemption, or makes it when no till did;
//  - a cancelled sale, or one whose goods came back, gives its checks back (settings: CardSettings::give_back).
void settle_order_bonus(Tables& tables, const Account& account, const domain::Order& order, const Origin& origin,
                        Timestamp now);

}  // namespace kassabro::app
