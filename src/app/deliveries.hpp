#pragma once

#include "app/tables.hpp"
#include "base/ids.hpp"

namespace kassabro::app {

// The rows that tell a change, made in its transaction.

// `trace`: of the call whose change it is; none where nobody has called.
inline Delivery delivery_of(const Account& account, domain::ContactId contact, DeliveryKind kind, Timestamp now,
                            const Trace& trace = {}) {
  Delivery delivery;
  delivery.account = account.id;
  delivery.id = new_id(now);
  delivery.kind = kind;
  delivery.contact = contact;
  delivery.trace = trace;
  return delivery;
}

inline void enqueue_contact(Tables& tables, const Account& account, domain::ContactId contact, DeliveryKind kind, Timestamp now,
                            const Trace& trace = {}) {
  tables.deliveries.enqueue(delivery_of(account, contact, kind, now, trace), now);
}

// `order` has a contact.
inline void enqueue_order(Tables& tables, const Account& account, const domain::Order& order, DeliveryKind kind, Timestamp now,
                          const Trace& trace = {}) {
  auto delivery = delivery_of(account, *order.contact, kind, now, trace);
  delivery.order_id = order.id;
  tables.deliveries.enqueue(delivery, now);
}

// One pending row is enough: it tells all of the customer's checks as they are when it goes out.
inline void enqueue_bonus(Tables& tables, const Account& account, domain::ContactId contact, DeliveryKind kind, Timestamp now,
                          Urgency urgency = Urgency::soon, const Trace& trace = {}) {
  auto delivery = delivery_of(account, contact, kind, now, trace);
  delivery.urgency = urgency;
  tables.deliveries.enqueue_once(delivery, now);
}

}  // namespace kassabro::app
