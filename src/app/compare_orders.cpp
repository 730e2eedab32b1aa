#include "app/compare_orders.hpp"

namespace kassabro::app {

ComparedOrders compare_orders(Tables& tables, const Account& account, const std::vector<ReadOrder>& orders) {
  ComparedOrders compared;
  for (const auto& [source, order] : orders) {
    const auto known = tables.orders.find(account.id, source.order_id);
    if (!known)
      compared.missing.push_back(source.order_id);
    else if (order && order->state != known->order.state)
      compared.changed.push_back(source.order_id);
  }
  return compared;
}

void request_orders(Tables& tables, const Account& account, const std::vector<std::string>& order_ids, Timestamp now) {
  for (const auto& id : order_ids) tables.order_fetches.request(account.id, account.eshop_id, id, now, {});
}

}  // namespace kassabro::app
