#include "rule/order_fields.hpp"

#include <algorithm>
#include <cstdlib>

#include "domain/money.hpp"
#include "rule/products.hpp"

namespace kassabro::rule {
namespace {

using domain::Order;

struct Source {
  const app::Account& account;
  const Order& order;
};

using Row = FieldRow<Source>;

std::string currency(const Source& s) { return s.order.currency.empty() ? s.account.currency : s.order.currency; }
std::string money(std::int64_t minor, const Source& s) { return domain::amount_text(minor, currency(s)); }

std::string local_time(const Source& s) {
  return to_local_text(s.order.ordered_at, s.order.time_zone.empty() ? s.account.time_zone : s.order.time_zone);
}

std::vector<std::string> payment_names(const Source& s) {
  std::vector<std::string> names;
  for (const auto& payment : s.order.payments)
    if (!payment.name.empty() && std::ranges::find(names, payment.name) == names.end()) names.push_back(payment.name);
  return names;
}

std::string item_count(const Source& s) {
  std::int64_t count = 0;
  for (const auto& line : s.order.lines) count += std::abs(line.quantity);
  return std::to_string(count);
}

std::string products(const Source& s) { return s.order.lines.empty() ? "" : products_text(s.order); }
std::string native_products(const Source& s) { return s.order.lines.empty() ? "" : native_products_text(s.order); }

// Adding a field to Rule is adding a line here; it is set up at the next delivery.
constexpr Row rows[] = {
    {Group::order, "orderid", FieldType::text, "the order's number; finds the record again", [](const Source& s) -> FieldContent { return s.order.id; }},
    {Group::order, "receiptid", FieldType::text, "number on the receipt", [](const Source& s) -> FieldContent { return s.order.receipt_id; }},
    {Group::order, "orderdate", FieldType::datetime, "time of the sale, in the store's zone", [](const Source& s) -> FieldContent { return local_time(s); }},
    {Group::order, "type", FieldType::text, "sale, return or exchange, by the signs of the lines", [](const Source& s) -> FieldContent { return std::string(to_text(s.order.type)); }},
    {Group::order, "total", FieldType::text, "amount to pay, gross; negative for a return", [](const Source& s) -> FieldContent { return money(s.order.total_minor, s); }},
    {Group::order, "net", FieldType::text, "amount without VAT", [](const Source& s) -> FieldContent { return money(s.order.net_minor, s); }},
    {Group::order, "vat", FieldType::text, "VAT", [](const Source& s) -> FieldContent { return money(s.order.vat_minor, s); }},
    {Group::order, "discount", FieldType::text, "discounts, net", [](const Source& s) -> FieldContent { return money(s.order.discount_minor, s); }},
    {Group::order, "currency", FieldType::text, "the order's currency, or the account's", [](const Source& s) -> FieldContent { return currency(s); }},
    {Group::order, "payments", FieldType::multiple, "names of the means of payment, each once", [](const Source& s) -> FieldContent { return payment_names(s); }},
    {Group::order, "storeid", FieldType::text, "the store's id", [](const Source& s) -> FieldContent { return s.order.store_id; }},
    {Group::order, "store", FieldType::text, "the store's name", [](const Source& s) -> FieldContent { return s.order.store; }},
    {Group::order, "register", FieldType::text, "the till", [](const Source& s) -> FieldContent { return s.order.register_id; }},
    {Group::order, "staff", FieldType::text, "who sold", [](const Source& s) -> FieldContent { return s.order.staff; }},
    {Group::order, "itemcount", FieldType::text, "pieces sold and taken back", [](const Source& s) -> FieldContent { return item_count(s); }},
    {Group::order, "names", FieldType::multiple, "names of the products, each once", [](const Source& s) -> FieldContent { return product_names(s.order); }},
    {Group::order, "skus", FieldType::multiple, "stock numbers of the products, each once", [](const Source& s) -> FieldContent { return product_skus(s.order); }},
    {Group::order, "products", FieldType::json, "the lines of the receipt", [](const Source& s) -> FieldContent { return products(s); }},
    {Group::order, "bonuscheckids", FieldType::multiple, "bonus checks used, each once", [](const Source& s) -> FieldContent { return bonus_check_ids(s.order); }},
    {Group::order, "creditorderid", FieldType::text, "the sale that this return takes back", [](const Source& s) -> FieldContent { return s.order.credited_order_id; }},
    {Group::order, "receipturl", FieldType::text, "address of the digital receipt", [](const Source& s) -> FieldContent { return s.order.receipt_url; }},

    {Group::native_order, "Number", FieldType::text, "the order's number; finds the record again", [](const Source& s) -> FieldContent { return s.order.id; }},
    {Group::native_order, "Date", FieldType::datetime, "time of the sale, in the store's zone", [](const Source& s) -> FieldContent { return local_time(s); }},
    {Group::native_order, "Subtotal", FieldType::text, "amount without VAT", [](const Source& s) -> FieldContent { return money(s.order.net_minor, s); }},
    {Group::native_order, "Discount", FieldType::text, "discounts, net", [](const Source& s) -> FieldContent { return money(s.order.discount_minor, s); }},
    {Group::native_order, "Total", FieldType::text, "amount to pay, gross; negative for a return", [](const Source& s) -> FieldContent { return money(s.order.total_minor, s); }},
    {Group::native_order, "Vat", FieldType::text, "VAT", [](const Source& s) -> FieldContent { return money(s.order.vat_minor, s); }},
    {Group::native_order, "Currency", FieldType::text, "the order's currency, or the account's", [](const Source& s) -> FieldContent { return currency(s); }},
    {Group::native_order, "PaymentMethod", FieldType::multiple, "names of the means of payment, each once", [](const Source& s) -> FieldContent { return payment_names(s); }},
    {Group::native_order, "Names", FieldType::multiple, "names of the products, each once", [](const Source& s) -> FieldContent { return product_names(s.order); }},
    {Group::native_order, "Skus", FieldType::multiple, "stock numbers of the products, each once", [](const Source& s) -> FieldContent { return product_skus(s.order); }},
    {Group::native_order, "Products", FieldType::json, "the lines of the receipt, in the web shops' spelling", [](const Source& s) -> FieldContent { return native_products(s); }},
    {Group::native_order, "StoreId", FieldType::text, "the store's id", [](const Source& s) -> FieldContent { return s.order.store_id; }},
    {Group::native_order, "StoreName", FieldType::text, "the store's name", [](const Source& s) -> FieldContent { return s.order.store; }},
    {Group::native_order, "OrderUrl", FieldType::text, "address of the digital receipt", [](const Source& s) -> FieldContent { return s.order.receipt_url; }},
};

constexpr std::span<const Row> table{rows};

}  // namespace

std::vector<FieldValue> order_fields(const RuleNames& names, const app::Account& account, const Order& order) {
  return map_fields(table, names, Source{account, order}, Empty::omit);
}

std::vector<FieldKey> order_keys(const RuleNames& names) { return fields_of(table, names); }

std::string_view order_id_field(Group group) { return group == Group::native_order ? "Number" : "orderid"; }

}  // namespace kassabro::rule
