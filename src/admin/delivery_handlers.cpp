#include <functional>
#include <map>

#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "base/time_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

constexpr const char* states_text = "A state is pending, leased, delivered or parked.";

json::object row_object(const app::DeliveryRow& row) {
  return {{"delivery_id", std::to_string(row.delivery.id)},
          {"account_id", std::to_string(row.delivery.account)},
          {"contact_id", std::to_string(row.delivery.contact)},
          {"order_id", row.delivery.order_id},
          {"kind", to_text(row.delivery.kind)},
          {"state", to_text(row.state)},
          {"attempts", row.delivery.attempts},
          {"ambiguous", row.delivery.ambiguous},
          {"not_before", to_iso(row.not_before)},
          {"reason", row.reason},
          {"created_at", to_iso(row.created_at)},
          {"updated_at", to_iso(row.updated_at)}};
}

Result<app::DeliveryFilter> parse_filter(const http::Query& query) {
  const auto account = parse_account(query);
  if (!account) return fail(account.error());
  const auto count = parse_limit(query);
  if (!count) return fail(count.error());
  app::DeliveryFilter filter;
  filter.account = *account;
  filter.count_max = *count;
  if (const auto text = query.find("state")) {
    filter.state = app::parse_delivery_state(*text);
    if (!filter.state) return fail(invalid("state", states_text));
  }
  return filter;
}

// Ids as they were asked for, or those of all rows in a state ({"all":"parked"}).
struct Selection {
  std::vector<app::DeliveryId> ids;
  std::optional<app::DeliveryState> all;
  std::optional<app::AccountId> account;
  std::string reason;
};

Result<Selection> parse_selection(std::string_view text) {
  const auto body = parse_json(text);
  if (!body) return fail(body.error());
  if (!body->is_object()) return fail(invalid("body", "A selection is a JSON object."));
  const auto& object = body->get_object();
  const auto account = parse_account(object);
  if (!account) return fail(account.error());
  Selection selection;
  selection.account = *account;
  selection.reason = text_member(object, "reason");
  if (const auto written = text_member(object, "all"); !written.empty()) {
    selection.all = app::parse_delivery_state(written);
    if (!selection.all) return fail(invalid("all", states_text));
  }
  if (const auto* ids = find_member(object, "delivery_ids")) {
    if (!ids->is_array()) return fail(invalid("delivery_ids", "This is not an array of ids."));
    for (const auto& value : ids->get_array()) {
      const auto id = parse_id(text_of(value).value_or(""), "delivery_ids");
      if (!id) return fail(id.error());
      selection.ids.push_back(*id);
    }
  }
  if (selection.ids.empty() && !selection.all) return fail(invalid("delivery_ids", "The selection names no delivery."));
  return selection;
}

using RowsByAccount = std::map<app::AccountId, std::vector<app::DeliveryId>>;

// The rows of a selection, at most rows_max at once.
Async<RowsByAccount> find_rows(const Call& call, const Selection& selection) {
  app::DeliveryFilter filter;
  filter.account = selection.account;
  filter.state = selection.all;
  filter.ids = selection.ids;
  filter.count_max = static_cast<std::size_t>(rows_max);
  RowsByAccount rows;
  for (const auto& row : co_await call.use_cases.deliveries.list(filter)) rows[row.delivery.account].push_back(row.delivery.id);
  co_return rows;
}

using Change = std::function<Async<std::size_t>(app::AccountId, std::vector<app::DeliveryId>)>;

// Changes the selected rows; a changed row is in another state, so `all` goes on until none is left. Error: not_found when
// ids were named and none of them is there.
Async<Result<std::size_t>> change_rows(const Call& call, const Selection& selection, const Change& change) {
  std::size_t count = 0;
  for (;;) {
    const auto rows = co_await find_rows(call, selection);
    if (rows.empty() && !selection.all) co_return fail(not_found("delivery_ids", "There are no such deliveries."));
    std::size_t changed = 0;
    for (const auto& [account, ids] : rows) changed += co_await change(account, ids);
    count += changed;
    if (!selection.all || changed == 0) co_return count;
  }
}

http::Response counted(std::size_t count) { return http::json_response(to_json_text(json::object{{"count", count}})); }

}  // namespace

Async<http::Response> list_deliveries(const Call& call) {
  const auto filter = parse_filter(call.query);
  if (!filter) co_return http::problem(filter.error());
  json::array items;
  for (const auto& row : co_await call.use_cases.deliveries.list(*filter)) items.push_back(row_object(row));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

Async<http::Response> replay_deliveries(const Call& call) {
  const auto selection = parse_selection(call.request.body);
  if (!selection) co_return http::problem(selection.error());
  if (selection->all && *selection->all != app::DeliveryState::parked)
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
  if (selection->all && *selection->all != app::DeliveryState::pending)
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
