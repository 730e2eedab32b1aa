#include "domain/money.hpp"
#include "http/problem.hpp"
#include "sitoo/order/order_wire.hpp"
#include "sitoo/spi/v1/handlers.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

using domain::amount_text;
using domain::Order;

json::object line_object(const domain::OrderLine& line, const Order& order) {
  return {{"sku", line.sku},
          {"productname", line.name},
          {"quantity", line.quantity},
          {"vatvalue", line.vat_percent},
          {"moneyitemtotal_net", amount_text(line.net_minor, order.currency)},
          {"moneyitemtotal_vat", amount_text(line.vat_minor, order.currency)}};
}

// A purchase in the words of Sitoo's order object; which of them the till shows is INFERRED. Another channel's number is no
// number of Sitoo's: as `orderid` it could name a stranger's purchase that the till then refunds.
json::object purchase_object(const Order& order) {
  json::array items;
  for (const auto& line : order.lines) items.push_back(line_object(line, order));
  json::array payments;
  for (const auto& payment : order.payments)
    payments.push_back({{"name", payment.name}, {"moneyamount", amount_text(payment.amount_minor, order.currency)}});
  const bool is_sitoos = order.channel.empty();
  return {{"orderid", is_sitoos ? order.id : ""},
          {"channelorderid", is_sitoos ? "" : order.id},
          {"channel", order.channel},
          {"receiptid", order.receipt_id},
          {"orderdate", to_iso(order.ordered_at)},
          {"type", to_text(order.type)},
          {"currencycode", order.currency},
          {"moneytotal_gross_all", amount_text(order.total_minor, order.currency)},
          {"moneyfinal_net", amount_text(order.net_minor, order.currency)},
          {"moneyfinal_vat", amount_text(order.vat_minor, order.currency)},
          {"creditorderid", order.credited_order_id},
          {"storeexternalid", order.store_id},
          {"storename", order.store},
          {"registerid", order.register_id},
          {"orderitems", std::move(items)},
          {"payments", std::move(payments)}};
}

}  // namespace

// Part F, row 4: the copy of a completed transaction. 200 means it is on the disk.
Async<http::Response> accept_transactions(const Call& call) {
  const auto body = parse_json(call.request.body);
  if (!body) co_return http::problem(body.error());
  // An order without a date gets one when it is accepted: the same body later must still be the same order.
  auto orders = parse_orders(*body, {call.account.currency, call.account.time_zone, Timestamp{}});
  if (!orders) co_return http::problem(orders.error());
  for (auto& order : *orders)
    if (order.contact_ref.empty() && call.params.size() > 0) order.contact_ref = call.params[0];
  const auto accepted = co_await call.use_cases.accept_orders(call.account, call.request.body, std::move(*orders),
                                                              {"sitoo_v1", {}, {}, {}, call.request.trace});
  if (!accepted) co_return http::problem(accepted.error());
  co_return http::json_response("true");
}

Async<http::Response> list_purchases(const Call& call) {
  const auto orders = co_await call.use_cases.show_purchases(call.account, call.params[0]);
  if (!orders) co_return http::problem(orders.error());
  json::array items;
  for (const auto& order : *orders) items.push_back(purchase_object(order));
  co_return http::json_response(to_json_text(items));
}

}  // namespace kassabro::sitoo::spi::v1
