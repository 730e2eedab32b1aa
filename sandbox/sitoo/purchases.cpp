#include "sandbox/sitoo/purchases.hpp"

#include "sandbox/sitoo/money.hpp"
#include "sandbox/sitoo/spellings.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

json::object line_of(const json::object& item) {
  auto total = first_text(item, {"total", "moneytotal", "money_total", "total_gross", "amount"});
  if (total.empty()) {
    const auto net = parse_money_text(text_member(item, "moneyitemtotal_net"));
    const auto vat = parse_money_text(text_member(item, "moneyitemtotal_vat"));
    total = money_text(net.value_or(0) + vat.value_or(0));
  }
  return {{"sku", first_text(item, {"sku", "product_sku", "article_number"})},
          {"name", first_text(item, {"name", "productname", "product_name", "sku"})},
          {"quantity", int_member(item, "quantity").value_or(1)},
          {"total", total}};
}

json::object purchase_of(const json::object& order) {
  static const json::object nothing;
  const json::value* data = nullptr;
  for (const auto* name : {"additionaldata", "additional_data"})
    if (const auto* given = order.if_contains(name); given != nullptr && given->is_object()) data = given;
  const auto& extra = data != nullptr ? data->get_object() : nothing;
  json::array lines;
  if (const auto* items = first_array(order, {"lines", "orderitems", "items", "order_items", "order_lines", "products"}))
    for (const auto& item : *items)
      if (item.is_object()) lines.push_back(line_of(item.get_object()));
  const auto total =
      first_text(order, {"total", "moneytotal_gross_all", "money_total_gross_all", "money_total", "total_gross", "amount"});
  auto type = text_member(order, "type");
  if (type.empty()) type = total.starts_with('-') ? "return" : "sale";
  auto receipt = first_text(order, {"receiptid", "receipt_id", "receipt_number"});
  if (receipt.empty()) receipt = text_member(extra, "pos-receiptid");
  auto store = first_text(order, {"store", "storename", "store_name"});
  if (store.empty()) store = text_member(extra, "store-name");
  const auto currency = first_text(order, {"currency", "currencycode", "currency_code"});
  return {{"orderid",
           first_text(order, {"orderid", "order_id", "transactionid", "transaction_id", "channelorderid", "channel_order_id"})},
          {"receiptid", receipt},
          {"orderdate", first_date(order, {"orderdate", "order_date", "date", "transaction_date"})},
          {"type", type},
          {"total", total},
          {"currency", currency.empty() ? "SEK" : currency},
          {"store", store},
          {"channel", first_text(order, {"channel", "source"})},
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
