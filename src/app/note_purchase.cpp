#include "app/note_purchase.hpp"

#include "app/deliveries.hpp"

namespace kassabro::app {

void note_purchase(Tables& tables, const Account& account, domain::ContactId contact, Timestamp bought_at, Timestamp now,
                   const Trace& trace) {
  if (!tables.silences.note_purchase(account.id, contact, bought_at)) return;
  tables.deliveries.enqueue_once(delivery_of(account, contact, DeliveryKind::silence_ended, now, trace), now);
}

void note_order(Tables& tables, const Account& account, const domain::Order& order, Timestamp now, const Trace& trace) {
  const bool is_sale = order.state == domain::OrderState::completed && order.type != domain::OrderType::return_;
  if (order.contact && is_sale) note_purchase(tables, account, *order.contact, order.ordered_at, now, trace);
}

}  // namespace kassabro::app
