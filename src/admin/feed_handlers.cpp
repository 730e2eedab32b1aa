#include <array>

#include "admin/handlers.hpp"
#include "admin/named_account.hpp"
#include "admin/parameters.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

http::Response json_of(const Result<json::value>& value) {
  return value ? http::json_response(to_json_text(*value)) : http::problem(value.error());
}

}  // namespace

Async<http::Response> list_feeds(const Call& call) {
  const auto named = co_await named_account(call);
  if (!named) co_return http::problem(named.error());
  co_return json_of(call.use_cases.feeds.list(named->account));
}

// {"account","feed"}; without `feed` all of them.
Async<http::Response> test_feeds(const Call& call) {
  const auto named = co_await named_account(call);
  if (!named) co_return http::problem(named.error());
  constexpr std::array<std::string_view, 1> names{"feed"};
  if (auto checked = check_texts(named->body, names); !checked) co_return http::problem(checked.error());
  co_return json_of(co_await call.use_cases.feeds.test(named->account, text_member(named->body, "feed")));
}

Async<http::Response> remove_feed_test(const Call& call) {
  const auto named = co_await named_account(call);
  if (!named) co_return http::problem(named.error());
  co_return json_of(co_await call.use_cases.feeds.remove_test(named->account));
}

}  // namespace kassabro::admin
