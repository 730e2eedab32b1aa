#include "sitoo/rest/client.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "http/basic_credentials.hpp"
#include "http/trace_headers.hpp"
#include "http/url.hpp"
#include "sitoo/rest/address.hpp"
#include "sitoo/rest/answers.hpp"

namespace kassabro::sitoo::rest {
namespace {

using app::SourceError;
using app::SourceErrorKind;

constexpr int status_ok = 200;
constexpr int status_forbidden = 403;
constexpr int status_not_found = 404;
constexpr int status_too_many = 429;

SourceError not_documented() {
  return {SourceErrorKind::unavailable, "Sitoo REST's answer is not of the documented form.", std::nullopt};
}

}  // namespace

Async<RestResult<OrderPage>> RestClient::list_orders(const app::Account& account, OrderQuery query, Trace trace) {
  const auto response = co_await get(account, "/orders.json?" + to_query_text(query), std::move(trace));
  if (!response) co_return std::unexpected(response.error());
  if (response->status != status_ok) co_return std::unexpected(error_of(*response, clock_.now()));
  auto body = read_body(*response);
  if (!body) co_return std::unexpected(body.error());
  auto* envelope = body->if_object();
  auto* items = envelope == nullptr ? nullptr : envelope->if_contains("items");
  if (items == nullptr || !items->is_array()) co_return std::unexpected(not_documented());
  OrderPage page;
  page.total_count = int_member(*envelope, "totalcount").value_or(0);
  for (auto& item : items->get_array()) {
    const auto id = item.is_object() ? int_member(item.get_object(), "orderid") : std::nullopt;
    if (id) page.last_id = std::max(page.last_id.value_or(*id), *id);
    if (item.is_object() && satisfies(query, item.get_object()))
      page.orders.push_back(std::move(item.get_object()));
    else
      ++page.strangers;
  }
  co_return page;
}

Async<RestResult<std::optional<json::object>>> RestClient::find_order(const app::Account& account, std::int64_t eshop_id,
                                                                      std::string order_id, Trace trace) {
  auto path = "/sites/" + std::to_string(eshop_id) + "/orders/" + http::percent_encode(order_id) + ".json";
  const auto response = co_await get(account, std::move(path), std::move(trace));
  if (!response) co_return std::unexpected(response.error());
  if (response->status == status_not_found) co_return std::optional<json::object>();
  if (response->status != status_ok) co_return std::unexpected(error_of(*response, clock_.now()));
  auto body = read_body(*response);
  if (!body) co_return std::unexpected(body.error());
  if (!body->is_object() || text_member(body->get_object(), "orderid") != order_id) co_return std::unexpected(not_documented());
  co_return std::optional(std::move(body->get_object()));
}

Async<RestResult<std::optional<std::vector<json::object>>>> RestClient::list_z_reports(const app::Account& account,
                                                                                       Timestamp from, Timestamp to) {
  const auto response = co_await get(account, fmt::format("/pos-z-reports?eshopid={}&dateaddedfrom={}&dateaddedto={}",
                                                          account.eshop_id, to_epoch_ms(from) / 1000, to_epoch_ms(to) / 1000));
  if (!response) co_return std::unexpected(response.error());
  if (response->status == status_not_found || response->status == status_forbidden)
    co_return std::optional<std::vector<json::object>>();
  if (response->status != status_ok) co_return std::unexpected(error_of(*response, clock_.now()));
  auto body = read_body(*response);
  if (!body) co_return std::unexpected(body.error());
  // Documented as a bare array; all other lists have an envelope.
  auto* items = body->is_object() ? body->get_object().if_contains("items") : &*body;
  if (items == nullptr || !items->is_array()) co_return std::unexpected(not_documented());
  std::vector<json::object> reports;
  for (auto& item : items->get_array())
    if (item.is_object()) reports.push_back(std::move(item.get_object()));
  co_return std::optional(std::move(reports));
}

Async<RestResult<void>> RestClient::check(const app::Account& account) {
  const auto response = co_await get(account, "/sites.json");
  if (!response) co_return std::unexpected(response.error());
  if (response->status != status_ok) co_return std::unexpected(error_of(*response, clock_.now()));
  const auto body = read_body(*response);
  if (!body) co_return std::unexpected(body.error());
  const auto* envelope = body->if_object();
  const auto* items = envelope == nullptr ? nullptr : envelope->if_contains("items");
  if (items == nullptr || !items->is_array()) co_return std::unexpected(not_documented());
  for (const auto& item : items->get_array())
    if (item.is_object() && int_member(item.get_object(), "eshopid") == account.eshop_id) co_return RestResult<void>();
  co_return std::unexpected(SourceError{
      SourceErrorKind::misconfigured, "eshop_id: Sitoo has no e-shop " + std::to_string(account.eshop_id) + ".", std::nullopt});
}

Async<RestResult<http::OutboundResponse>> RestClient::get(const app::Account& account, std::string path_and_query,
                                                          Trace trace) {
  const auto url = accounts_url(account, default_base_url_);
  if (!url)
    co_return std::unexpected(
        SourceError{SourceErrorKind::misconfigured, url.error().field + ": " + url.error().message, std::nullopt});
  const auto gate = gate_of(*url);
  const auto turn = co_await gate->enter();
  if (const auto until = gate->closed_until(clock_.now()))
    co_return std::unexpected(SourceError{SourceErrorKind::rate_limited, "Sitoo REST has asked to wait.", until});
  http::OutboundRequest request;
  request.url = *url + path_and_query;
  request.only_public = !is_on_host_of(*url, default_base_url_);
  request.headers = {{"Authorization", http::to_basic_header({account.sitoo_api_id, account.sitoo_password})},
                     {"Content-Type", "application/json"},
                     {"Accept", "application/json"}};
  http::add_trace(request.headers, trace);
  auto response = co_await http_(std::move(request));
  if (!response) co_return std::unexpected(error_of(response.error()));
  if (response->status == status_too_many)
    if (const auto until = retry_time(*response, clock_.now())) gate->close_until(*until);
  co_return std::move(*response);
}

std::shared_ptr<Gate> RestClient::gate_of(const std::string& accounts_url) {
  const std::scoped_lock lock(mutex_);
  auto& gate = gates_[accounts_url];
  if (!gate) gate = std::make_shared<Gate>();
  return gate;
}

}  // namespace kassabro::sitoo::rest
