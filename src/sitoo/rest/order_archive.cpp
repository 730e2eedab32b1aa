#include "sitoo/rest/order_archive.hpp"

namespace kassabro::sitoo::rest {

Async<std::expected<app::ArchivePage, app::SourceError>> RestOrderArchive::list(const app::Account& account,
                                                                                app::ArchiveQuery query) {
  OrderQuery wanted;
  wanted.eshop_id = query.eshop_id;
  wanted.order_id_from = query.id_from;
  wanted.ordered_from = query.ordered_from;
  wanted.ordered_to = query.ordered_to;
  wanted.only_closed = query.only_completed;
  wanted.count_max = query.count_max;
  auto listed = co_await client_.list_orders(account, std::move(wanted));
  if (!listed) co_return std::unexpected(listed.error());
  app::ArchivePage page;
  page.left = listed->total_count;
  // Sitoo may give fewer rows than were asked for, so only a page without any row is the last one. Rows that were not asked
  // for count here: a filter that is passed over must not end the pass.
  if (listed->last_id && *listed->last_id >= query.id_from) page.next = *listed->last_id + 1;
  page.orders.reserve(listed->orders.size());
  for (const auto& order : listed->orders) page.orders.push_back({text_member(order, "orderid"), to_json_text(order)});
  co_return page;
}

}  // namespace kassabro::sitoo::rest
