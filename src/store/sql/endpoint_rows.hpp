#pragma once

#include "app/endpoint.hpp"
#include "store/sql/connection.hpp"
#include "store/vault.hpp"

namespace kassabro::store::sql {

std::optional<app::Endpoint> find_endpoint(Connection& connection, const Vault& vault, app::AccountId account,
                                           app::EndpointId id);
std::vector<app::Endpoint> list_endpoints(Connection& connection, const Vault& vault, app::AccountId account);

void save_health(Connection& connection, app::AccountId account, app::EndpointId id, const app::EndpointHealth& health);
// Of one that is enabled.
void disable_endpoint(Connection& connection, app::AccountId account, app::EndpointId id, app::Disabled why, Timestamp now);

class SqlEndpointTable final : public app::EndpointTable {
 public:
  SqlEndpointTable(Connection& connection, const Vault& vault) : connection_(connection), vault_(vault) {}
  std::vector<app::Endpoint> list(app::AccountId account) override { return list_endpoints(connection_, vault_, account); }
  std::optional<app::Endpoint> find(app::AccountId account, app::EndpointId id) override {
    return find_endpoint(connection_, vault_, account, id);
  }
  void insert(const app::Endpoint& endpoint) override;
  void update(const app::Endpoint& endpoint) override;
  bool remove(app::AccountId account, app::EndpointId id) override;

 private:
  Connection& connection_;
  const Vault& vault_;
};

}  // namespace kassabro::store::sql
