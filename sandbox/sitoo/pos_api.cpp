#include "sandbox/sitoo/pos_api.hpp"

#include <algorithm>

#include "http/router.hpp"
#include "http/url.hpp"
#include "sandbox/answers/answers.hpp"
#include "sandbox/sitoo/order_json.hpp"
#include "sandbox/sitoo/purchases.hpp"
#include "sandbox/sitoo/spellings.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

struct PosCall {
  Books& books;
  Till& till;
  const http::Query& query;
  const http::PathParams& params;
  const json::object& body;
  Desk desk;  // of the page: the first till of the first store, in the generation that was chosen
};

// What the CRM finds wrong with the input is shown at its field; every other refusal reaches the cashier as 502, so that it
// is not taken for the till's own.
http::Response crm_failed(int status, const std::string& message, const std::string& field = "") {
  const bool is_input = status == 400 || status == 409;
  return error_answer(is_input ? status : 502, describe(status, message), field);
}

json::object with_contact(FoundContact found) {
  json::object body{{"contact", nullptr}};
  if (found.contact) body["contact"] = std::move(*found.contact);
  return body;
}

// The caller holds the books' mutex.
json::object setup_json(const Books& books) {
  const auto& settings = books.settings;
  const auto& store = books.stores.front();
  auto body = custom_crm_json(settings.custom_crm);
  for (const auto* hidden : {"api_url", "api_token", "lookup_enabled"}) body.erase(hidden);
  body["store"] = json::object{{"id", store.external_id}, {"name", store.name}};
  body["register"] = json::object{{"id", store.registers.front().id}, {"name", store.registers.front().name}};
  body["staff"] = staff_name;
  body["currency"] = "SEK";
  const bool v1 = !settings.custom_crm.api_url.empty(), v2 = !settings.crm_v2.url.empty();
  body["spi"] = books.pos_spi == Spi::v2 ? "v2" : "v1";
  body["spis"] = json::object{{"v1", json::object{{"connected", v1}}},
                              {"v2", json::object{{"connected", v2}, {"events", !settings.events.url.empty()}}}};
  body["connected"] = books.pos_spi == Spi::v2 ? v2 : v1;
  return body;
}

Async<http::Response> get_setup(PosCall call) {
  const std::scoped_lock lock(call.books.mutex);
  co_return json_answer(setup_json(call.books));
}

Async<http::Response> put_spi(PosCall call) {
  const auto spi = parse_spi(call.body, Spi::none);
  if (!spi || *spi == Spi::none) co_return error_answer(400, "Must be \"v1\" or \"v2\".", "spi");
  const std::scoped_lock lock(call.books.mutex);
  call.books.pos_spi = *spi;
  co_return json_answer(setup_json(call.books));
}

Async<http::Response> list_products(PosCall call) {
  const std::scoped_lock lock(call.books.mutex);
  json::array items;
  for (const auto& product : call.books.products)
    items.push_back(json::object{{"sku", product.sku},
                                 {"name", product.name},
                                 {"price", money_text(product.price)},
                                 {"vat", product.vat_hundredths / 100}});
  co_return json_answer(json::object{{"items", std::move(items)}});
}

// v1's spelling, whichever generation answered.
json::object consent_json(const json::object& consent) {
  return {{"consentid", first_text(consent, {"consentid", "consent_id"})},
          {"name", text_member(consent, "name")},
          {"description", text_member(consent, "description")},
          {"value", bool_member(consent, "value").value_or(false)}};
}

Async<http::Response> list_consents(PosCall call) {
  const auto answer = co_await call.till.contacts().consents(call.desk);
  if (!answer.ok()) co_return crm_failed(answer.status, refusal_text(answer));
  const auto list = parse_json(answer.body);
  if (!list || !list->is_array()) co_return error_answer(502, "The CRM's answer is not a list of consents.");
  json::array items;
  for (const auto& entry : list->get_array())
    if (entry.is_object()) items.push_back(consent_json(entry.get_object()));
  co_return json_answer(json::object{{"items", std::move(items)}});
}

Async<http::Response> find_customer(PosCall call) {
  const std::string key(call.query.find("key").value_or(""));
  if (trimmed(key).empty()) co_return error_answer(400, "Type a phone number or an email.", "key");
  auto found = co_await call.till.contacts().find(call.desk, key);
  if (found.status != 200) co_return crm_failed(found.status, found.message, found.field);
  co_return json_answer(with_contact(std::move(found)));
}

Async<http::Response> look_up_customer(PosCall call) {
  const std::string key(call.query.find("key").value_or(""));
  if (trimmed(key).empty()) co_return error_answer(400, "Type a personal number.", "key");
  {
    const std::scoped_lock lock(call.books.mutex);
    if (!call.books.settings.custom_crm.lookup_enabled) co_return json_answer(json::object{{"contact", nullptr}});
  }
  auto found = co_await call.till.contacts().look_up(call.desk, key);
  if (found.status != 200) co_return crm_failed(found.status, found.message, found.field);
  co_return json_answer(with_contact(std::move(found)));
}

Async<http::Response> add_customer(PosCall call) {
  std::vector<std::string> mandatory;
  {
    const std::scoped_lock lock(call.books.mutex);
    mandatory = call.books.settings.custom_crm.mandatory;
  }
  for (const auto& name : mandatory)
    if (find_member(call.body, name) == nullptr) co_return error_answer(400, "This field is mandatory.", name);
  auto found = co_await call.till.contacts().add(call.desk, call.body);
  if (!found.contact) co_return crm_failed(found.status, found.message, found.field);
  co_return json_answer(with_contact(std::move(found)));
}

Async<http::Response> get_customer(PosCall call) {
  auto found = co_await call.till.contacts().get(call.desk, call.params[0]);
  if (found.status == 404 || (found.status == 200 && !found.contact))
    co_return error_answer(404, "The CRM has no such customer.");
  if (found.status != 200) co_return crm_failed(found.status, found.message, found.field);
  co_return json_answer(with_contact(std::move(found)));
}

Async<http::Response> put_customer(PosCall call) {
  auto found = co_await call.till.contacts().change(call.desk, call.params[0], call.body);
  if (!found.contact) co_return crm_failed(found.status, found.message, found.field);
  co_return json_answer(with_contact(std::move(found)));
}

Async<http::Response> list_purchases(PosCall call) {
  const auto answer = co_await call.till.contacts().transactions(call.desk, call.params[0]);
  if (!answer.ok()) co_return crm_failed(answer.status, refusal_text(answer));
  const auto value = parse_json(answer.body);
  if (!value) co_return error_answer(502, "The CRM's answer is not JSON.");
  co_return json_answer(json::object{{"items", purchases_of(*value)}});
}

http::Response sold_answer(Books& books, const Result<Sold>& sold) {
  if (!sold) return error_answer(sold.error());
  const std::scoped_lock lock(books.mutex);
  return json_answer(
      json::object{{"receipt", receipt_json(books, *books.find_order(sold->order_id))}, {"copy", to_json(sold->copy)}});
}

Result<Sale> locked_parse_sale(PosCall& call) {
  const std::scoped_lock lock(call.books.mutex);
  return parse_sale(call.body, call.books, call.desk.spi);
}

Result<Refund> locked_parse_refund(PosCall& call) {
  const std::scoped_lock lock(call.books.mutex);
  auto refund = parse_refund(call.body, call.books);
  if (refund) refund->spi = call.desk.spi;
  return refund;
}

// A till that was offline may not know whether its sale arrived, and sends it again: what it was told, or would have been.
std::optional<http::Response> earlier_answer(Books& books, const std::string& sale_id) {
  if (sale_id.empty()) return std::nullopt;
  const std::scoped_lock lock(books.mutex);
  const auto [entry, is_new] = books.sale_answers.try_emplace(sale_id);
  if (is_new) return std::nullopt;
  if (entry->second.empty()) return error_answer(503, "This sale is being made.", "sale_id");
  return http::json_response(entry->second);
}

void keep_answer(Books& books, const std::string& sale_id, const http::Response& answer) {
  if (sale_id.empty()) return;
  const std::scoped_lock lock(books.mutex);
  if (answer.status == 200)
    books.sale_answers[sale_id] = answer.body;
  else
    books.sale_answers.erase(sale_id);
}

Async<http::Response> add_sale(PosCall call) {
  auto sale = locked_parse_sale(call);
  if (!sale) co_return error_answer(sale.error());
  const auto sale_id = text_member(call.body, "sale_id");
  if (const auto earlier = earlier_answer(call.books, sale_id)) co_return *earlier;
  const auto sold = co_await call.till.sell(std::move(*sale));
  const auto answer = sold_answer(call.books, sold);
  keep_answer(call.books, sale_id, answer);
  co_return answer;
}

Async<http::Response> add_refund(PosCall call) {
  auto refund = locked_parse_refund(call);
  if (!refund) co_return error_answer(refund.error());
  const auto sold = co_await call.till.refund(std::move(*refund));
  co_return sold_answer(call.books, sold);
}

Async<http::Response> list_sales(PosCall call) {
  const std::scoped_lock lock(call.books.mutex);
  const auto limit = parse_money_text(call.query.find("limit").value_or("20")).value_or(20'00) / 100;
  json::array items;
  for (auto entry = call.books.orders.rbegin(); entry != call.books.orders.rend(); ++entry) {
    if (static_cast<Minor>(items.size()) >= limit) break;
    items.push_back(receipt_json(call.books, entry->second));
  }
  co_return json_answer(json::object{{"items", std::move(items)}});
}

using Handler = Async<http::Response> (*)(PosCall);
using enum http::Method;

constexpr http::Route<Handler> table[] = {
    {get, "/setup", &get_setup},
    {put, "/spi", &put_spi},
    {get, "/products", &list_products},
    {get, "/consents", &list_consents},
    {get, "/customers", &find_customer},
    {post, "/customers", &add_customer},
    {get, "/lookup", &look_up_customer},
    {get, "/customers/{contact}", &get_customer},
    {put, "/customers/{contact}", &put_customer},
    {get, "/customers/{contact}/purchases", &list_purchases},
    {get, "/sales", &list_sales},
    {post, "/sales", &add_sale},
    {post, "/refunds", &add_refund},
};

}  // namespace

Async<http::Response> answer_pos(Books& books, Till& till, const http::Request& request, std::string_view path) {
  const auto match = http::find_route(std::span<const http::Route<Handler>>(table), request.method, path);
  if (match.route == nullptr) co_return error_answer(match.path_known ? 405 : 404, "There is no such call.");
  const auto body = parse_object(request.body);
  if (!body) co_return error_answer(body.error());
  const http::Query query(request.query());
  Desk desk;
  {
    const std::scoped_lock lock(books.mutex);
    desk.spi = books.pos_spi;
  }
  co_return co_await match.route->handler(PosCall{books, till, query, match.params, *body, desk});
}

}  // namespace kassabro::sandbox::sitoo
