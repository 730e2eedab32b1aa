#include <array>

#include "admin/handlers.hpp"
#include "admin/named_account.hpp"
#include "admin/parameters.hpp"
#include "app/webhook_secret.hpp"
#include "base/time_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {

Async<http::Response> preview_receipt(const Call& call) {
  const auto account = co_await account_in_query(call);
  if (!account) co_return http::problem(account.error());
  const auto preview = co_await call.use_cases.preview_receipt(*account, std::string(call.query.find("order_id").value_or("")),
                                                               std::string(call.query.find("language").value_or("")));
  co_return preview ? http::json_response(to_json_text(*preview)) : http::problem(preview.error());
}

Async<http::Response> try_receipt(const Call& call) {
  auto named = co_await named_account(call);
  if (!named) co_return http::problem(named.error());
  constexpr std::array<std::string_view, 2> texts{"language", "order_id"};
  if (auto checked = check_texts(named->body, texts); !checked) co_return http::problem(checked.error());
  json::object settings;
  if (const auto* given = find_member(named->body, "settings")) {
    if (!given->is_object()) co_return http::problem(invalid("settings", "The settings are a JSON object."));
    settings = given->get_object();
  }
  const auto account = co_await call.use_cases.accounts.with_settings(named->account.id, settings);
  if (!account) co_return http::problem(account.error());
  const auto preview = co_await call.use_cases.preview_receipt(*account, text_member(named->body, "order_id"),
                                                               text_member(named->body, "language"));
  co_return preview ? http::json_response(to_json_text(*preview)) : http::problem(preview.error());
}

Async<http::Response> list_webhooks(const Call& call) {
  const auto account = co_await account_in_query(call);
  if (!account) co_return http::problem(account.error());
  const bool shows_secrets = call.caller.scopes.has(Scope::accounts);  // whoever has an address can tell us what Rule would
  json::array items;
  for (const auto event : app::webhook_events) {
    const auto seen = call.use_cases.webhook_log.find(account->id, event);
    items.push_back(
        json::object{{"event", event},
                     {"url", shows_secrets ? app::webhook_address(call.options.public_base_url, *account, event) : ""},
                     {"count", seen.count},
                     {"last_at", seen.last_at ? json::value(to_iso(*seen.last_at)) : json::value(nullptr)},
                     {"last_result", seen.last_result}});
  }
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

}  // namespace kassabro::admin
