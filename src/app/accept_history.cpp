#include "app/accept_history.hpp"

#include "app/attach_orders.hpp"
#include "app/buyer.hpp"
#include "app/note_purchase.hpp"

namespace kassabro::app {
namespace {

constexpr std::string_view history_source = "sitoo_history";

void accept_new(Tables& tables, const Account& account, domain::Order order, AcceptedHistory& accepted, Timestamp now) {
  if (order.ordered_at == Timestamp{}) order.ordered_at = now;
  const Origin origin{std::string(history_source), order.store_id, {}, order.register_id};
  order.contact = find_buyer(tables, account, order);
  if (!order.contact) order.contact = add_buyer(tables, account, order, origin, now);
  tables.orders.save(account.id, {order, order.contact.has_value()}, now);
  if (!order.contact) {
    tables.orders.wait_for_buyer(account.id, order, buyer_keys(order, account));
    ++accepted.nobodys;
    return;
  }
  note_order(tables, account, order, now);
  tables.history.add(account.id, {*order.contact, order.id, order.ordered_at});
  ++accepted.to_tell;
}

}  // namespace

AcceptedHistory accept_history(Tables& tables, const Account& account, const std::vector<ReadOrder>& orders, Timestamp now) {
  AcceptedHistory accepted;
  for (const auto& [source, order] : orders) {
    if (!order) {
      tables.quarantine.save(account.id, history_source, order.error().field + ": " + order.error().message, source.text, now);
      ++accepted.faults;
      continue;
    }
    const auto before = tables.orders.find(account.id, order->id);
    const bool is_completed = order->state == domain::OrderState::completed;
    if (!is_completed || (before && before->order.state != domain::OrderState::completed)) {
      // What was open when we heard of it last is a sale that we have missed: it goes the way of all sales.
      if (is_completed) tables.order_fetches.request(account.id, account.eshop_id, order->id, now, {});
      ++accepted.open;
    } else if (before) {
      ++accepted.known;
    } else {
      accept_new(tables, account, *order, accepted, now);
    }
  }
  return accepted;
}

}  // namespace kassabro::app
