#include "tests/support/events_shop.hpp"

#include <stdexcept>

namespace kassabro::tests {

EventsShop open_events_shop(System& system) {
  EventsShop shop{connect_account(system), {}};
  const auto added = system.spi(http::Method::post, "/contacts", R"({"email":"anna@shop.se","mobile":"0701234567"})");
  if (added.status != 200) throw std::runtime_error(std::to_string(added.status) + " " + added.body);
  shop.anna = added.body;
  return shop;
}

std::string sale_to_anna(const EventsShop& shop, const std::string& more) {
  return R"({"spi":"v2","contact_id":)" + shop.anna +
         R"(,"items":[{"sku":"S1","name":"Skjorta","quantity":2,"price":"349.00","vat":25}])" +
         (more.empty() ? "" : "," + more) + "}";
}

}  // namespace kassabro::tests
