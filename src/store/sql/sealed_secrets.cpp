#include "store/sql/sealed_secrets.hpp"

#include <array>
#include <map>

namespace kassabro::store::sql {
namespace {

using app::AccountId;

// ?1 is what begins everything that the newest key has sealed.
constexpr const char* sql_old_accounts =
    "SELECT account_id FROM accounts WHERE substr(rule_key, 1, 8) <> ?1 OR substr(api_token, 1, 8) <> ?1 OR "
    "substr(basic_password, 1, 8) <> ?1 OR substr(sitoo_password, 1, 8) <> ?1 LIMIT 100";
constexpr const char* sql_sealed =
    "SELECT rule_key, api_token, basic_password, sitoo_password FROM accounts WHERE account_id = ?1";
constexpr const char* sql_seal =
    "UPDATE accounts SET rule_key = ?2, api_token = ?3, basic_password = ?4, sitoo_password = ?5 WHERE account_id = ?1";
constexpr const char* sql_old_links =
    "SELECT account_id, token_digest, token FROM receipt_links WHERE substr(token, 1, 8) <> ?1 LIMIT 500";
constexpr const char* sql_seal_link =
    "UPDATE receipt_links SET token = ?3 WHERE account_id = ?1 AND token_digest = ?2 AND token = ?4";
constexpr const char* sql_old_endpoints =
    "SELECT account_id, endpoint_id FROM webhook_endpoints WHERE substr(secret, 1, 8) <> ?1 OR substr(old_secret, 1, 8) <> ?1 "
    "LIMIT 100";
constexpr const char* sql_sealed_endpoint =
    "SELECT secret, old_secret FROM webhook_endpoints WHERE account_id = ?1 AND endpoint_id = ?2";
constexpr const char* sql_seal_endpoint =
    "UPDATE webhook_endpoints SET secret = ?3, old_secret = ?4 WHERE account_id = ?1 AND endpoint_id = ?2";

constexpr int sealed_columns = 4;

struct Link {
  AccountId account = 0;
  std::string digest, token;
};

std::size_t seal_account(Connection& connection, const Vault& vault, AccountId account) {
  std::array<std::string, sealed_columns> secrets;
  {
    auto query = connection.prepare(sql_sealed);
    query->bind(1, account);
    if (!query->step()) return 0;  // removed meanwhile
    for (int column = 0; column < sealed_columns; ++column)
      secrets.at(static_cast<std::size_t>(column)) = vault.seal(vault.unseal(query->text_view(column)).reveal());
  }
  auto update = connection.prepare(sql_seal);
  update->bind(1, account);
  for (int column = 0; column < sealed_columns; ++column)
    update->bind_blob(column + 2, secrets.at(static_cast<std::size_t>(column)));
  update->run();
  return sealed_columns;
}

std::size_t seal_endpoint(Connection& connection, const Vault& vault, AccountId account, std::int64_t endpoint) {
  std::array<std::string, 2> secrets;
  {
    auto query = connection.prepare(sql_sealed_endpoint);
    query->bind(1, account).bind(2, endpoint);
    if (!query->step()) return 0;  // removed meanwhile
    for (int column = 0; column < 2; ++column)
      secrets.at(static_cast<std::size_t>(column)) = vault.seal(vault.unseal(query->text_view(column)).reveal());
  }
  auto update = connection.prepare(sql_seal_endpoint);
  update->bind(1, account).bind(2, endpoint).bind_blob(3, secrets[0]).bind_blob(4, secrets[1]).run();
  return secrets.size();
}

}  // namespace

Async<std::size_t> SqlSealedSecrets::seal_some_anew() {
  const auto prefix = vault_.sealed_prefix();
  if (const auto count = co_await seal_accounts(prefix); count != 0) co_return count;
  if (const auto count = co_await seal_endpoints(prefix); count != 0) co_return count;
  co_return co_await seal_links(prefix);
}

// Looked for by the writer: what another work has sealed just before the newest key came is seen by whoever writes after it.
Async<std::size_t> SqlSealedSecrets::seal_accounts(const std::string& prefix) {
  std::vector<AccountId> accounts;
  co_await write(writer_, app::no_account_yet, [&](app::Tables&, Connection& connection) {
    auto query = connection.prepare(sql_old_accounts);
    query->bind_blob(1, prefix);
    while (query->step()) accounts.push_back(query->integer(0));
    return true;
  });
  std::size_t count = 0;
  for (const auto account : accounts)
    co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
      count += seal_account(connection, vault_, account);
      return true;
    });
  co_return count;
}

Async<std::size_t> SqlSealedSecrets::seal_endpoints(const std::string& prefix) {
  std::map<AccountId, std::vector<std::int64_t>> endpoints;
  co_await write(writer_, app::no_account_yet, [&](app::Tables&, Connection& connection) {
    auto query = connection.prepare(sql_old_endpoints);
    query->bind_blob(1, prefix);
    while (query->step()) endpoints[query->integer(0)].push_back(query->integer(1));
    return true;
  });
  std::size_t count = 0;
  for (const auto& [account, of_account] : endpoints)
    co_await write(writer_, account, [&, owner = account](app::Tables&, Connection& connection) {
      for (const auto endpoint : of_account) count += seal_endpoint(connection, vault_, owner, endpoint);
      return true;
    });
  co_return count;
}

Async<std::size_t> SqlSealedSecrets::seal_links(const std::string& prefix) {
  std::map<AccountId, std::vector<Link>> links;
  co_await write(writer_, app::no_account_yet, [&](app::Tables&, Connection& connection) {
    auto query = connection.prepare(sql_old_links);
    query->bind_blob(1, prefix);
    while (query->step()) links[query->integer(0)].push_back({query->integer(0), query->text(1), query->text(2)});
    return true;
  });
  std::size_t count = 0;
  for (const auto& [account, of_account] : links) {
    co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
      for (const auto& link : of_account) {
        const auto sealed = vault_.seal(vault_.unseal(link.token).reveal());
        auto update = connection.prepare(sql_seal_link);
        update->bind(1, link.account).bind_blob(2, link.digest).bind_blob(3, sealed).bind_blob(4, link.token).run();
      }
      return true;
    });
    count += of_account.size();
  }
  co_return count;
}

}  // namespace kassabro::store::sql
