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
using S = const Source&;
using F = FieldContent;
using enum Group;
using enum FieldType;

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

std::string products(const Source& s) { return s.order.lines.empty() ? "" : products_text(s.order, currency(s)); }
std::string native_products(const Source& s) { return s.order.lines.empty() ? "" : native_products_text(s.order, currency(s)); }

// Adding a field to Rule is adding a line here; it is set up at the next delivery.
constexpr Row rows[] = {
    {order, "orderid", text, "the order's number; finds the record again", [](S s) -> F { return s.order.id; }},
    {order, "receiptid", text, "number on the receipt", [](S s) -> F { return s.order.receipt_id; }},
    {order, "orderdate", datetime, "time of the sale, in the store's zone", [](S s) -> F { return local_time(s); }},
    {order, "type", text, "sale, return or exchange, by the signs of the lines",
     [](S s) -> F { return std::string(to_text(s.order.type)); }},
    {order, "state", text, "completed or cancelled", [](S s) -> F { return std::string(to_text(s.order.state)); }},
    {order, "total", text, "amount to pay, gross; negative for a return",
     [](S s) -> F { return money(s.order.total_minor, s); }},
    {order, "net", text, "amount without VAT", [](S s) -> F { return money(s.order.net_minor, s); }},
    {order, "vat", text, "VAT", [](S s) -> F { return money(s.order.vat_minor, s); }},
    {order, "discount", text, "discounts, net", [](S s) -> F { return money(s.order.discount_minor, s); }},
    {order, "currency", text, "the order's currency, or the account's", [](S s) -> F { return currency(s); }},
    {order, "payments", multiple, "names of the means of payment, each once", [](S s) -> F { return payment_names(s); }},
    {order, "storeid", text, "the store's id", [](S s) -> F { return s.order.store_id; }},
    {order, "store", text, "the store's name", [](S s) -> F { return s.order.store; }},
    {order, "register", text, "the till", [](S s) -> F { return s.order.register_id; }},
    {order, "staff", text, "who sold", [](S s) -> F { return s.order.staff; }},
    {order, "itemcount", text, "pieces sold and taken back", [](S s) -> F { return item_count(s); }},
    {order, "names", multiple, "names of the products, each once", [](S s) -> F { return product_names(s.order); }},
    {order, "skus", multiple, "stock numbers of the products, each once", [](S s) -> F { return product_skus(s.order); }},
    {order, "products", json, "the lines of the receipt", [](S s) -> F { return products(s); }},
    {order, "bonuscheckids", multiple, "bonus checks used, each once", [](S s) -> F { return bonus_check_ids(s.order); }},
    {order, "creditorderid", text, "the sale that this return takes back", [](S s) -> F { return s.order.credited_order_id; }},
    {order, "receipturl", text, "address of the digital receipt", [](S s) -> F { return s.order.receipt_url; }},

    {native_order, "Number", text, "the order's number; finds the record again", [](S s) -> F { return s.order.id; }},
    {native_order, "Date", datetime, "time of the sale, in the store's zone", [](S s) -> F { return local_time(s); }},
    {native_order, "Subtotal", text, "amount without VAT", [](S s) -> F { return money(s.order.net_minor, s); }},
    {native_order, "SubtotalVat", text, "its VAT", [](S s) -> F { return money(s.order.vat_minor, s); }},
    {native_order, "Discount", text, "discounts, net", [](S s) -> F { return money(s.order.discount_minor, s); }},
    {native_order, "Total", text, "amount to pay, gross; negative for a return",
     [](S s) -> F { return money(s.order.total_minor, s); }},
    {native_order, "Vat", text, "VAT", [](S s) -> F { return money(s.order.vat_minor, s); }},
    {native_order, "Currency", text, "the order's currency, or the account's", [](S s) -> F { return currency(s); }},
    {native_order, "PaymentMethod", multiple, "names of the means of payment, each once",
     [](S s) -> F { return payment_names(s); }},
    {native_order, "Names", multiple, "names of the products, each once", [](S s) -> F { return product_names(s.order); }},
    {native_order, "Skus", multiple, "stock numbers of the products, each once",
     [](S s) -> F { return product_skus(s.order); }},
    {native_order, "Products", json, "the lines of the receipt, in the web shops' spelling",
     [](S s) -> F { return native_products(s); }},
    {native_order, "StoreId", text, "the store's id", [](S s) -> F { return s.order.store_id; }},
    {native_order, "StoreName", text, "the store's name", [](S s) -> F { return s.order.store; }},
    {native_order, "Register", text, "the till", [](S s) -> F { return s.order.register_id; }},
    {native_order, "Staff", text, "who sold", [](S s) -> F { return s.order.staff; }},
    {native_order, "BillingFirstname", text, "first name on the order", [](S s) -> F { return s.order.first_name; }},
    {native_order, "BillingLastname", text, "last name on the order", [](S s) -> F { return s.order.last_name; }},
    {native_order, "BillingTele", text, "phone on the order", [](S s) -> F { return s.order.phone; }},
    {native_order, "OrderUrl", text, "address of the digital receipt", [](S s) -> F { return s.order.receipt_url; }},
};

constexpr std::span<const Row> table{rows};

}  // namespace

std::vector<FieldValue> order_fields(const RuleNames& names, const app::Account& account, const Order& order) {
  return map_fields(table, names, Source{account, order}, Empty::omit);
}

std::vector<FieldKey> order_keys(const RuleNames& names) { return fields_of(table, names); }
std::vector<FieldInfo> order_infos(const RuleNames& names) { return infos_of(table, names); }

std::string_view order_id_field(Group group) { return group == Group::native_order ? "Number" : "orderid"; }

}  // namespace kassabro::rule
