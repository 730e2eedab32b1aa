#include "tests/support/connected_account.hpp"

#include <stdexcept>

#include "http/basic_credentials.hpp"

namespace kassabro::tests {

std::string ConnectedAccount::authorization() const {
  return http::to_basic_header({text("basic_user"), SecretString(text("basic_password"))});
}

ConnectedAccount connect_account(System& system) {
  const auto added =
      system.command({"account", "add", "--name", "Shop", "--rule-api-key", system.token(), "--sitoo-base-url",
                      system.sandbox_url() + "/sitoo", "--sitoo-api-id", "1500-1", "--sitoo-password", "sandbox"});
  if (added.status != 0) throw std::runtime_error("account add: " + added.output);
  ConnectedAccount account{parse_json(added.output).value().as_object()};
  const auto access = [&](const char* path) {
    return json::object{
        {"url", system.base_url() + path}, {"user", account.text("basic_user")}, {"password", account.text("basic_password")}};
  };
  const json::object settings{{"custom_crm", json::object{{"api_url", system.api_url()}, {"api_token", system.token()}}},
                              {"crm_v2", access("/sitoo/v2")},
                              {"events", access("/sitoo/events")}};
  const auto saved = system.sandbox(http::Method::put, "/control/settings", to_json_text(settings));
  if (saved.status != 200) throw std::runtime_error("the sandbox takes no settings: " + saved.body);
  return account;
}

}  // namespace kassabro::tests
