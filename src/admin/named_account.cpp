#include "admin/named_account.hpp"

#include "admin/parameters.hpp"

namespace kassabro::admin {
namespace {

Async<Result<app::Account>> account_of(const Call& call, Result<std::optional<app::AccountId>> id) {
  if (!id) co_return fail(id.error());
  if (!*id) co_return fail(invalid("account", "Which account?"));
  co_return co_await call.use_cases.accounts.get(**id);
}

}  // namespace

Async<Result<NamedAccount>> named_account(const Call& call) {
  NamedAccount named;
  auto id = parse_account(call.query);
  if (call.request.method == http::Method::post) {
    auto body = parse_json(call.request.body);
    if (!body) co_return fail(body.error());
    if (!body->is_object()) co_return fail(invalid("body", "This must be an object with account."));
    named.body = std::move(body->get_object());
    id = parse_account(named.body);
  }
  auto account = co_await account_of(call, std::move(id));
  if (!account) co_return fail(account.error());
  named.account = std::move(*account);
  co_return named;
}

Async<Result<app::Account>> account_in_query(const Call& call) {
  co_return co_await account_of(call, parse_account(call.query));
}

}  // namespace kassabro::admin
