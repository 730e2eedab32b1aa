#include <algorithm>
#include <array>

#include "admin/account_text.hpp"
#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

using app::AccountChange;
using app::AccountDraft;

struct TextRow {
  std::string_view name;
  std::string AccountDraft::* of_draft;
  std::optional<std::string> AccountChange::* of_change;  // null: it cannot be changed
};

constexpr std::array<TextRow, 8> text_rows{{{"name", &AccountDraft::name, &AccountChange::name},
                                            {"rule_api_key", &AccountDraft::rule_api_key, &AccountChange::rule_api_key},
                                            {"country", &AccountDraft::country, &AccountChange::country},
                                            {"time_zone", &AccountDraft::time_zone, &AccountChange::time_zone},
                                            {"currency", &AccountDraft::currency, &AccountChange::currency},
                                            {"sitoo_base_url", &AccountDraft::sitoo_base_url, &AccountChange::sitoo_base_url},
                                            {"sitoo_api_id", &AccountDraft::sitoo_api_id, &AccountChange::sitoo_api_id},
                                            {"sitoo_password", &AccountDraft::sitoo_password, &AccountChange::sitoo_password}}};

Result<std::int64_t> parse_eshop_id(const json::object& object) {
  const auto id = int_member(object, "eshop_id");
  if (!id) return fail(invalid("eshop_id", "This is not a whole number."));
  return *id;
}

Result<AccountDraft> parse_draft(std::string_view text) {
  const auto body = parse_json(text);
  if (!body) return fail(body.error());
  if (!body->is_object()) return fail(invalid("body", "An account is a JSON object."));
  const auto& object = body->get_object();
  AccountDraft draft;
  std::array<std::string_view, text_rows.size()> names;
  std::ranges::transform(text_rows, names.begin(), &TextRow::name);
  if (auto checked = check_texts(object, names); !checked) return fail(checked.error());
  for (const auto& row : text_rows) draft.*row.of_draft = text_member(object, row.name);
  if (find_member(object, "eshop_id") != nullptr) {
    const auto id = parse_eshop_id(object);
    if (!id) return fail(id.error());
    draft.eshop_id = *id;
  }
  if (const auto* settings = find_member(object, "settings")) {
    if (!settings->is_object()) return fail(invalid("settings", "The settings are a JSON object."));
    draft.settings = settings->get_object();
  }
  return draft;
}

// Errors name the member: one that cannot be changed, or of another type.
Result<void> read_change(AccountChange& change, std::string_view name, const json::value& value) {
  if (name == "settings") {
    if (!value.is_object()) return fail(invalid("settings", "The settings are a JSON object."));
    change.settings = value.get_object();
    return {};
  }
  if (name == "eshop_id") {
    const auto id = parse_eshop_id({{name, value}});
    if (!id) return fail(id.error());
    change.eshop_id = *id;
    return {};
  }
  if (name == "revision") {
    const auto revision = int_member({{name, value}}, name);
    if (!revision) return fail(invalid("revision", "This is not a revision."));
    change.revision = *revision;
    return {};
  }
  const auto row = std::ranges::find(text_rows, name, &TextRow::name);
  if (row == text_rows.end() || row->of_change == nullptr)
    return fail(invalid(std::string(name), "There is nothing of this name to be changed."));
  if (!value.is_string()) return fail(invalid(std::string(name), "This is not a text."));
  change.*row->of_change = std::string(value.get_string());
  return {};
}

Result<AccountChange> parse_change(std::string_view text) {
  const auto body = parse_json(text);
  if (!body) return fail(body.error());
  if (!body->is_object()) return fail(invalid("body", "A change is a JSON object."));
  AccountChange change;
  for (const auto& [name, value] : body->get_object())
    if (auto read = read_change(change, name, value); !read) return fail(read.error());
  return change;
}

}  // namespace

Async<http::Response> connection_answer(const Call& call, const app::Account& account, int status) {
  auto body = account_connection(account, call.options.public_base_url);
  if (!call.caller.scopes.has(Scope::accounts)) hide_secrets(body);
  body["revision"] = std::to_string(co_await call.use_cases.accounts.revision(account.id));
  co_return http::json_response(to_json_text(body), status);
}

Async<http::Response> change_account(const Call& call) {
  const auto id = parse_id(call.params[0], "account");
  if (!id) co_return http::problem(id.error());
  auto change = parse_change(call.request.body);
  if (!change) co_return http::problem(change.error());
  const auto account = co_await call.use_cases.accounts.change(*id, std::move(*change), call.caller.actor);
  if (!account) co_return http::problem(account.error());
  co_return co_await connection_answer(call, *account);
}

Async<http::Response> add_account(const Call& call) {
  auto draft = parse_draft(call.request.body);
  if (!draft) co_return http::problem(draft.error());
  const auto account = co_await call.use_cases.accounts.add(std::move(*draft));
  if (!account) co_return http::problem(account.error());
  co_return co_await connection_answer(call, *account, 201);
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
  co_return co_await connection_answer(call, *account);
}

Async<http::Response> remove_account(const Call& call) {
  const auto id = parse_id(call.params[0], "account");
  if (!id) co_return http::problem(id.error());
  const auto removed = co_await call.use_cases.accounts.remove(*id);
  if (!removed) co_return http::problem(removed.error());
  co_return http::empty_response(204);
}

}  // namespace kassabro::admin
