#include <algorithm>
#include <array>

#include "admin/account_text.hpp"
#include "admin/handlers.hpp"
#include "admin/numbers.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

struct ChangeText {
  std::string_view name;
  std::optional<std::string> app::AccountChange::* place;
};

constexpr std::array<ChangeText, 7> change_texts{{{"name", &app::AccountChange::name},
                                                  {"country", &app::AccountChange::country},
                                                  {"time_zone", &app::AccountChange::time_zone},
                                                  {"currency", &app::AccountChange::currency},
                                                  {"sitoo_base_url", &app::AccountChange::sitoo_base_url},
                                                  {"sitoo_api_id", &app::AccountChange::sitoo_api_id},
                                                  {"sitoo_password", &app::AccountChange::sitoo_password}}};

Result<app::AccountDraft> parse_draft(std::string_view text) {
  const auto body = parse_json(text);
  if (!body) return fail(body.error());
  if (!body->is_object()) return fail(invalid("body", "An account is a JSON object."));
  const auto& object = body->get_object();
  app::AccountDraft draft;
  draft.name = text_member(object, "name");
  draft.rule_api_key = text_member(object, "rule_api_key");
  draft.country = text_member(object, "country");
  draft.time_zone = text_member(object, "time_zone");
  draft.currency = text_member(object, "currency");
  draft.sitoo_base_url = text_member(object, "sitoo_base_url");
  draft.sitoo_api_id = text_member(object, "sitoo_api_id");
  draft.sitoo_password = text_member(object, "sitoo_password");
  draft.eshop_id = int_member(object, "eshop_id").value_or(1);
  if (const auto* settings = find_member(object, "settings")) {
    if (!settings->is_object()) return fail(invalid("settings", "The settings are a JSON object."));
    draft.settings = settings->get_object();
  }
  return draft;
}

// Errors name the member: one that cannot be changed, or of another type.
Result<void> read_change(app::AccountChange& change, std::string_view name, const json::value& value) {
  if (name == "settings") {
    if (!value.is_object()) return fail(invalid("settings", "The settings are a JSON object."));
    change.settings = value.get_object();
    return {};
  }
  if (name == "eshop_id") {
    change.eshop_id = int_member({{"eshop_id", value}}, "eshop_id");
    if (!change.eshop_id) return fail(invalid("eshop_id", "This is not a whole number."));
    return {};
  }
  const auto row = std::ranges::find(change_texts, name, &ChangeText::name);
  if (row == change_texts.end()) return fail(invalid(std::string(name), "There is nothing of this name to be changed."));
  if (!value.is_string()) return fail(invalid(std::string(name), "This is not a text."));
  change.*row->place = std::string(value.get_string());
  return {};
}

Result<app::AccountChange> parse_change(std::string_view text) {
  const auto body = parse_json(text);
  if (!body) return fail(body.error());
  if (!body->is_object()) return fail(invalid("body", "A change is a JSON object."));
  app::AccountChange change;
  for (const auto& [name, value] : body->get_object())
    if (auto read = read_change(change, name, value); !read) return fail(read.error());
  return change;
}

}  // namespace

Async<http::Response> change_account(const Call& call) {
  const auto id = parse_id(call.params[0], "account");
  if (!id) co_return http::problem(id.error());
  auto change = parse_change(call.request.body);
  if (!change) co_return http::problem(change.error());
  const auto account = co_await call.use_cases.accounts.change(*id, std::move(*change));
  if (!account) co_return http::problem(account.error());
  co_return http::json_response(to_json_text(account_connection(*account, call.options.public_base_url)));
}

Async<http::Response> add_account(const Call& call) {
  auto draft = parse_draft(call.request.body);
  if (!draft) co_return http::problem(draft.error());
  const auto account = co_await call.use_cases.accounts.add(std::move(*draft));
  if (!account) co_return http::problem(account.error());
  co_return http::json_response(to_json_text(account_connection(*account, call.options.public_base_url)), 201);
}

Async<http::Response> list_accounts(const Call& call) {
  json::array items;
  for (const auto& account : co_await call.use_cases.accounts.list()) items.push_back(account_summary(account));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

Async<http::Response> get_account(const Call& call) {
  const auto id = parse_id(call.params[0], "account");
  if (!id) co_return http::problem(id.error());
  const auto account = co_await call.use_cases.accounts.get(*id);
  if (!account) co_return http::problem(account.error());
  co_return http::json_response(to_json_text(account_connection(*account, call.options.public_base_url)));
}

Async<http::Response> remove_account(const Call& call) {
  const auto id = parse_id(call.params[0], "account");
  if (!id) co_return http::problem(id.error());
  const auto removed = co_await call.use_cases.accounts.remove(*id);
  if (!removed) co_return http::problem(removed.error());
  co_return http::empty_response(204);
}

}  // namespace kassabro::admin
