#include "sandbox/sitoo/order_json.hpp"

#include <fmt/format.h>

#include "base/time_text.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

json::value money(Minor amount) { return json::string(money_text(amount)); }

json::value vat_number(int hundredths) {
  if (hundredths % 100 == 0) return hundredths / 100;
  return static_cast<double>(hundredths) / 100;
}

// Documented is {}; some backends write an empty map as [] (REST contract, 3.6).
json::value data_json(const Books& books, json::object data) {
  if (data.empty() && books.switches.empty_data_as_array) return json::array{};
  return data;
}

// Prices per unit are net and positive, on returns too (REST contract, 3.7).
json::object item_json(const Books& books, const Order& order, const Line& line, int index) {
  const auto split = line.split();
  const auto before = split_vat(line.unit_gross, line.vat_hundredths).net;
  const auto after = line.quantity == 0 ? 0 : share_of(split.net, 1, line.quantity);
  const bool discounted = line.discount != 0;
  const std::string crm = order.spi == Spi::v2 ? "crm-" : "customcrm-";
  json::object data;
  if (!line.bonus_check_id.empty()) data[crm + "bonuscheckid"] = line.bonus_check_id;
  if (!line.promotion_id.empty()) data[crm + "promotionid"] = line.promotion_id;
  if (discounted) data["orderitem-moneyrowdiscount"] = money_text(std::abs(line.discount));
  if (line.original_line >= 0) data["pos-originalsales-orderitemid"] = std::to_string(line.original_line);
  return {{"orderitemid", index},
          {"orderitemtype", 10},
          {"productid", static_cast<std::int64_t>(std::hash<std::string>{}(line.sku) % 100'000)},
          {"productname", line.name},
          {"sku", line.sku},
          {"productattributes", ""},
          {"quantity", line.quantity},
          {"decimalunitquantity", nullptr},
          {"decimalquantitytotal", fmt::format("{}.000", line.quantity)},
          {"moneynetpriceperunit", money(after)},
          {"moneynetpriceperquantity", money(after)},
          {"moneypriceorg", "0.00"},
          {"vatvalue", vat_number(line.vat_hundredths)},
          {"moneyitemtotal_net", money(split.net)},
          {"moneyitemtotal_vat", money(split.vat)},
          {"moneyoriginalprice", money(before)},
          {"moneydiscountedprice", money(discounted ? after : 0)},
          {"moneydiscount", money(discounted ? before - after : 0)},
          {"vouchercode", ""},
          {"vouchername", ""},
          {"voucherid", 0},
          {"salestaxes", json::array{}},
          {"additionaldata", data_json(books, std::move(data))}};
}

// Values are strings, ids too (REST contract, 3.6).
json::object additional_data(const Books& books, const Order& order) {
  const auto& store = books.store_of(order);
  json::object data{{"pos-receiptid", order.receipt_id},
                    {"store-externalid", store.external_id},
                    {"store-name", store.name},
                    {"pos-staff-externalid", order.staff},
                    {"pos-timezone", "Europe/Stockholm"}};
  const auto set = [&](const char* key, const std::string& value) {
    if (!value.empty()) data[key] = value;
  };
  const bool v2 = order.spi == Spi::v2;
  set(v2 ? "crm-customerid" : "customcrm-contactid", order.contact_id);
  set(v2 ? "crm-membernumber" : "customcrm-membernumber", order.member_number);
  const auto set_id = [&](const char* key, std::int64_t id) {
    if (id != 0) data[key] = std::to_string(id);
  };
  set_id("pos-originalsales-orderid", order.credit_order_id);
  set_id("pos-sourceorderid", order.source_order_id);
  set_id("pos-refundsales-orderid", order.refund_sales_order_id);
  set_id("pos-refund-orderid", order.refund_order_id);
  if (const auto* refund = books.find_order(order.refund_order_id)) data["pos-refund-receiptid"] = refund->receipt_id;
  return data;
}

// What is reserved on an open order, or was paid.
json::array payments_json(const Books& books, const Order& order, const char* amount_name) {
  json::array payments;
  for (const auto& payment : order.payments) {
    json::object data;
    if (payment.is_virtual) data["virtual-payment"] = "true";
    payments.push_back(json::object{{"name", payment.name},
                                    {amount_name, money_text(payment.amount)},
                                    {"externalid", nullptr},
                                    {"reftype", ""},
                                    {"refid", ""},
                                    {"cardissuer", payment.name == "Card" ? "Mastercard" : ""},
                                    {"additionaldata", data_json(books, std::move(data))}});
  }
  return payments;
}

json::array reserved_json(const Books& books, const Order& order) {
  auto reserved = payments_json(books, order, "moneyreserved");
  for (std::size_t i = 0; i < reserved.size(); ++i) reserved[i].as_object()["id"] = i + 1;
  return reserved;
}

json::array items_json(const Books& books, const Order& order) {
  json::array items;
  for (const auto& line : order.lines) items.push_back(item_json(books, order, line, static_cast<int>(items.size())));
  return items;
}

json::value number_or_null(std::int64_t number) {
  if (number == 0) return nullptr;
  return number;
}

}  // namespace

json::object order_json(const Books& books, const Order& order) {
  const auto totals = order.totals();
  json::object out{{"orderid", order.id},
                   {"eshopid", eshop_id},
                   {"externalid", nullptr},
                   {"creditorderid", number_or_null(order.credit_order_id)},
                   {"email", order.email},
                   {"namefirst", order.first_name},
                   {"namelast", order.last_name},
                   {"personalid", ""},
                   {"company", ""},
                   {"phone", order.phone},
                   {"comment", ""},
                   {"commentinternal", ""},
                   {"customerref", ""},
                   {"checkoutref", ""},
                   {"moneytotal_net", money(totals.net)},
                   {"moneytotal_vat", money(totals.vat)},
                   {"moneycheckout_net", "0.00"},
                   {"moneycheckout_vat", "0.00"},
                   {"moneytotal_gross_checkout", "0.00"},
                   {"moneydelivery_net", "0.00"},
                   {"moneydelivery_vat", "0.00"},
                   {"moneytotal_gross_delivery", "0.00"},
                   {"moneyfinal_net", money(totals.net)},
                   {"moneyfinal_vat", money(totals.vat)},
                   {"moneyfinal_salestax", "0.00"},
                   {"moneytotal_gross_roundoff", money(order.roundoff)},
                   {"moneytotal_gross_all", money(totals.gross)}};
  for (const auto* kind : {"invoice_", "delivery_"})
    for (const auto* part : {"address", "address2", "zip", "city", "state", "countryid"}) out[std::string(kind) + part] = "";
  out["orderdate"] = to_epoch_ms(order.sold_at) / 1000;
  out["orderstateid"] = order.shown_state();
  out["paymentstateid"] = order.shown_payment_state();
  out["ordertypeid"] = order.shown_type();
  out["checkouttypename"] = order.payments.empty() ? "" : "Sitoo POS - " + order.payments.front().name;
  out["deliverytypename"] = "";
  out["userid_staff"] = "{7D9E0F6A-0C55-4A4E-9A53-6F6B1F5B7A01}";
  out["registerid"] = books.register_of(order).id;
  out["warehouseid"] = books.store_of(order).warehouse_id;
  out["datereserved"] = nullptr;
  out["currencycode"] = order.currency;
  out["additionaldata"] = data_json(books, additional_data(books, order));
  out["orderitems"] = items_json(books, order);
  const bool is_reserved = order.state == OrderState::open;
  out["payments"] = is_reserved ? json::array{} : payments_json(books, order, "moneyamount");
  out["reservedpayments"] = is_reserved ? reserved_json(books, order) : json::array{};
  for (const auto& [name, value] : order.overrides) out[name] = value;
  return out;
}

json::object receipt_json(const Books& books, const Order& order) {
  const auto totals = order.totals();
  json::array lines, payments;
  for (const auto& line : order.lines)
    lines.push_back(json::object{{"sku", line.sku},
                                 {"name", line.name},
                                 {"quantity", line.quantity},
                                 {"price", money_text(line.unit_gross)},
                                 {"vat", vat_number(line.vat_hundredths)},
                                 {"total", money_text(line.gross())}});
  for (const auto& payment : order.payments)
    payments.push_back(json::object{{"name", payment.name}, {"amount", money_text(payment.amount)}});
  auto customer = order.first_name;
  if (!order.last_name.empty()) customer += (customer.empty() ? "" : " ") + order.last_name;
  return {{"orderid", std::to_string(order.id)},
          {"receiptid", order.receipt_id},
          {"orderdate", to_iso(order.sold_at)},
          {"type", order.is_return() ? "return" : "sale"},
          {"store", books.store_of(order).name},
          {"register", books.register_of(order).name},
          {"staff", order.staff},
          {"member_number_title", books.settings.custom_crm.member_number_title},
          {"membernumber", order.member_number},
          {"customer", customer},
          {"currency", order.currency},
          {"lines", std::move(lines)},
          {"total", money_text(totals.gross)},
          {"net", money_text(totals.net)},
          {"vat", money_text(totals.vat)},
          {"payments", std::move(payments)}};
}

}  // namespace kassabro::sandbox::sitoo
