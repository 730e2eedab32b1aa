// Orders: as Sitoo's tills and Sitoo REST write them, as the stores keep them, and as they go on to Rule.
#include "domain/money.hpp"
#include "rule/products.hpp"
#include "sitoo/order/order_wire.hpp"
#include "sitoo/rest/order_query.hpp"
#include "store/order_text.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {
namespace {

void hold_order(const domain::Order& order) {
  hold(!order.id.empty() && order.id.size() <= 100, "an order has an id");
  hold(!domain::parse_currency(order.currency).empty(), "an order has a currency");
  if (const auto fault = domain::order_fault(order)) hold_field(*fault);
  const auto text = store::to_stored_text(order);
  hold(store::order_from_stored_text(text) == order, "a stored order is the same order");
  hold(parse_json(rule::products_text(order, order.currency)).has_value(), "an order's products are JSON");
  hold(parse_json(rule::native_products_text(order, order.currency)).has_value(), "an order's products are JSON");
  const auto nobodys = domain::without_person(order);
  hold(nobodys.email.empty() && nobodys.phone.empty() && nobodys.first_name.empty(), "an order of nobody names nobody");
}

}  // namespace

void run_one(std::string_view input) {
  const auto body = parse_json(input);
  if (!body) return;
  const auto orders = sitoo::parse_orders(*body, {.currency = "SEK", .time_zone = "Europe/Stockholm", .received_at = now});
  if (!orders) hold_field(orders.error());
  for (const auto& order : orders.value_or(std::vector<domain::Order>{})) hold_order(order);
  if (!body->is_object()) return;
  const sitoo::rest::OrderQuery query{
      .eshop_id = 1, .order_ids = {}, .order_id_from = 1, .ordered_from = now, .ordered_to = now};
  static_cast<void>(sitoo::rest::satisfies(query, body->get_object()));
}

}  // namespace kassabro::fuzz
