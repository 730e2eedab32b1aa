#include "main/options.hpp"

#include <filesystem>

#include "base/error.hpp"
#include "rule/names.hpp"

namespace kassabro::main {

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

http::AddressList outbound_allowed(const Config& config) {
  auto list = http::AddressList::parse(config.outbound_allow);
  if (!list) throw InfrastructureFailure("outbound.allow: " + list.error().message);
  return std::move(*list);
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
  return options;
}

}  // namespace kassabro::main
