#include "sandbox/sitoo/purchases.hpp"

#include <initializer_list>

#include "base/time_text.hpp"
#include "sandbox/sitoo/money.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

std::string first_text(const json::object& object, std::initializer_list<const char*> names) {
  for (const auto* name : names)
    if (auto text = text_member(object, name); !text.empty()) return text;
  return "";
}

const json::array* first_array(const json::object& object, std::initializer_list<const char*> names) {
  for (const auto* name : names)
    if (const auto* value = object.if_contains(name); value != nullptr && value->is_array()) return &value->get_array();
  return nullptr;
}

std::string date_of(const json::object& order) {
  for (const auto* name : {"orderdate", "order_date", "date", "transaction_date"}) {
    if (const auto seconds = int_member(order, name)) return to_iso(from_epoch_ms(*seconds * 1000));
    if (auto text = text_member(order, name); !text.empty()) return text;
  }
  return "";
}

json::object line_of(const json::object& item) {
  auto total = first_text(item, {"total", "moneytotal", "total_gross", "amount"});
  if (total.empty()) {
    const auto net = parse_money_text(text_member(item, "moneyitemtotal_net"));
    const auto vat = parse_money_text(text_member(item, "moneyitemtotal_vat"));
    total = money_text(net.value_or(0) + vat.value_or(0));
  }
  return {{"sku", text_member(item, "sku")},
          {"name", first_text(item, {"name", "productname", "product_name", "sku"})},
          {"quantity", int_member(item, "quantity").value_or(1)},
          {"total", total}};
}

json::object purchase_of(const json::object& order) {
  static const json::object nothing;
  const auto* data = order.if_contains("additionaldata");
  const auto& extra = data != nullptr && data->is_object() ? data->get_object() : nothing;
  json::array lines;
  if (const auto* items = first_array(order, {"lines", "orderitems", "items", "order_items"}))
    for (const auto& item : *items)
      if (item.is_object()) lines.push_back(line_of(item.get_object()));
  const auto total = first_text(order, {"total", "moneytotal_gross_all", "total_gross", "amount"});
  auto type = text_member(order, "type");
  if (type.empty()) type = total.starts_with('-') ? "return" : "sale";
  auto receipt = first_text(order, {"receiptid", "receipt_id"});
  if (receipt.empty()) receipt = text_member(extra, "pos-receiptid");
  auto store = first_text(order, {"store", "storename", "store_name"});
  if (store.empty()) store = text_member(extra, "store-name");
  const auto currency = first_text(order, {"currency", "currencycode", "currency_code"});
  return {{"orderid", first_text(order, {"orderid", "order_id", "transactionid", "transaction_id"})},
          {"receiptid", receipt},
          {"orderdate", date_of(order)},
          {"type", type},
          {"total", total},
          {"currency", currency.empty() ? "SEK" : currency},
          {"store", store},
          {"lines", std::move(lines)}};
}

}  // namespace

json::array purchases_of(const json::value& answer) {
  const auto* list = answer.is_array()    ? &answer.get_array()
                     : answer.is_object() ? first_array(answer.get_object(), {"items", "transactions", "orders"})
                                          : nullptr;
  json::array purchases;
  if (list == nullptr) return purchases;
  for (const auto& order : *list)
    if (order.is_object()) purchases.push_back(purchase_of(order.get_object()));
  return purchases;
}

}  // namespace kassabro::sandbox::sitoo
