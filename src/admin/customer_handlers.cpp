#include <array>

#include "admin/customer_text.hpp"
#include "admin/delivery_text.hpp"
#include "admin/handlers.hpp"
#include "admin/named_account.hpp"
#include "admin/parameters.hpp"
#include "admin/webhook_text.hpp"
#include "base/time_text.hpp"
#include "domain/money.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

constexpr std::int64_t happenings_max = 500;

Error nobody() { return not_found("customer", "There is no customer with this id."); }

struct NamedCustomer {
  app::Account account;
  app::CustomerFile file;
};

// By the path, of the account in the query. Errors name the member; not_found: there is no such customer.
Async<Result<NamedCustomer>> named_customer(const Call& call) {
  auto account = co_await account_in_query(call);
  if (!account) co_return fail(account.error());
  const auto id = parse_id(call.params[0], "customer");
  if (!id) co_return fail(id.error());
  auto file = co_await call.use_cases.customers.files.read(account->id, *id);
  if (!file) co_return fail(nobody());
  co_return NamedCustomer{std::move(*account), std::move(*file)};
}

Async<json::object> whole_customer(const Call& call, const NamedCustomer& named) {
  const auto& ports = call.use_cases.customers;
  const auto id = named.file.contact.contact.id;
  auto out = customer_object(named.account.id, named.file);
  const auto card = co_await ports.cards.read(named.account.id, id,
                                              {.extras = false, .purchases = app::SummaryDepth::all, .promotions = false});
  out["purchase_count"] = card.purchases.count;
  out["purchase_total"] = domain::amount_text(card.purchases.total_minor, card.purchases.currency);
  out["purchase_currency"] = card.purchases.currency;
  json::array purchases;
  if (const auto orders = co_await ports.purchases(named.account, std::to_string(id)))
    for (const auto& order : *orders) purchases.push_back(purchase_object(order));
  out["purchases"] = std::move(purchases);
  co_return out;
}

http::Response as_file(http::Response response, const std::string& name) {
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
  return response;
}

}  // namespace

// As the till finds them: exactly. By a body, for what somebody types of a person is not to stand in an address; by the query it goes as long
// as v1 does.
Async<http::Response> find_customer(const Call& call) {
  const auto named = co_await named_account(call);
  if (!named) co_return http::problem(named.error());
  constexpr std::array<std::string_view, 1> texts{"key"};
  if (auto checked = check_texts(named->body, texts); !checked) co_return http::problem(checked.error());
  const bool is_get = call.request.method == http::Method::get;
  const auto key = is_get ? call.query.find("key").value_or("") : text_member(named->body, "key");
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

Async<http::Response> export_customer(const Call& call) {
  const auto named = co_await named_customer(call);
  if (!named) co_return http::problem(named.error());
  const auto& ports = call.use_cases.customers;
  const auto id = named->file.contact.contact.id;
  json::array timeline;
  json::array orders;
  std::optional<Timestamp> before;
  for (;;) {
    const auto page = co_await ports.files.timeline(named->account.id, id, before, static_cast<std::size_t>(happenings_max));
    for (const auto& happening : page) {
      timeline.push_back(happening_object(happening));
      if (const auto* stored = std::get_if<app::OrderStored>(&happening.what)) orders.push_back(purchase_object(stored->order));
    }
    if (page.size() < static_cast<std::size_t>(happenings_max)) break;
    before = page.back().at;
  }
  json::array told;
  for (const auto& message : co_await call.use_cases.webhooks.messages.list_of_contact(named->account.id, id))
    told.push_back(told_object(message));
  json::object body{{"customer", co_await whole_customer(call, *named)},
                    {"orders", std::move(orders)},
                    {"timeline", std::move(timeline)},
                    {"webhook_messages", std::move(told)}};
  co_return as_file(http::json_response(to_json_text(body)), "customer-" + std::to_string(id) + ".json");
}

}  // namespace kassabro::admin
