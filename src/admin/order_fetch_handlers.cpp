#include <array>

#include "admin/delivery_text.hpp"
#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "base/time_text.hpp"
#include "base/utf8.hpp"
#include "http/basic_credentials.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

constexpr std::int64_t quarantine_rows_max = 1'000;
constexpr const char* states_text = "A state is pending, done or parked.";

json::object row_object(const app::OrderFetchRow& row) {
  return {{"account_id", std::to_string(row.fetch.account)},
          {"eshop_id", row.fetch.eshop_id},
          {"order_id", row.fetch.order_id},
          {"state", to_text(row.state)},
          {"attempts", row.fetch.attempts},
          {"not_before", to_iso(row.not_before)},
          {"reason", row.reason},
          {"created_at", to_iso(row.created_at)},
          {"updated_at", to_iso(row.updated_at)},
          {"trace_id", trace_id_of(row.fetch.trace)}};
}

// The body may be any bytes: "body" when it is a text, else "body_base64"; neither for whoever may not see people's data.
json::object row_object(const app::QuarantineRow& row, bool shows_body) {
  json::object object{{"quarantine_id", std::to_string(row.id)},
                      {"account_id", std::to_string(row.account)},
                      {"received_at", to_iso(row.received_at)},
                      {"source", row.source},
                      {"reason", row.reason}};
  if (!shows_body) return object;
  if (is_utf8(row.body))
    object["body"] = row.body;
  else
    object["body_base64"] = http::encode_base64(row.body);
  return object;
}

Result<app::OrderFetchFilter> parse_filter(const http::Query& query) {
  const auto account = parse_account(query);
  if (!account) return fail(account.error());
  const auto count = parse_limit(query);
  if (!count) return fail(count.error());
  app::OrderFetchFilter filter{*account, std::nullopt, *count};
  if (const auto text = query.find("state")) {
    filter.state = app::parse_order_fetch_state(*text);
    if (!filter.state) return fail(invalid("state", states_text));
  }
  return filter;
}

// Orders of one account by their ids, or all that are parked ({"all":"parked"}), of one account or of all.
struct Selection {
  std::optional<app::AccountId> account;
  std::vector<std::string> order_ids;
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
  if (const auto* ids = find_member(object, "order_ids")) {
    if (!ids->is_array()) return fail(invalid("order_ids", "This is not an array of ids."));
    for (const auto& id : ids->get_array()) selection.order_ids.push_back(text_of(id).value_or(""));
  }
  constexpr std::array<std::string_view, 1> texts{"all"};
  if (auto checked = check_texts(object, texts); !checked) return fail(checked.error());
  const auto all = text_member(object, "all");
  if (!all.empty() && all != "parked") return fail(invalid("all", "What can be replayed as a whole is \"parked\"."));
  if (all.empty() == selection.order_ids.empty())
    return fail(invalid("order_ids", "The selection names either orders or all that are parked."));
  if (!selection.order_ids.empty() && !selection.account)
    return fail(invalid("account", "Order ids belong to an account; name it."));
  return selection;
}

}  // namespace

Async<http::Response> list_order_fetches(const Call& call) {
  const auto filter = parse_filter(call.query);
  if (!filter) co_return http::problem(filter.error());
  json::array items;
  for (const auto& row : co_await call.use_cases.order_fetches.list(*filter)) items.push_back(row_object(row));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

Async<http::Response> replay_order_fetches(const Call& call) {
  const auto selection = parse_selection(call.request.body);
  if (!selection) co_return http::problem(selection.error());
  const auto now = call.use_cases.clock.now();
  auto& queue = call.use_cases.order_fetches;
  std::size_t count = 0;
  if (selection->order_ids.empty()) {
    count = co_await queue.replay_parked(selection->account, now);
  } else {
    count = co_await queue.replay(*selection->account, selection->order_ids, now);
    if (count == 0) co_return http::problem(not_found("order_ids", "No event has named these orders."));
  }
  if (call.use_cases.resume_order_fetches) call.use_cases.resume_order_fetches();
  co_return http::json_response(to_json_text(json::object{{"count", count}}));
}

Async<http::Response> list_quarantine(const Call& call) {
  const auto account = parse_account(call.query);
  if (!account) co_return http::problem(account.error());
  const auto count = parse_limit(call.query, quarantine_rows_max);
  if (!count) co_return http::problem(count.error());
  const bool shows_bodies = call.caller.scopes.has(Scope::customers);
  json::array items;
  for (const auto& row : co_await call.use_cases.quarantine.list(*account, *count))
    items.push_back(row_object(row, shows_bodies));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

}  // namespace kassabro::admin
