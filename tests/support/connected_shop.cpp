#include "tests/support/connected_shop.hpp"

#include <gtest/gtest.h>

#include "tests/support/connected_account.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

json::object object_of(const Answer& answer) {
  const auto value = answer.json();
  return value.is_object() ? value.get_object() : json::object{};
}

}  // namespace

ConnectedShop::ConnectedShop(std::vector<std::string> more_settings) : system_(std::move(more_settings)) {
  // Rule's limit of calls is not the subject here.
  system_.sandbox(Method::put, "/control/rule/switches", R"({"requests_allowed":10000000})");
  authorization_ = connect_account(system_).authorization();
}

Answer ConnectedShop::spi_v2(Method method, const std::string& path, const std::string& body) {
  return caller_.call(method, system_.base_url() + "/sitoo/v2" + path, body, {{"Authorization", authorization_}});
}

json::object ConnectedShop::post_to_sandbox(const std::string& path, const std::string& body) {
  const auto answer = system_.sandbox(Method::post, path, body);
  EXPECT_LT(answer.status, 300) << path << ": " << answer.body;
  return object_of(answer);
}

json::object ConnectedShop::sell(const std::string& members) {
  return post_to_sandbox("/control/pos/sell",
                         R"({"items":[{"sku":"S1","name":"Skjorta","quantity":1,"price":"349.00","vat":25}],)" + members + "}");
}

std::string ConnectedShop::register_customer(const std::string& email) {
  const auto answer = system_.spi(Method::post, "/contacts", R"({"email":")" + email + R"("})");
  EXPECT_EQ(answer.status, 200) << answer.body;
  const auto id = answer.json();
  return id.is_string() ? std::string(id.get_string()) : std::string();
}

void ConnectedShop::write_bonus_field(const std::string& email, const std::string& text) {
  const json::object body{{"email", email}, {"fields", json::object{{"Sitoo-Contact.bonuschecks", text}}}};
  const auto answer = system_.sandbox(Method::put, "/control/rule/accounts/" + system_.token() + "/fields", to_json_text(body));
  EXPECT_LT(answer.status, 300) << answer.body;
}

void ConnectedShop::give_checks(const std::string& email, const std::vector<std::pair<std::string, std::string>>& checks) {
  json::array list;
  for (const auto& [id, value] : checks)
    list.push_back(json::object{{"id", id}, {"name", "Bonus " + id}, {"value", value}, {"currency", "SEK"}});
  write_bonus_field(email, to_json_text(list));
}

json::object ConnectedShop::card(const std::string& email) {
  const auto answer = spi_v2(Method::get, "/customers?key_type=email&key=" + email);
  EXPECT_EQ(answer.status, 200) << answer.body;
  const auto found = answer.json();
  return found.is_array() && !found.get_array().empty() ? found.get_array()[0].as_object() : json::object{};
}

bool ConnectedShop::wait_for_checks(const std::string& email, std::size_t count) {
  return eventually([&] {
    const auto shown = card(email);
    const auto* checks = shown.if_contains("bonus_checks");
    return checks != nullptr && checks->is_array() && checks->get_array().size() == count;
  });
}

SubscriberView ConnectedShop::in_rule(const std::string& email) { return RuleView(system_.rule_dump()).subscriber(email); }

json::object ConnectedShop::check_in_rule(const std::string& email, const std::string& check_id) {
  const auto list = parse_json(in_rule(email).field("Sitoo-Contact", "bonuschecks"));
  if (!list || !list->is_array()) return {};
  for (const auto& entry : list->get_array())
    if (entry.is_object() && text_member(entry.get_object(), "id") == check_id) return entry.get_object();
  return {};
}

}  // namespace kassabro::tests
