// Stores, warehouses, cash registers and users of Sitoo REST (REST contract, 4).
#include "sandbox/sitoo/order_filter.hpp"
#include "sandbox/sitoo/rest_call.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

json::object store_json(const Store& store) {
  return {
      {"storeid", store.id}, {"eshopid", eshop_id}, {"storetype", 10}, {"name", store.name}, {"externalid", store.external_id},
      {"city", store.city},  {"countryid", "se"}};
}

json::object warehouse_json(const Store& store) {
  return {{"warehouseid", store.warehouse_id},
          {"warehousetype", 10},
          {"storeid", store.id},
          {"sellable", true},
          {"currencycode", "SEK"},
          {"name", store.name},
          {"externalid", store.external_id}};
}

json::object register_json(const Store& store, const CashRegister& till) {
  return {{"registerid", till.id},
          {"registerkey", till.key},
          {"company", "Demo shop"},
          {"currencycode", "SEK"},
          {"warehouseid", store.warehouse_id}};
}

json::object user_json(const Customer& customer) {
  const auto created = to_epoch_ms(customer.created_at) / 1000;
  return {{"userid", customer.user_id},
          {"email", customer.email},
          {"namefirst", customer.first_name},
          {"namelast", customer.last_name},
          {"company", ""},
          {"mobile", customer.mobile},
          {"role", nullptr},
          {"datecreated", created},
          {"datemodified", created}};
}

// One page of `items`, with their number.
http::Response page_of(RestCall& call, const json::array& items) {
  const auto filter = parse_order_filter(call.query, call.books.switches.list_items_max);
  json::array page;
  for (std::size_t i = filter.start; i < items.size() && page.size() < filter.count; ++i) page.push_back(items[i]);
  return json_answer(envelope(items.size(), std::move(page)));
}

// The one of `items` whose `id_name` stands in the path.
http::Response item_of(RestCall& call, const json::array& items, const char* id_name) {
  for (const auto& item : items)
    if (text_member(item.as_object(), id_name) == call.params[2]) return json_answer(item);
  return refuse(404, "Resource not found.");
}

json::array stores_of(const Books& books) {
  json::array items;
  for (const auto& store : books.stores) items.push_back(store_json(store));
  return items;
}

json::array warehouses_of(const Books& books) {
  json::array items;
  for (const auto& store : books.stores) items.push_back(warehouse_json(store));
  return items;
}

json::array registers_of(const Books& books) {
  json::array items;
  for (const auto& store : books.stores)
    for (const auto& till : store.registers) items.push_back(register_json(store, till));
  return items;
}

}  // namespace

http::Response list_stores(RestCall& call) { return page_of(call, stores_of(call.books)); }
http::Response get_store(RestCall& call) { return item_of(call, stores_of(call.books), "storeid"); }
http::Response list_warehouses(RestCall& call) { return page_of(call, warehouses_of(call.books)); }
http::Response get_warehouse(RestCall& call) { return item_of(call, warehouses_of(call.books), "warehouseid"); }
http::Response list_registers(RestCall& call) { return page_of(call, registers_of(call.books)); }
http::Response get_register(RestCall& call) { return item_of(call, registers_of(call.books), "registerid"); }

http::Response list_users(RestCall& call) {
  const auto email = call.query.find("email").value_or("");
  const auto mobile = call.query.find("mobile").value_or("");
  json::array items;
  for (const auto& customer : call.books.customers) {
    if (!email.empty() && !equal_nocase(customer.email, email)) continue;
    if (!mobile.empty() && customer.mobile != mobile) continue;
    items.push_back(user_json(customer));
  }
  return page_of(call, items);
}

http::Response get_user(RestCall& call) {
  for (const auto& customer : call.books.customers)
    if (customer.user_id == call.params[2]) return json_answer(user_json(customer));
  return refuse(404, "Resource not found.");
}

}  // namespace kassabro::sandbox::sitoo
