#pragma once

#include "app/authenticate.hpp"
#include "jobs/attempt_upkeep.hpp"
#include "jobs/mirror_customers.hpp"
#include "jobs/reconcile.hpp"
#include "jobs/retention.hpp"
#include "main/config.hpp"
#include "main/data_folder.hpp"
#include "rule/client.hpp"
#include "store/vault.hpp"

namespace kassabro::main {

// What parts of the program want to know, from the configuration.
app::Authenticate::Defaults defaults_of(const Config& config);
rule::RuleClientSettings rule_settings_of(const Config& config);
// Throws InfrastructureFailure that names the setting.
http::AddressList outbound_allowed(const Config& config);
jobs::MirrorCustomers::Options mirror_options_of(const Config& config);
jobs::Reconcile::Options reconcile_options_of(const Config& config);
jobs::AttemptUpkeep::Options attempt_upkeep_options_of(const Config& config);
jobs::Retention::Options retention_options_of(const Config& config);

// A fault in the account's settings stops its deliveries, where its owner sees it; the mirror waits for that.
bool wants_mirror(const app::Account& account);

// A database without its key would come up empty-handed: no till would be known, no secret could be opened. Throws
// InfrastructureFailure then.
store::Vault open_vault(const DataFolder& folder);

}  // namespace kassabro::main
