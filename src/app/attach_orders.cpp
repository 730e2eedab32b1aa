#include "app/attach_orders.hpp"

#include "app/deliveries.hpp"
#include "app/note_purchase.hpp"
#include "app/order_bonus.hpp"
#include "app/receipt_sending.hpp"

namespace kassabro::app {

using domain::KeyKind;

namespace {

constexpr std::chrono::days thanked_within{3};

}  // namespace

BuyerKeys buyer_keys(const domain::Order& order, const Account& account) {
  BuyerKeys keys;
  if (!order.contact_ref.empty()) keys.push_back({KeyKind::contact_id, order.contact_ref});
  if (!order.member_number.empty()) keys.push_back({KeyKind::member_number, order.member_number});
  if (const auto email = domain::Email::parse(order.email)) keys.push_back({KeyKind::email, email->text()});
  if (const auto phone = domain::Phone::parse(order.phone, account.country)) keys.push_back({KeyKind::phone, phone->e164()});
  return keys;
}

void attach_waiting_orders(Tables& tables, const Account& account, const domain::Contact& contact, Timestamp now,
                           const Trace& trace) {
  auto keys = keys_of(contact);
  keys.push_back({KeyKind::contact_id, std::to_string(contact.id)});
  for (const auto& id : tables.orders.list_waiting(account.id, keys)) {
    auto stored = tables.orders.find(account.id, id);
    tables.orders.stop_waiting(account.id, id);
    if (!stored || stored->order.contact) continue;
    auto& order = stored->order;
    order.contact = contact.id;
    const bool announce = !stored->announced && order.state == domain::OrderState::completed;
    tables.orders.save(account.id, {order, stored->announced || announce}, now);
    // Nobody is thanked today for a purchase of long ago.
    const bool is_late = now - order.ordered_at > thanked_within;
    const auto kind = is_late ? DeliveryKind::order_imported : DeliveryKind::order_completed;
    if (announce) enqueue_order(tables, account, order, kind, now, trace);
    if (announce && !is_late) enqueue_receipt(tables, account, order, now, trace);
    enqueue_requested_receipt(tables, account, order, now, trace);
    settle_order_bonus(tables, account, order, {"order", order.store_id, {}, order.register_id, trace}, now);
    note_order(tables, account, order, now, trace);
  }
}

}  // namespace kassabro::app
