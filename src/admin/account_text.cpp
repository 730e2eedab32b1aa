#include "admin/account_text.hpp"

#include <fmt/format.h>

#include "app/pos_yaml.hpp"
#include "app/webhook_secret.hpp"
#include "base/time_text.hpp"

namespace kassabro::admin {

json::object account_summary(const app::Account& account) {
  return {{"account_id", std::to_string(account.id)},
          {"name", account.name},
          {"country", account.country},
          {"time_zone", account.time_zone},
          {"currency", account.currency},
          {"status", account.status == app::AccountStatus::active ? "active" : "key_refused"},
          {"sitoo_base_url", account.sitoo_base_url},
          {"sitoo_api_id", account.sitoo_api_id},
          {"eshop_id", account.eshop_id},
          {"created_at", to_iso(account.created_at)}};
}

json::object account_connection(const app::Account& account, std::string_view public_base_url) {
  auto out = account_summary(account);
  out["api_url_v1"] = fmt::format("{}/sitoo/v1", public_base_url);
  out["api_url_v2"] = fmt::format("{}/sitoo/v2", public_base_url);
  out["events_url"] = fmt::format("{}/sitoo/events", public_base_url);
  out["api_token"] = account.api_token.reveal();
  out["basic_user"] = account.basic_user;
  out["basic_password"] = account.basic_password.reveal();
  out["settings"] = account.settings;
  out["pos_yaml"] = app::pos_yaml(account, public_base_url);
  json::object webhooks;
  for (const auto event : app::webhook_events) webhooks[event] = app::webhook_address(public_base_url, account, event);
  out["webhook_urls"] = std::move(webhooks);
  return out;
}

void hide_secrets(json::object& connection) {
  for (const char* name : {"api_token", "basic_password", "pos_yaml"}) connection[name] = "";
  connection["webhook_urls"] = json::object();
}

}  // namespace kassabro::admin
