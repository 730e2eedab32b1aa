#include "sandbox/sitoo/z_reports.hpp"

#include <algorithm>

#include "base/time_text.hpp"
#include "sandbox/sitoo/order_filter.hpp"
#include "sandbox/sitoo/rest_call.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

constexpr std::size_t page_max = 500;

// Counted from 1.
Result<std::size_t> read_number(const json::object& body, const char* name, std::size_t count) {
  const auto number = body.contains(name) ? int_member(body, name) : std::optional<std::int64_t>(1);
  if (!number || *number < 1 || *number > static_cast<std::int64_t>(count)) return fail(invalid(name, "There is no such one."));
  return static_cast<std::size_t>(*number - 1);
}

void add_up(ZReport& report, const Order& order) {
  const auto gross = order.totals().gross;
  (gross < 0 ? report.refunds : report.sales) += gross;
  ++report.receipts;
}

}  // namespace

Result<ZReport> close_register(Books& books, const json::object& body, Timestamp now) {
  const auto store = read_number(body, "store", books.stores.size());
  if (!store) return fail(store.error());
  const auto till = read_number(body, "register", books.stores[*store].registers.size());
  if (!till) return fail(till.error());
  const auto at = body.contains("at") ? parse_timestamp(text_member(body, "at")) : now;
  if (!at) return fail(invalid("at", "This is no time."));
  ZReport report;
  report.id = static_cast<std::int64_t>(books.z_reports.size()) + 1;
  report.store = *store;
  report.cash_register = *till;
  report.added_at = *at;
  Timestamp since;
  for (const auto& before : books.z_reports)
    if (before.store == *store && before.cash_register == *till) since = std::max(since, before.added_at);
  for (const auto& [_, order] : books.orders) {
    const bool is_mine = order.store == *store && order.cash_register == *till && order.state == OrderState::closed;
    if (is_mine && order.sold_at > since && order.sold_at <= *at) add_up(report, order);
  }
  books.z_reports.insert(std::ranges::upper_bound(books.z_reports, *at, {}, &ZReport::added_at), report);
  return report;
}

json::object z_report_json(const Books& books, const ZReport& report) {
  const auto& store = books.stores[report.store];
  return {{"zreportid", report.id},
          {"eshopid", eshop_id},
          {"store_id", store.external_id},
          {"registerid", store.registers[report.cash_register].id},
          {"dateadded", to_epoch_ms(report.added_at) / 1000},
          {"currencycode", "SEK"},
          {"moneysalestotal", money_text(report.sales)},
          {"moneyrefundtotal", money_text(report.refunds)},
          {"numreceipts", report.receipts}};
}

// A bare array, the oldest first, at most 500 (REST contract, 2.4 and 4.6).
http::Response list_z_reports(RestCall& call) {
  const auto bounds = parse_time_bounds(call.query, "dateadded");
  const auto till = call.query.find("registerid").value_or("");
  const auto store = call.query.find("store_id").value_or("");
  json::array items;
  for (const auto& report : call.books.z_reports) {
    const auto row = z_report_json(call.books, report);
    const auto added = row.at("dateadded").as_int64();
    if ((bounds.from && added < *bounds.from) || (bounds.to && added > *bounds.to)) continue;
    if (!till.empty() && text_member(row, "registerid") != till) continue;
    if (!store.empty() && text_member(row, "store_id") != store) continue;
    if (items.size() < page_max) items.push_back(row);
  }
  return json_answer(std::move(items));
}

}  // namespace kassabro::sandbox::sitoo
