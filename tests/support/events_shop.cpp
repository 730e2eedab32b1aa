#include "tests/support/events_shop.hpp"

#include <stdexcept>

#include "http/basic_credentials.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

std::string body_of(const Answer& answer) {
  if (answer.status != 200) throw std::runtime_error(std::to_string(answer.status) + " " + answer.body);
  return answer.body;
}

}  // namespace

EventsShop open_events_shop(System& system) {
  const auto added =
      system.command({"account", "add", "--name", "Shop", "--rule-api-key", system.token(), "--sitoo-base-url",
                      system.sandbox_url() + "/sitoo", "--sitoo-api-id", "1500-1", "--sitoo-password", "sandbox"});
  if (added.status != 0) throw std::runtime_error("account add: " + added.output);
  EventsShop shop;
  shop.account = parse_json(added.output)->as_object();
  const auto user = shop.text("basic_user");
  const auto password = shop.text("basic_password");
  shop.authorization = http::to_basic_header({user, SecretString(password)});
  const json::object settings{
      {"crm_v2", {{"url", system.base_url() + "/sitoo/v2"}, {"user", user}, {"password", password}}},
      {"events", {{"url", system.base_url() + "/sitoo/events"}, {"user", user}, {"password", password}}}};
  body_of(system.sandbox(Method::put, "/control/settings", to_json_text(settings)));
  shop.anna = body_of(system.spi(Method::post, "/contacts", R"({"email":"anna@shop.se","mobile":"0701234567"})"));
  return shop;
}

std::string sale_to_anna(const EventsShop& shop, const std::string& more) {
  return R"({"spi":"v2","contact_id":)" + shop.anna +
         R"(,"items":[{"sku":"S1","name":"Skjorta","quantity":2,"price":"349.00","vat":25}])" +
         (more.empty() ? "" : "," + more) + "}";
}

}  // namespace kassabro::tests
