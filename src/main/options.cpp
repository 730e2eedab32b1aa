#include "main/options.hpp"

#include <filesystem>

#include "base/error.hpp"
#include "rule/names.hpp"
#include "sitoo/rest/address.hpp"
#include "webhooks/endpoint_url.hpp"

namespace kassabro::main {
namespace {

constexpr std::string_view not_listed = "This host is not among those that outbound.only lists.";

}  // namespace

app::Authenticate::Defaults defaults_of(const Config& config) {
  app::Authenticate::Defaults defaults;
  defaults.country = config.default_country;
  defaults.time_zone = config.default_time_zone;
  defaults.currency = config.default_currency;
  defaults.sitoo_base_url = config.sitoo_base_url;
  defaults.calls_a_second = config.public_account_rate;
  return defaults;
}

rule::RuleClientSettings rule_settings_of(const Config& config) {
  rule::RuleClientSettings settings;
  settings.base_url = config.rule_base_url;
  return settings;
}

http::HostList outbound_hosts(const Config& config) {
  auto list = http::HostList::parse(config.outbound_only);
  if (!list) throw InfrastructureFailure("outbound.only: " + list.error().message);
  return std::move(*list);
}

http::ClientOptions outbound_options_of(const Config& config) {
  auto list = http::AddressList::parse(config.outbound_allow);
  if (!list) throw InfrastructureFailure("outbound.allow: " + list.error().message);
  return {.allowed = std::move(*list), .only = outbound_hosts(config)};
}

app::CheckAddress sitoo_address_check_of(const Config& config) {
  return [hosts = outbound_hosts(config), base = config.sitoo_base_url](const std::string& url) -> Result<void> {
    if (sitoo::rest::is_on_host_of(url, base) || hosts.allows(http::host_of(url))) return {};
    return fail(invalid("sitoo_base_url", std::string(not_listed)));
  };
}

app::ManageEndpoints::CheckUrl endpoint_check_of(const Config& config) {
  const auto plain = config.outbound_allow.empty() ? webhooks::PlainHttp::refused : webhooks::PlainHttp::where_allowed;
  return [plain, hosts = outbound_hosts(config)](std::string_view url) -> Result<void> {
    if (auto checked = webhooks::check_endpoint_url(url, plain); !checked) return checked;
    if (hosts.allows(http::host_of(std::string(url)))) return {};
    return fail(invalid("url", std::string(not_listed)));
  };
}

bool wants_mirror(const app::Account& account) {
  const auto names = rule::names_of(account);
  return names && names->mirror;
}

store::Vault open_vault(const DataFolder& folder) {
  const bool has_database = std::filesystem::exists(folder.database_path());
  if (has_database && !std::filesystem::exists(folder.key_path()))
    throw InfrastructureFailure("The key file " + folder.key_path() + " is missing. Put it back: without it the database " +
                                folder.database_path() + " cannot be read.");
  return store::Vault::open_or_create(folder.key_path());
}

jobs::MirrorCustomers::Options mirror_options_of(const Config& config) {
  jobs::MirrorCustomers::Options options;
  options.every = config.mirror_every;
  return options;
}

jobs::Reconcile::Options reconcile_options_of(const Config& config) {
  jobs::Reconcile::Options options;
  options.every = config.reconcile_every;
  return options;
}

jobs::AttemptUpkeep::Options attempt_upkeep_options_of(const Config& config) {
  jobs::AttemptUpkeep::Options options;
  options.keep = config.outbox_keep_attempts;
  options.keep_lookups = config.lookups_keep;
  options.keep_messages = config.webhooks_keep_messages;
  return options;
}

jobs::Retention::Options retention_options_of(const Config& config) {
  jobs::Retention::Options options;
  options.inbox = std::chrono::days(config.retention_inbox_days);
  options.quarantine = std::chrono::days(config.retention_quarantine_days);
  options.imports = std::chrono::days(config.retention_imports_days);
  options.order_fetches = std::chrono::days(config.retention_order_fetches_days);
  options.deliveries = std::chrono::days(config.retention_deliveries_days);
  options.unregistered = std::chrono::days(config.retention_unregistered_days);
  return options;
}

}  // namespace kassabro::main
