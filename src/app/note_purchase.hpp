#pragma once

#include "app/tables.hpp"

namespace kassabro::app {

// A customer has bought something, here or in another channel: their silence ends, and what the programme has told of it is
// taken back. In the transaction of what tells the purchase; `trace` is of whoever told it.
void note_purchase(Tables& tables, const Account& account, domain::ContactId contact, Timestamp bought_at, Timestamp now,
                   const Trace& trace = {});

// Of an order that was saved: only a completed sale of a known customer counts.
void note_order(Tables& tables, const Account& account, const domain::Order& order, Timestamp now, const Trace& trace = {});

}  // namespace kassabro::app
