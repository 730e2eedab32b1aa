#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "admin/webhook_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

constexpr std::int64_t messages_max = 1'000;

Result<app::SendingFilter> parse_filter(const http::Query& query) {
  app::SendingFilter filter;
  if (const auto text = query.find("endpoint").value_or(""); !text.empty()) {
    const auto id = parse_id(text, "endpoint");
    if (!id) return fail(id.error());
    filter.endpoint = *id;
  }
  if (const auto text = query.find("state").value_or(""); !text.empty()) {
    filter.state = app::parse_sending_state(text);
    if (!filter.state) return fail(invalid("state", "This is pending, delivered or failed."));
  }
  if (const auto text = query.find("type").value_or(""); !text.empty()) {
    filter.type = app::parse_message_type(text);
    if (!filter.type) return fail(invalid("type", "There is no such type."));
  }
  if (const auto text = query.find("before").value_or(""); !text.empty()) {
    filter.before = parse_place(text);
    if (!filter.before) return fail(invalid("before", "This is not what `next` of a page said."));
  }
  const auto count = parse_limit(query, messages_max);
  if (!count) return fail(count.error());
  filter.count_max = *count;
  return filter;
}

}  // namespace

Async<http::Response> list_messages(const Call& call) {
  const auto account = parse_id(call.params[0], "account");
  if (!account) co_return http::problem(account.error());
  const auto filter = parse_filter(call.query);
  if (!filter) co_return http::problem(filter.error());
  const auto rows = co_await call.use_cases.webhooks.messages.list(*account, *filter);
  if (rows.empty())
    if (const auto known = co_await call.use_cases.accounts.get(*account); !known) co_return http::problem(known.error());
  json::array items;
  for (const auto& row : rows) items.push_back(sending_object(row));
  json::object body{{"items", std::move(items)}, {"next", nullptr}};
  if (rows.size() == filter->count_max) body["next"] = place_text(rows.back());
  co_return http::json_response(to_json_text(body));
}

Async<http::Response> get_message(const Call& call) {
  const auto account = parse_id(call.params[0], "account");
  if (!account) co_return http::problem(account.error());
  if (!app::is_message_id(call.params[1])) co_return http::problem(invalid("message", "This is not a message's id."));
  const auto file = co_await call.use_cases.webhooks.messages.find(*account, call.params[1]);
  if (!file)
    if (const auto known = co_await call.use_cases.accounts.get(*account); !known) co_return http::problem(known.error());
  if (!file) co_return http::problem(not_found("message", "There is no message with this id."));
  co_return http::json_response(to_json_text(message_object(*file)));
}

}  // namespace kassabro::admin
