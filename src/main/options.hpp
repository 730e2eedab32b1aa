#pragma once

#include "app/authenticate.hpp"
#include "app/manage_accounts.hpp"
#include "app/manage_endpoints.hpp"
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
// These throw InfrastructureFailure that names the setting.
http::ClientOptions outbound_options_of(const Config& config);
http::HostList outbound_hosts(const Config& config);
// Whether an account's own address of Sitoo may be called: on the host of sitoo.base_url, or one that outbound.only lists.
app::CheckAddress sitoo_address_check_of(const Config& config);
// Likewise an integrator's endpoint: with TLS, and on a host that outbound.only lists.
app::ManageEndpoints::CheckUrl endpoint_check_of(const Config& config);
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
