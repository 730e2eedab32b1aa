#include "sandbox/sitoo/sale.hpp"

#include <cmath>

#include "base/time_text.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

constexpr std::size_t rows_max = 500;
constexpr std::int64_t quantity_max = 10'000;

// Unix seconds or ISO text; the past means a sale that an offline till reports late.
Result<std::optional<Timestamp>> parse_sold_at(const json::object& body) {
  const auto* given = find_member(body, "orderdate");
  if (given == nullptr) return std::nullopt;
  if (const auto seconds = int_member(body, "orderdate")) return from_epoch_ms(*seconds * 1000);
  const auto at = parse_timestamp(text_of(*given).value_or(""));
  if (!at) return fail(invalid("orderdate", "Must be Unix seconds or an ISO 8601 time."));
  return at;
}

Result<int> parse_vat(const json::object& item, const std::string& field) {
  const auto* given = find_member(item, "vat");
  if (given == nullptr) return 2500;
  double percent = -1;
  if (given->is_double()) percent = given->get_double();
  if (const auto whole = int_member(item, "vat")) percent = static_cast<double>(*whole);
  if (const auto text = parse_money_text(text_of(*given).value_or("")); text && percent < 0)
    percent = static_cast<double>(*text) / 100;
  if (percent < 0 || percent > 100) return fail(invalid(field, "Must be a percentage from 0 to 100."));
  return static_cast<int>(std::lround(percent * 100));
}

const Product* find_product(const Books& books, std::string_view sku) {
  for (const auto& product : books.products)
    if (product.sku == sku) return &product;
  return nullptr;
}

Result<Line> parse_line(const json::value& value, const std::string& path, const Books& books) {
  if (!value.is_object()) return fail(invalid(path, "Must be an object."));
  const auto& item = value.get_object();
  Line line;
  line.sku = text_member(item, "sku");
  if (line.sku.empty()) return fail(invalid(path + ".sku", "Is missing."));
  const auto* product = find_product(books, line.sku);
  line.name = text_member(item, "name");
  if (line.name.empty()) line.name = product == nullptr ? line.sku : product->name;
  if (item.contains("quantity")) {
    const auto quantity = int_member(item, "quantity");
    if (!quantity || *quantity < 1 || *quantity > quantity_max)
      return fail(invalid(path + ".quantity", "Must be a whole number from 1 to 10000."));
    line.quantity = *quantity;
  }
  const auto* price = find_member(item, "price");
  if (price == nullptr && product == nullptr) return fail(invalid(path + ".price", "Is missing."));
  const auto amount = price == nullptr ? Result<Minor>(product->price) : parse_money(*price, path + ".price");
  if (!amount) return fail(amount.error());
  if (*amount < 0) return fail(invalid(path + ".price", "Must not be negative."));
  line.unit_gross = *amount;
  const auto vat =
      !item.contains("vat") && product != nullptr ? Result<int>(product->vat_hundredths) : parse_vat(item, path + ".vat");
  if (!vat) return fail(vat.error());
  line.vat_hundredths = *vat;
  return line;
}

Result<std::vector<Line>> parse_lines(const json::object& body, const Books& books) {
  const auto* items = body.if_contains("items");
  if (items == nullptr || !items->is_array() || items->get_array().empty())
    return fail(invalid("items", "At least one item is needed."));
  if (items->get_array().size() > rows_max) return fail(invalid("items", "At most 500 items are allowed."));
  std::vector<Line> lines;
  for (std::size_t i = 0; i < items->get_array().size(); ++i) {
    auto line = parse_line(items->get_array()[i], "items." + std::to_string(i), books);
    if (!line) return fail(line.error());
    lines.push_back(std::move(*line));
  }
  return lines;
}

Result<std::vector<Payment>> parse_payments(const json::object& body) {
  std::vector<Payment> payments;
  const auto* list = body.if_contains("payments");
  if (list == nullptr || list->is_null()) return payments;
  if (!list->is_array()) return fail(invalid("payments", "Must be a list of {name, amount}."));
  for (std::size_t i = 0; i < list->get_array().size(); ++i) {
    const auto path = "payments." + std::to_string(i);
    const auto& value = list->get_array()[i];
    if (!value.is_object() || !value.get_object().contains("amount")) return fail(invalid(path, "Must be {name, amount}."));
    const auto amount = parse_money(value.get_object().at("amount"), path + ".amount");
    if (!amount) return fail(amount.error());
    const auto name = text_member(value.get_object(), "name");
    payments.push_back({name.empty() ? "Card" : name, *amount});
  }
  return payments;
}

Result<std::vector<std::string>> parse_check_ids(const json::object& body) {
  std::vector<std::string> ids;
  const auto* list = body.if_contains("bonus_checks");
  if (list == nullptr || list->is_null()) return ids;
  if (!list->is_array()) return fail(invalid("bonus_checks", "Must be a list of ids."));
  for (const auto& value : list->get_array()) {
    auto id = text_of(value).value_or("");
    if (id.empty()) return fail(invalid("bonus_checks", "Must be a list of ids."));
    ids.push_back(std::move(id));
  }
  return ids;
}

Result<void> parse_place(const json::object& body, const Books& books, Sale& sale) {
  const auto store = int_member(body, "store").value_or(1);
  const auto till = int_member(body, "register").value_or(1);
  if (store < 1 || store > static_cast<std::int64_t>(books.stores.size()))
    return fail(invalid("store", "There is no such store."));
  sale.store = static_cast<std::size_t>(store - 1);
  if (till < 1 || till > static_cast<std::int64_t>(books.stores[sale.store].registers.size()))
    return fail(invalid("register", "There is no such till."));
  sale.cash_register = static_cast<std::size_t>(till - 1);
  return {};
}

}  // namespace

Result<Sale> parse_sale(const json::object& body, const Books& books) {
  Sale sale;
  const auto spi = text_member(body, "spi");
  if (!spi.empty() && spi != "v1" && spi != "v2") return fail(invalid("spi", "Must be \"v1\" or \"v2\"."));
  sale.spi = spi == "v2" ? Spi::v2 : Spi::v1;
  sale.key = text_member(body, "key");
  sale.contact_id = text_member(body, "contactid");
  if (sale.contact_id.empty()) sale.contact_id = text_member(body, "contact_id");
  if (const auto payment = text_member(body, "payment"); !payment.empty()) sale.payment = payment;
  if (const auto good = parse_place(body, books, sale); !good) return fail(good.error());
  auto lines = parse_lines(body, books);
  if (!lines) return fail(lines.error());
  sale.lines = std::move(*lines);
  auto checks = parse_check_ids(body);
  if (!checks) return fail(checks.error());
  sale.bonus_checks = std::move(*checks);
  auto payments = parse_payments(body);
  if (!payments) return fail(payments.error());
  sale.payments = std::move(*payments);
  const auto sold_at = parse_sold_at(body);
  if (!sold_at) return fail(sold_at.error());
  sale.sold_at = *sold_at;
  return sale;
}

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
  Refund refund{*order_id, {}, *sold_at};
  const auto* items = body.if_contains("items");
  if (items == nullptr || items->is_null()) {
    for (std::size_t i = 0; i < order->lines.size(); ++i) {
      const auto left = order->lines[i].quantity - books.returned_quantity(order->id, static_cast<int>(i));
      if (left > 0) refund.pieces.push_back({static_cast<int>(i), left});
    }
  } else {
    if (!items->is_array()) return fail(invalid("items", "Must be a list."));
    for (std::size_t i = 0; i < items->get_array().size(); ++i) {
      const auto path = "items." + std::to_string(i);
      if (!items->get_array()[i].is_object()) return fail(invalid(path, "Must be an object."));
      const auto& item = items->get_array()[i].get_object();
      const auto quantity = item.contains("quantity") ? int_member(item, "quantity") : std::optional<std::int64_t>(1);
      if (!quantity || *quantity < 1) return fail(invalid(path + ".quantity", "Must be a whole number from 1."));
      const auto sku = text_member(item, "sku");
      if (sku.empty()) return fail(invalid(path + ".sku", "Is missing."));
      if (const auto good = add_pieces(refund, *order, books, sku, *quantity, path); !good) return fail(good.error());
    }
  }
  if (refund.pieces.empty()) return fail(invalid("items", "Nothing of this order is left to give back."));
  return refund;
}

Order refund_order(const Books& books, const Refund& refund, Timestamp now) {
  const auto& sold = *books.find_order(refund.order_id);
  Order order = sold;
  order.lines.clear();
  order.roundoff = 0;
  order.credit_order_id = sold.id;
  order.sold_at = refund.sold_at.value_or(now);
  for (const auto& [index, quantity] : refund.pieces) {
    const auto& line = sold.lines[static_cast<std::size_t>(index)];
    // Parts of a discount are cut between cumulated pieces, so that all returns together give back exactly what was paid.
    const auto before = books.returned_quantity(sold.id, index);
    const auto discount =
        share_of(line.discount, before + quantity, line.quantity) - share_of(line.discount, before, line.quantity);
    order.lines.push_back({line.sku, line.name, -quantity, line.unit_gross, line.vat_hundredths, -discount, "", index});
  }
  const auto name = sold.payments.empty() ? "Card" : sold.payments.front().name;
  if (name == "Cash") order.roundoff = cash_roundoff(order.totals().gross);
  order.payments = {{name, order.totals().gross}};
  return order;
}

}  // namespace kassabro::sandbox::sitoo
