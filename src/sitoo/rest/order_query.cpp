#include "sitoo/rest/order_query.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace kassabro::sitoo::rest {
namespace {

// What sitoo/order reads of an order.
constexpr std::string_view fields =
    "orderid,eshopid,externalid,creditorderid,email,namefirst,namelast,phone,moneytotal_net,moneytotal_vat,moneyfinal_net,"
    "moneyfinal_vat,moneyfinal_salestax,moneytotal_gross_roundoff,moneytotal_gross_all,orderdate,orderstateid,paymentstateid,"
    "ordertypeid,registerid,warehouseid,currencycode,additionaldata,orderitems,payments";

constexpr std::int64_t state_closed = 10;  // contracts of Sitoo REST, 3.3

std::int64_t epoch_seconds(Timestamp at) { return to_epoch_ms(at) / 1000; }

}  // namespace

std::string to_query_text(const OrderQuery& query) {
  auto text = fmt::format("eshopid={}", query.eshop_id);
  if (!query.order_ids.empty()) text += fmt::format("&orderid={}", fmt::join(query.order_ids, ","));
  if (query.order_id_from) text += fmt::format("&orderidfrom={}", *query.order_id_from);
  if (query.ordered_from) text += fmt::format("&orderdatefrom={}", epoch_seconds(*query.ordered_from));
  if (query.ordered_to) text += fmt::format("&orderdateto={}", epoch_seconds(*query.ordered_to));
  if (query.only_closed) text += fmt::format("&orderstate={}", state_closed);
  return text + fmt::format("&start=0&num={}&sort=orderid&fields={}", query.count_max, fields);
}

bool satisfies(const OrderQuery& query, const json::object& row) {
  const auto id = int_member(row, "orderid");
  if (!id) return false;
  if (const auto shop = int_member(row, "eshopid"); shop && *shop != query.eshop_id) return false;
  if (query.order_id_from && *id < *query.order_id_from) return false;
  if (query.only_closed && int_member(row, "orderstateid") != state_closed) return false;
  if (const auto date = int_member(row, "orderdate")) {
    if (query.ordered_from && *date < epoch_seconds(*query.ordered_from)) return false;
    if (query.ordered_to && *date > epoch_seconds(*query.ordered_to)) return false;
  }
  return query.order_ids.empty() || std::ranges::find(query.order_ids, std::to_string(*id)) != query.order_ids.end();
}

}  // namespace kassabro::sitoo::rest
