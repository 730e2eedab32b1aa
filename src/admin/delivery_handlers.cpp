#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>

#include "admin/delivery_search.hpp"
#include "admin/delivery_text.hpp"
#include "admin/explain_delivery.hpp"
#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "base/sleep.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

// Rows by their ids, or all of a state that match ({"all":"parked"}).
struct Selection {
  std::vector<app::DeliveryId> ids;
  std::optional<app::DeliverySearch> all;
  std::optional<app::AccountId> account;
  std::string reason;
};

Result<std::vector<app::DeliveryId>> parse_ids(const json::value& value) {
  if (!value.is_array()) return fail(invalid("delivery_ids", "This is not an array of ids."));
  std::vector<app::DeliveryId> ids;
  for (const auto& item : value.get_array()) {
    const auto id = parse_id(text_of(item).value_or(""), "delivery_ids");
    if (!id) return fail(id.error());
    ids.push_back(*id);
  }
  return ids;
}

Result<Selection> parse_selection(std::string_view text) {
  const auto body = parse_json(text);
  if (!body) return fail(body.error());
  if (!body->is_object()) return fail(invalid("body", "A selection is a JSON object."));
  const auto& object = body->get_object();
  constexpr std::array<std::string_view, 1> texts{"reason"};
  if (auto checked = check_texts(object, texts); !checked) return fail(checked.error());
  auto search = parse_delivery_search(object);
  if (!search) return fail(search.error());
  Selection selection;
  selection.account = search->account;
  selection.reason = text_member(object, "reason");
  if (const auto* ids = find_member(object, "delivery_ids")) {
    auto parsed = parse_ids(*ids);
    if (!parsed) return fail(parsed.error());
    selection.ids = std::move(*parsed);
  }
  if (search->state) selection.all = std::move(*search);
  if (selection.ids.empty() && !selection.all) return fail(invalid("delivery_ids", "The selection names no delivery."));
  return selection;
}

using Change = std::function<Async<std::size_t>(app::AccountId, std::vector<app::DeliveryId>)>;

Async<std::size_t> change_each(std::vector<app::DeliveryRow> rows, const Change& change) {
  std::map<app::AccountId, std::vector<app::DeliveryId>> by_account;
  for (const auto& row : rows) by_account[row.delivery.account].push_back(row.delivery.id);
  std::size_t count = 0;
  for (auto& [account, ids] : by_account) count += co_await change(account, std::move(ids));
  co_return count;
}

// Page by page, from the newest back: what becomes of the rows on the way moves none of those that are still to come.
Async<std::size_t> change_found(const Call& call, app::DeliverySearch search, const Change& change) {
  constexpr std::size_t page_rows = 1'000;
  search.count_max = page_rows;
  std::size_t count = 0;
  do {
    auto page = co_await call.use_cases.deliveries.search(search);
    count += co_await change_each(std::move(page.rows), change);
    search.before = page.next;
  } while (search.before);
  co_return count;
}

// Error: not_found when ids were named and none of them is there.
Async<Result<std::size_t>> change_rows(const Call& call, const Selection& selection, const Change& change) {
  if (selection.all) co_return co_await change_found(call, *selection.all, change);
  auto rows = co_await call.use_cases.deliveries.list(
      {.account = selection.account, .state = {}, .count_max = selection.ids.size(), .ids = selection.ids});
  if (rows.empty()) co_return fail(not_found("delivery_ids", "There are no such deliveries."));
  co_return co_await change_each(std::move(rows), change);
}

http::Response counted(std::size_t count) { return http::json_response(to_json_text(json::object{{"count", count}})); }

}  // namespace

namespace {

// A rare match may lie far back: several pages are looked through, with a pause in which tills are served.
Async<app::DeliveryPage> search_on(app::DeliveryQueue& deliveries, app::DeliverySearch search) {
  constexpr int pages_max = 20;
  app::DeliveryPage found = co_await deliveries.search(search);
  for (int i = 1; i < pages_max && found.next && found.rows.size() < search.count_max; ++i) {
    co_await sleep_for(std::chrono::milliseconds(1));
    auto next = search;
    next.before = found.next;
    next.count_max -= found.rows.size();
    auto page = co_await deliveries.search(std::move(next));
    std::ranges::move(page.rows, std::back_inserter(found.rows));
    found.next = page.next;
  }
  co_return found;
}

}  // namespace

Async<http::Response> list_deliveries(const Call& call) {
  auto search = parse_delivery_search(call.query);
  if (!search) co_return http::problem(search.error());
  const auto page = co_await search_on(call.use_cases.deliveries, std::move(*search));
  json::array items;
  for (const auto& row : page.rows) items.push_back(delivery_object(row));
  json::object body{{"items", std::move(items)}, {"next", nullptr}};
  if (page.next) body["next"] = std::to_string(*page.next);
  co_return http::json_response(to_json_text(body));
}

// Stops at a bound, so that nobody waits for a number that says no more than "many".
Async<http::Response> count_deliveries(const Call& call) {
  constexpr std::size_t counted_max = 100'000;
  constexpr std::size_t page_rows = 5'000;
  auto search = parse_delivery_search(call.query);
  if (!search) co_return http::problem(search.error());
  search->count_max = page_rows;
  std::size_t count = 0;
  do {
    const auto page = co_await search_on(call.use_cases.deliveries, *search);
    count += page.rows.size();
    search->before = page.next;
  } while (search->before && count < counted_max);
  co_return http::json_response(to_json_text(json::object{{"count", count}, {"exact", !search->before.has_value()}}));
}

Async<http::Response> get_delivery(const Call& call) {
  const auto id = parse_id(call.params[0], "delivery");
  if (!id) co_return http::problem(id.error());
  const auto rows = co_await call.use_cases.deliveries.list({.account = {}, .state = {}, .count_max = 1, .ids = {*id}});
  if (rows.empty()) co_return http::problem(not_found("delivery", "There is no delivery with this id."));
  const auto& row = rows.front();
  auto body = delivery_object(row);
  json::array tries;
  for (const auto& tried : co_await call.use_cases.deliveries.list_tries(row.delivery.account, row.delivery.id))
    tries.push_back(try_object(tried));
  body["tries"] = std::move(tries);
  auto [customer, explained] = co_await explain_delivery(call.use_cases, row.delivery);
  body["customer"] = std::move(customer);
  body["explained"] = std::move(explained);
  co_return http::json_response(to_json_text(body));
}

Async<http::Response> replay_deliveries(const Call& call) {
  const auto selection = parse_selection(call.request.body);
  if (!selection) co_return http::problem(selection.error());
  if (selection->all && selection->all->state != app::DeliveryState::parked)
    co_return http::problem(invalid("all", "What can be replayed as a whole is \"parked\"."));
  const auto now = call.use_cases.clock.now();
  const auto count = co_await change_rows(call, *selection, [&](app::AccountId account, std::vector<app::DeliveryId> ids) {
    return call.use_cases.deliveries.replay(account, std::move(ids), now);
  });
  if (!count) co_return http::problem(count.error());
  if (call.use_cases.resume_outbox) call.use_cases.resume_outbox();
  co_return counted(*count);
}

Async<http::Response> park_deliveries(const Call& call) {
  const auto selection = parse_selection(call.request.body);
  if (!selection) co_return http::problem(selection.error());
  if (selection->all && selection->all->state != app::DeliveryState::pending)
    co_return http::problem(invalid("all", "What can be parked as a whole is \"pending\"."));
  const std::string reason = selection->reason.empty() ? "Parked by hand." : selection->reason;
  const auto now = call.use_cases.clock.now();
  const auto count = co_await change_rows(call, *selection, [&](app::AccountId account, std::vector<app::DeliveryId> ids) {
    return call.use_cases.deliveries.park(account, std::move(ids), reason, now);
  });
  if (!count) co_return http::problem(count.error());
  co_return counted(*count);
}

Async<http::Response> explain_order(const Call& call) {
  const auto body = parse_json(call.request.body);
  if (!body) co_return http::problem(body.error());
  const auto id = parse_account(call.query);
  if (!id) co_return http::problem(id.error());
  app::Account account;  // a shop with the default settings, where none is named
  if (*id) {
    auto found = co_await call.use_cases.accounts.get(**id);
    if (!found) co_return http::problem(found.error());
    account = std::move(*found);
  }
  const auto explained = co_await call.use_cases.explain(account, *body);
  if (!explained) co_return http::problem(explained.error());
  co_return http::json_response(to_json_text(*explained));
}

}  // namespace kassabro::admin
