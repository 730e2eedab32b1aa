#include "sandbox/sitoo/rest.hpp"

#include <algorithm>
#include <array>
#include <ranges>

#include "http/router.hpp"
#include "sandbox/answers/answers.hpp"
#include "sandbox/sitoo/crm_client.hpp"
#include "sandbox/sitoo/order_filter.hpp"
#include "sandbox/sitoo/order_json.hpp"
#include "sandbox/sitoo/rest_call.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

// What the list returns unless `fields` says otherwise (REST contract, 3.4): no phone, no creditorderid, no externalid.
constexpr std::array default_fields{"orderid",
                                    "eshopid",
                                    "email",
                                    "namefirst",
                                    "namelast",
                                    "company",
                                    "moneyfinal_net",
                                    "moneyfinal_vat",
                                    "moneytotal_gross_roundoff",
                                    "moneytotal_gross_all",
                                    "checkouttypename",
                                    "deliverytypename",
                                    "orderdate",
                                    "orderstateid",
                                    "paymentstateid",
                                    "ordertypeid",
                                    "registerid",
                                    "warehouseid",
                                    "datereserved",
                                    "orderitems",
                                    "payments",
                                    "currencycode",
                                    "additionaldata"};

json::object projected(json::object order, const std::vector<std::string>& fields) {
  json::object out;
  for (const auto& name : fields)
    if (auto* value = order.if_contains(name)) out[name] = std::move(*value);
  return out;
}

std::vector<std::string> wanted_fields(const http::Query& query) {
  std::vector<std::string> fields;
  for (const auto part : std::views::split(query.find("fields").value_or(""), ','))
    if (!std::ranges::empty(part)) fields.emplace_back(part.begin(), part.end());
  if (fields.empty()) fields.assign(default_fields.begin(), default_fields.end());
  return fields;
}

http::Response list_orders(RestCall& call) {
  const auto filter = parse_order_filter(call.query, call.books.switches.list_items_max);
  const auto fields = wanted_fields(call.query);
  json::array items;
  std::size_t total = 0;
  const auto visit = [&](const Order& order) {
    if (!filter.matches(call.books, order)) return;
    if (total++ >= filter.start && items.size() < filter.count)
      items.push_back(projected(order_json(call.books, order), fields));
  };
  // A cursor over a large history must not walk what lies before it.
  const auto& orders = call.books.orders;
  const auto first = filter.id_from ? orders.lower_bound(*filter.id_from) : orders.begin();
  const auto last =
      filter.id_to ? orders.lower_bound(std::max(*filter.id_to, filter.id_from.value_or(*filter.id_to))) : orders.end();
  const std::ranges::subrange wanted(first, last);
  if (filter.newest_first)
    for (const auto& [_, order] : std::views::reverse(wanted)) visit(order);
  else
    for (const auto& [_, order] : wanted) visit(order);
  return json_answer(envelope(total, std::move(items)));
}

enum class Site { known, guid, unknown };

// The GUID of a site is deprecated, and passing it gives an empty result rather than an error (REST contract, 1).
Site site_of(const std::string& text) {
  if (text == std::to_string(eshop_id)) return Site::known;
  return text.starts_with('{') ? Site::guid : Site::unknown;
}

http::Response get_order(RestCall& call) {
  const auto& text = call.params[2];
  const bool is_number = !text.empty() && text.size() < 18 && text.find_first_not_of("0123456789") == std::string::npos;
  const auto* order = is_number ? call.books.find_order(std::stoll(text)) : nullptr;
  if (order == nullptr) return refuse(404, "Resource not found.");
  auto body = order_json(call.books, *order);
  body["orderlogitems"] = json::array{json::object{{"orderlogtypeid", 0}, {"dateadded", body["orderdate"]}, {"strvalue", ""}}};
  return json_answer(std::move(body));
}

json::object site_json() {
  return {{"siteid", "{8C0A1E52-0C55-4A4E-9A53-6F6B1F5B7A01}"},
          {"protocol", "https"},
          {"server", "store.example.com"},
          {"abspath", "/"},
          {"siteurl", "https://store.example.com/"},
          {"eshopid", eshop_id}};
}

http::Response list_sites(RestCall&) { return json_answer(envelope(1, {site_json()})); }
http::Response get_site(RestCall&) { return json_answer(site_json()); }

using Handler = http::Response (*)(RestCall&);
using enum http::Method;

// ".json" is cut off before: the classic form has it, newer clients do not send it (REST contract, 1).
constexpr http::Route<Handler> table[] = {
    {get, "/v2/accounts/{account}/orders", &list_orders},
    {get, "/v2/accounts/{account}/pos-z-reports", &list_z_reports},
    {get, "/v2/accounts/{account}/sites", &list_sites},
    {get, "/v2/accounts/{account}/sites/{site}", &get_site},
    {get, "/v2/accounts/{account}/sites/{site}/orders", &list_orders},
    {get, "/v2/accounts/{account}/sites/{site}/orders/{order}", &get_order},
    {get, "/v2/accounts/{account}/sites/{site}/stores", &list_stores},
    {get, "/v2/accounts/{account}/sites/{site}/stores/{store}", &get_store},
    {get, "/v2/accounts/{account}/sites/{site}/warehouses", &list_warehouses},
    {get, "/v2/accounts/{account}/sites/{site}/warehouses/{warehouse}", &get_warehouse},
    {get, "/v2/accounts/{account}/sites/{site}/cashregisters", &list_registers},
    {get, "/v2/accounts/{account}/sites/{site}/cashregisters/{register}", &get_register},
    {get, "/v2/accounts/{account}/sites/{site}/users", &list_users},
    {get, "/v2/accounts/{account}/sites/{site}/users/{user}", &get_user},
};

bool is_authorized(const http::Request& request) {
  static const auto expected = "Basic " + base64_text("1500-1:sandbox");
  return request.header("Authorization").value_or("") == expected;
}

}  // namespace

http::Response answer_rest(Books& books, const http::Request& request, std::string_view path) {
  if (!is_authorized(request)) return refuse(401, "Unauthorized. Authorization failed.");
  if (path.ends_with(".json")) path.remove_suffix(5);
  const auto match = http::find_route(std::span<const http::Route<Handler>>(table), request.method, path);
  if (match.route == nullptr || match.params[0] != std::to_string(account_number))
    return refuse(404, "Resource not found. The url is invalid.");
  if (match.params.size() > 1) {
    const auto site = site_of(match.params[1]);
    if (site == Site::guid) return json_answer(envelope(0, {}));
    if (site == Site::unknown) return refuse(404, "Resource not found. The url is invalid.");
  }
  const http::Query query(request.query());
  const std::scoped_lock lock(books.mutex);
  RestCall call{books, query, match.params};
  return match.route->handler(call);
}

}  // namespace kassabro::sandbox::sitoo
