#include <array>

#include "admin/customer_text.hpp"
#include "admin/delivery_text.hpp"
#include "admin/handlers.hpp"
#include "admin/named_account.hpp"
#include "admin/named_customer.hpp"
#include "admin/parameters.hpp"
#include "base/time_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

constexpr std::int64_t happenings_max = 500;

}  // namespace

// As the till finds them: exactly. By a body, for what somebody types of a person is not to stand in an address; by the query it goes as long
// as v1 does.
Async<http::Response> find_customer(const Call& call) {
  const auto named = co_await named_account(call);
  if (!named) co_return http::problem(named.error());
  constexpr std::array<std::string_view, 1> texts{"key"};
  if (auto checked = check_texts(named->body, texts); !checked) co_return http::problem(checked.error());
  const bool is_get = call.request.method == http::Method::get;
  const auto key = is_get ? std::string(call.query.find("key").value_or("")) : text_member(named->body, "key");
  const auto found = co_await call.use_cases.customers.find(named->account, key);
  if (!found) co_return http::problem(found.error());
  json::array items;
  if (found->contact) items.push_back(customer_head(named->account.id, *found->contact));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

Async<http::Response> get_customer(const Call& call) {
  const auto named = co_await named_customer(call);
  if (!named) co_return http::problem(named.error());
  co_return http::json_response(to_json_text(co_await whole_customer(call, *named)));
}

Async<http::Response> get_customer_timeline(const Call& call) {
  const auto named = co_await named_customer(call);
  if (!named) co_return http::problem(named.error());
  const auto count = parse_limit(call.query, happenings_max);
  if (!count) co_return http::problem(count.error());
  std::optional<Timestamp> before;
  if (const auto text = call.query.find("before")) {
    before = parse_timestamp(*text);
    if (!before) co_return http::problem(invalid("before", "This is not a time such as 2026-11-24T12:00:00Z."));
  }
  const auto happenings =
      co_await call.use_cases.customers.files.timeline(named->account.id, named->file.contact.contact.id, before, *count);
  json::array items;
  for (const auto& happening : happenings) items.push_back(happening_object(happening));
  json::object body{{"items", std::move(items)}, {"next", nullptr}};
  if (happenings.size() >= *count) body["next"] = precise_iso(happenings.back().at);
  co_return http::json_response(to_json_text(body));
}

}  // namespace kassabro::admin
