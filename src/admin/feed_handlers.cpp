#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

http::Response json_of(const Result<json::value>& value) {
  return value ? http::json_response(to_json_text(*value)) : http::problem(value.error());
}

struct Named {
  app::Account account;
  json::object body;
};

// The account that a call names, in the query (GET) or in the body.
Async<Result<Named>> named_by(const Call& call) {
  Named named;
  auto id = parse_account(call.query);
  if (call.request.method == http::Method::post) {
    auto body = parse_json(call.request.body);
    if (!body) co_return fail(body.error());
    if (!body->is_object()) co_return fail(invalid("body", "This must be an object with account."));
    named.body = std::move(body->get_object());
    id = parse_account(named.body);
  }
  if (!id) co_return fail(id.error());
  if (!*id) co_return fail(invalid("account", "Which account?"));
  auto account = co_await call.use_cases.accounts.get(**id);
  if (!account) co_return fail(account.error());
  named.account = std::move(*account);
  co_return named;
}

}  // namespace

Async<http::Response> list_feeds(const Call& call) {
  const auto named = co_await named_by(call);
  if (!named) co_return http::problem(named.error());
  co_return json_of(call.use_cases.feeds.list(named->account));
}

// {"account","feed"}; without `feed` all of them.
Async<http::Response> test_feeds(const Call& call) {
  const auto named = co_await named_by(call);
  if (!named) co_return http::problem(named.error());
  co_return json_of(co_await call.use_cases.feeds.test(named->account, text_member(named->body, "feed")));
}

Async<http::Response> remove_feed_test(const Call& call) {
  const auto named = co_await named_by(call);
  if (!named) co_return http::problem(named.error());
  co_return json_of(co_await call.use_cases.feeds.remove_test(named->account));
}

}  // namespace kassabro::admin
