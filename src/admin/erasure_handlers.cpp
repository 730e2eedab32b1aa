#include <array>

#include "admin/account_text.hpp"
#include "admin/erasure_text.hpp"
#include "admin/handlers.hpp"
#include "admin/named_account.hpp"
#include "admin/parameters.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {

Async<http::Response> erase_customer(const Call& call) {
  const auto named = co_await named_account(call);
  if (!named) co_return http::problem(named.error());
  const auto id = parse_id(call.params[0], "customer");
  if (!id) co_return http::problem(id.error());
  if (!co_await call.use_cases.customers.files.read(named->account.id, *id))
    co_return http::problem(not_found("customer", "There is no customer with this id."));
  constexpr std::array<std::string_view, 1> texts{"confirm"};
  if (auto checked = check_texts(named->body, texts); !checked) co_return http::problem(checked.error());
  if (text_member(named->body, "confirm") != std::to_string(*id))
    co_return http::problem(
        invalid("confirm", "This must be the customer's id once more: what is erased cannot be brought back."));
  const auto erasure = co_await call.use_cases.erasures.erase(named->account, *id, call.caller.actor);
  if (!erasure) co_return http::problem(erasure.error());
  co_return http::json_response(to_json_text(erasure_object(*erasure)));
}

Async<http::Response> list_erasures(const Call& call) {
  const auto account = co_await account_in_query(call);
  if (!account) co_return http::problem(account.error());
  const auto count = parse_limit(call.query);
  if (!count) co_return http::problem(count.error());
  json::array items;
  for (const auto& erasure : co_await call.use_cases.erasures.reader.list(account->id, *count))
    items.push_back(erasure_object(erasure));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

Async<http::Response> get_erasure(const Call& call) {
  const auto account = co_await account_in_query(call);
  if (!account) co_return http::problem(account.error());
  const auto id = parse_id(call.params[0], "erasure");
  if (!id) co_return http::problem(id.error());
  const auto erasure = co_await call.use_cases.erasures.reader.find(account->id, *id);
  if (!erasure) co_return http::problem(not_found("erasure", "There is no such certificate."));
  co_return http::json_response(to_json_text(erasure_object(*erasure)));
}

}  // namespace kassabro::admin
