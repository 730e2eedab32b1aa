#include "sandbox/sitoo/refund.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

Result<void> add_pieces(Refund& refund, const Order& order, const Books& books, const std::string& sku, std::int64_t quantity,
                        const std::string& path) {
  for (std::size_t i = 0; i < order.lines.size() && quantity > 0; ++i) {
    if (order.lines[i].sku != sku) continue;
    auto left = order.lines[i].quantity - books.returned_quantity(order.id, static_cast<int>(i));
    for (const auto& piece : refund.pieces)
      if (piece.line == static_cast<int>(i)) left -= piece.quantity;
    const auto part = std::min(left, quantity);
    if (part <= 0) continue;
    refund.pieces.push_back({static_cast<int>(i), part});
    quantity -= part;
  }
  if (quantity > 0) return fail(invalid(path + ".quantity", "More than was bought and has not come back yet."));
  return {};
}

// Without `items`, everything that is left.
Result<void> parse_pieces(const json::object& body, const Order& order, const Books& books, Refund& refund) {
  const auto* items = body.if_contains("items");
  if (items == nullptr || items->is_null()) {
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
      const auto left = order.lines[i].quantity - books.returned_quantity(order.id, static_cast<int>(i));
      if (left > 0) refund.pieces.push_back({static_cast<int>(i), left});
    }
    return {};
  }
  if (!items->is_array()) return fail(invalid("items", "Must be a list."));
  for (std::size_t i = 0; i < items->get_array().size(); ++i) {
    const auto path = "items." + std::to_string(i);
    if (!items->get_array()[i].is_object()) return fail(invalid(path, "Must be an object."));
    const auto& item = items->get_array()[i].get_object();
    const auto quantity = item.contains("quantity") ? int_member(item, "quantity") : std::optional<std::int64_t>(1);
    if (!quantity || *quantity < 1) return fail(invalid(path + ".quantity", "Must be a whole number from 1."));
    const auto sku = text_member(item, "sku");
    if (sku.empty()) return fail(invalid(path + ".sku", "Is missing."));
    if (const auto good = add_pieces(refund, order, books, sku, *quantity, path); !good) return fail(good.error());
  }
  return {};
}

}  // namespace

Result<Refund> parse_refund(const json::object& body, const Books& books) {
  auto order_id = int_member(body, "order_id");
  if (!order_id) order_id = int_member(body, "orderid");
  const auto* field = body.contains("orderid") ? "orderid" : "order_id";
  if (!order_id) return fail(invalid(field, "Is missing."));
  const auto* order = books.find_order(*order_id);
  if (order == nullptr) return fail(not_found(field, "There is no such order."));
  if (order->is_return()) return fail(invalid(field, "This order is a return itself."));
  const auto sold_at = parse_sold_at(body);
  if (!sold_at) return fail(sold_at.error());
  const auto spi = parse_spi(body, order->spi);
  if (!spi) return fail(spi.error());
  Refund refund{*order_id, {}, *sold_at, bool_member(body, "linked").value_or(true), *spi};
  if (const auto good = parse_pieces(body, *order, books, refund); !good) return fail(good.error());
  if (refund.pieces.empty()) return fail(invalid("items", "Nothing of this order is left to give back."));
  return refund;
}

Order refund_order(const Books& books, const Refund& refund, Timestamp now) {
  const auto& sold = *books.find_order(refund.order_id);
  Order order = sold;
  order.lines.clear();
  order.roundoff = 0;
  order.credit_order_id = refund.is_linked ? sold.id : 0;
  order.source_order_id = order.refund_order_id = order.refund_sales_order_id = 0;
  order.state = OrderState::closed;
  order.type = OrderType::order;
  order.spi = refund.spi.value_or(sold.spi);
  order.overrides.clear();
  order.sold_at = refund.sold_at.value_or(now);
  for (const auto& [index, quantity] : refund.pieces) {
    const auto& line = sold.lines[static_cast<std::size_t>(index)];
    // Parts of a discount are cut between cumulated pieces, so that all returns together give back exactly what was paid.
    const auto before = books.returned_quantity(sold.id, index);
    const auto discount =
        share_of(line.discount, before + quantity, line.quantity) - share_of(line.discount, before, line.quantity);
    order.lines.push_back({line.sku, line.name, -quantity, line.unit_gross, line.vat_hundredths, -discount, "",
                           refund.is_linked ? index : -1, ""});
  }
  const auto name = sold.payments.empty() ? "Card" : sold.payments.front().name;
  if (name == "Cash") order.roundoff = cash_roundoff(order.totals().gross);
  order.payments = {{name, order.totals().gross}};
  return order;
}

}  // namespace kassabro::sandbox::sitoo
