#include "sitoo/rest/order_source.hpp"

#include <algorithm>

namespace kassabro::sitoo::rest {
namespace {

std::vector<std::string> missing_of(const std::vector<std::string>& ids, const app::FetchedOrders& fetched) {
  std::vector<std::string> missing;
  for (const auto& id : ids)
    if (std::ranges::find(fetched.found, id, &app::SourceOrder::order_id) == fetched.found.end()) missing.push_back(id);
  return missing;
}

}  // namespace

Async<std::expected<app::FetchedOrders, app::SourceError>> RestOrderSource::fetch(const app::Account& account,
                                                                                  std::int64_t eshop_id,
                                                                                  std::vector<std::string> order_ids,
                                                                                  Trace trace) {
  OrderQuery query;
  query.eshop_id = eshop_id;
  query.order_ids = order_ids;
  query.count_max = order_ids.size();
  const auto page = co_await client_.list_orders(account, std::move(query), trace);
  if (!page) co_return std::unexpected(page.error());
  app::FetchedOrders fetched;
  for (const auto& order : page->orders) fetched.found.push_back({text_member(order, "orderid"), to_json_text(order)});
  for (const auto& id : missing_of(order_ids, fetched)) {
    const auto order = co_await client_.find_order(account, eshop_id, id, trace);
    if (!order) {
      fetched.stopped = order.error();
      break;
    }
    if (*order)
      fetched.found.push_back({id, to_json_text(**order)});
    else
      fetched.unknown.push_back(id);
  }
  co_return fetched;
}

}  // namespace kassabro::sitoo::rest
