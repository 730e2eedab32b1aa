#include "domain/money.hpp"
#include "http/problem.hpp"
#include "sitoo/spi/v2/handlers.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

using domain::amount_text;
using domain::Order;

json::object item_object(const domain::OrderLine& line, const Order& order) {
  return {{"sku", line.sku},
          {"name", line.name},
          {"quantity", line.quantity},
          {"total", amount_text(line.net_minor + line.vat_minor, order.currency)},
          {"total_net", amount_text(line.net_minor, order.currency)},
          {"total_vat", amount_text(line.vat_minor, order.currency)},
          {"vat", line.vat_percent}};
}

// The words are INFERRED (part F, row 11): what "Refund Historic Purchase" needs is an order that Sitoo has. Another channel's
// number is none: as `order_id` it could name a stranger's purchase that the till then refunds.
json::object purchase_object(const Order& order) {
  const bool is_sitoos = order.channel.empty();
  json::array items;
  for (const auto& line : order.lines) items.push_back(item_object(line, order));
  json::array payments;
  for (const auto& payment : order.payments)
    payments.push_back({{"name", payment.name}, {"amount", amount_text(payment.amount_minor, order.currency)}});
  return {{"order_id", is_sitoos ? order.id : ""},
          {"channel_order_id", is_sitoos ? "" : order.id},
          {"receipt_id", order.receipt_id},
          {"order_date", to_iso(order.ordered_at)},
          {"channel", order.channel},
          {"type", to_text(order.type)},
          {"refundable", is_sitoos && order.type != domain::OrderType::return_},
          {"currency", order.currency},
          {"total", amount_text(order.total_minor, order.currency)},
          {"total_net", amount_text(order.net_minor, order.currency)},
          {"total_vat", amount_text(order.vat_minor, order.currency)},
          {"store_id", order.store_id},
          {"store_name", order.store},
          {"register_id", order.register_id},
          {"credit_order_id", order.credited_order_id},
          {"items", std::move(items)},
          {"payments", std::move(payments)}};
}

}  // namespace

Async<http::Response> list_purchases(const Call& call) {
  const auto orders = co_await call.use_cases.show_purchases(call.account, call.params[0]);
  if (!orders) co_return http::problem(in_words_of_v2(orders.error()));
  json::array purchases;
  for (const auto& order : *orders) purchases.push_back(purchase_object(order));
  co_return http::json_response(to_json_text(purchases));
}

}  // namespace kassabro::sitoo::spi::v2
