#include <algorithm>
#include <array>

#include "admin/account_text.hpp"
#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "base/time_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

json::object member_object(const app::ChangedMember& member) {
  std::string name;
  for (const auto& part : member.path) name += (name.empty() ? "" : ".") + part;
  return {{"member", name}, {"before", member.before}, {"after", member.after}, {"secret", member.secret}};
}

json::value undo_blocked_by(const app::ListedChange& listed) {
  if (listed.undoable) return nullptr;
  if (listed.undone) return "undone";
  return std::ranges::any_of(listed.change.members, &app::ChangedMember::secret) ? "secret" : "later_change";
}

json::object change_object(const app::ListedChange& listed) {
  const auto& change = listed.change;
  json::array members;
  for (const auto& member : change.members) members.push_back(member_object(member));
  json::object out{{"change_id", std::to_string(change.id)},
                   {"at", to_iso(change.at)},
                   {"author", change.author},
                   {"members", std::move(members)},
                   {"undoes", nullptr},
                   {"undone", listed.undone},
                   {"undoable", listed.undoable},
                   {"undo_blocked_by", undo_blocked_by(listed)}};
  if (change.undoes) out["undoes"] = std::to_string(*change.undoes);
  return out;
}

Result<json::object> parse_object(std::string_view text) {
  auto body = parse_json(text);
  if (!body) return fail(body.error());
  if (!body->is_object()) return fail(invalid("body", "This must be a JSON object."));
  return std::move(body->get_object());
}

struct PreviewedOrder {
  domain::Order order;
  domain::Contact buyer;
};

// The order that is named, or the account's latest of a known customer. Errors name "order_id".
Async<Result<PreviewedOrder>> order_for_preview(const Call& call, app::AccountId account, std::string order_id) {
  const auto& ports = call.use_cases.customers;
  if (order_id.empty()) {
    const auto latest = co_await ports.files.latest_order(account);
    if (!latest) co_return fail(not_found("order_id", "No customer has bought anything yet: there is nothing to try it on."));
    order_id = *latest;
  }
  auto stored = co_await ports.orders.find(account, order_id);
  if (!stored) co_return fail(not_found("order_id", "There is no such order."));
  if (!stored->order.contact) co_return fail(invalid("order_id", "This order has no customer: nothing of it is told to Rule."));
  auto file = co_await ports.files.read(account, *stored->order.contact);
  if (!file) co_return fail(not_found("order_id", "The order's customer is gone."));
  co_return PreviewedOrder{std::move(stored->order), std::move(file->contact.contact)};
}

}  // namespace

Async<http::Response> list_account_changes(const Call& call) {
  const auto id = parse_id(call.params[0], "account");
  if (!id) co_return http::problem(id.error());
  const auto count = parse_limit(call.query);
  if (!count) co_return http::problem(count.error());
  const auto changes = co_await call.use_cases.accounts.list_changes(*id, *count);
  if (!changes) co_return http::problem(changes.error());
  json::array items;
  for (const auto& change : *changes) items.push_back(change_object(change));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

Async<http::Response> undo_account_change(const Call& call) {
  const auto id = parse_id(call.params[0], "account");
  if (!id) co_return http::problem(id.error());
  const auto change = parse_id(call.params[1], "change");
  if (!change) co_return http::problem(change.error());
  const auto account = co_await call.use_cases.accounts.undo(*id, *change, call.caller.actor);
  if (!account) co_return http::problem(account.error());
  co_return co_await connection_answer(call, *account, 200);
}

Async<http::Response> preview_settings(const Call& call) {
  const auto id = parse_id(call.params[0], "account");
  if (!id) co_return http::problem(id.error());
  const auto body = parse_object(call.request.body);
  if (!body) co_return http::problem(body.error());
  constexpr std::array<std::string_view, 1> texts{"order_id"};
  if (auto checked = check_texts(*body, texts); !checked) co_return http::problem(checked.error());
  json::object patch;
  if (const auto* settings = find_member(*body, "settings")) {
    if (!settings->is_object()) co_return http::problem(invalid("settings", "The settings are a JSON object."));
    patch = settings->get_object();
  }
  const auto as_it_is = co_await call.use_cases.accounts.get(*id);
  if (!as_it_is) co_return http::problem(as_it_is.error());
  const auto as_it_would_be = co_await call.use_cases.accounts.with_settings(*id, patch);
  if (!as_it_would_be) co_return http::problem(as_it_would_be.error());
  const auto previewed = co_await order_for_preview(call, *id, text_member(*body, "order_id"));
  if (!previewed) co_return http::problem(previewed.error());
  json::object out{{"order_id", previewed->order.id}};
  for (const auto& [name, account] : {std::pair{"before", &*as_it_is}, std::pair{"after", &*as_it_would_be}}) {
    auto explained = call.use_cases.explain_stored(*account, previewed->buyer, previewed->order);
    if (!explained) co_return http::problem(explained.error());
    out[name] = std::move(*explained);
  }
  co_return http::json_response(to_json_text(out));
}

Async<http::Response> get_default_settings(const Call& call) {
  co_return http::json_response(to_json_text(json::object{{"settings", call.use_cases.default_settings()}}));
}

}  // namespace kassabro::admin
