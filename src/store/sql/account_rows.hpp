#pragma once

#include "app/tables.hpp"
#include "store/sql/connection.hpp"
#include "store/vault.hpp"

namespace kassabro::store::sql {

std::optional<app::Account> find_account(Connection& connection, const Vault& vault, domain::AccountId id);
std::optional<app::Account> find_account_by_token(Connection& connection, const Vault& vault, const SecretString& token);
std::optional<app::Account> find_account_by_basic_user(Connection& connection, const Vault& vault, std::string_view user);
std::vector<app::Account> list_accounts(Connection& connection, const Vault& vault);
std::vector<app::Account> list_accounts_after(Connection& connection, const Vault& vault, app::AccountId after,
                                              std::size_t count_max);

// That the account is no more as they remember it.
void tell_other_nodes(Connection& connection, app::AccountId account);

class SqlAccountTable final : public app::AccountTable {
 public:
  SqlAccountTable(Connection& connection, const Vault& vault) : connection_(connection), vault_(vault) {}
  Result<void> insert(const app::Account& account, std::int64_t remote_account_id) override;
  std::optional<app::Account> find(app::AccountId account) override;
  void update(const app::Account& account) override;
  void set_status(app::AccountId account, app::AccountStatus status) override;
  void renew_rule_key(app::AccountId account, const SecretString& rule_key) override;
  std::optional<app::AccountId> find_by_remote(std::int64_t remote_account_id) override;
  std::optional<std::int64_t> find_remote(app::AccountId account) override;
  bool remove(app::AccountId account) override;
  void record_change(const app::AccountChanged& change) override;
  std::optional<app::AccountChanged> find_change(app::AccountId account, app::ChangeId id) override;
  app::ChangeId latest_change(app::AccountId account) override;

 private:
  bool add_token(app::AccountId account, const SecretString& token);

  Connection& connection_;
  const Vault& vault_;
};

}  // namespace kassabro::store::sql
