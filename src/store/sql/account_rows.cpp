#include "store/sql/account_rows.hpp"

#include "store/sql/account_change_rows.hpp"

namespace kassabro::store::sql {
namespace {

using app::Account;
using app::AccountId;
using app::AccountStatus;

#define KASSABRO_ACCOUNT_COLUMNS                                                                                              \
  "account_id, name, country, time_zone, currency, status, rule_key, api_token, basic_user, basic_password, sitoo_base_url, " \
  "sitoo_api_id, sitoo_password, eshop_id, settings, created_at"
// What others write besides: store/sql/endpoint_rows.cpp.
#define KASSABRO_ACCOUNT_READ "SELECT " KASSABRO_ACCOUNT_COLUMNS ", told_types FROM accounts "

constexpr const char* sql_find = KASSABRO_ACCOUNT_READ "WHERE account_id = ?1";
constexpr const char* sql_find_by_user = KASSABRO_ACCOUNT_READ "WHERE basic_user = ?1";
constexpr const char* sql_list = KASSABRO_ACCOUNT_READ "ORDER BY account_id";
constexpr const char* sql_list_after = KASSABRO_ACCOUNT_READ "WHERE account_id > ?1 ORDER BY account_id LIMIT ?2";
constexpr const char* sql_find_token = "SELECT account_id FROM account_tokens WHERE token_digest = ?1";
constexpr const char* sql_add_token =
    "INSERT INTO account_tokens (token_digest, account_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
constexpr const char* sql_insert =
    "INSERT INTO accounts (" KASSABRO_ACCOUNT_COLUMNS
    ", remote_account_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
    "?16, ?17) ON CONFLICT DO NOTHING";
constexpr const char* sql_update =
    "UPDATE accounts SET (" KASSABRO_ACCOUNT_COLUMNS
    ") = (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) WHERE account_id = ?1";
constexpr const char* sql_set_status = "UPDATE accounts SET status = ?2 WHERE account_id = ?1";
constexpr const char* sql_renew = "UPDATE accounts SET rule_key = ?2, status = 'active' WHERE account_id = ?1";
constexpr const char* sql_find_remote =
    "SELECT remote_account_id FROM accounts WHERE account_id = ?1 AND remote_account_id IS NOT NULL";
constexpr const char* sql_find_by_remote =
    "SELECT account_id FROM accounts WHERE remote_account_id = ?1 ORDER BY account_id LIMIT 1";

constexpr const char* sql_tell = "SELECT pg_notify('kassabro_accounts', ?1)";

#define KASSABRO_REMOVED(table) "DELETE FROM " table " WHERE account_id = ?1"
constexpr std::array removals{
    "DELETE FROM import_rows WHERE import_id IN (SELECT import_id FROM imports WHERE account_id = ?1)",
    KASSABRO_REMOVED("bonus_entries"),
    KASSABRO_REMOVED("bonus_redemptions"),
    KASSABRO_REMOVED("bonus_checks"),
    KASSABRO_REMOVED("channel_purchases"),
    KASSABRO_REMOVED("contact_extras"),
    KASSABRO_REMOVED("contact_changes"),
    KASSABRO_REMOVED("lookups"),
    KASSABRO_REMOVED("waiting_orders"),
    KASSABRO_REMOVED("order_events"),
    KASSABRO_REMOVED("order_fetches"),
    KASSABRO_REMOVED("quarantine"),
    KASSABRO_REMOVED("jobs"),
    KASSABRO_REMOVED("past_orders"),
    KASSABRO_REMOVED("bonus_replaced"),
    KASSABRO_REMOVED("receipt_links"),
    KASSABRO_REMOVED("receipt_requests"),
    KASSABRO_REMOVED("imports"),
    KASSABRO_REMOVED("outbox"),
    KASSABRO_REMOVED("inbox"),
    KASSABRO_REMOVED("orders"),
    KASSABRO_REMOVED("consent_records"),
    KASSABRO_REMOVED("contact_keys"),
    KASSABRO_REMOVED("contacts"),
    KASSABRO_REMOVED("silences"),
    KASSABRO_REMOVED("remote_facts"),
    KASSABRO_REMOVED("account_counters"),
    KASSABRO_REMOVED("account_tokens"),
    KASSABRO_REMOVED("delivery_tries"),
    KASSABRO_REMOVED("account_changes"),
    KASSABRO_REMOVED("erasures"),
    KASSABRO_REMOVED("webhook_attempts"),
    KASSABRO_REMOVED("webhook_sendings"),
    KASSABRO_REMOVED("webhook_messages"),
    KASSABRO_REMOVED("webhook_endpoints"),
    KASSABRO_REMOVED("accounts"),
};

std::string_view status_text(AccountStatus status) {
  switch (status) {
    case AccountStatus::active: return "active";
    case AccountStatus::key_refused: return "key_refused";
  }
  return "active";
}

void bind_account(Statement& statement, const Vault& vault, const Account& account) {
  statement.bind(1, account.id).bind(2, account.name).bind(3, account.country).bind(4, account.time_zone);
  statement.bind(5, account.currency).bind(6, status_text(account.status)).bind_blob(7, vault.seal(account.rule_key.reveal()));
  statement.bind_blob(8, vault.seal(account.api_token.reveal())).bind(9, account.basic_user);
  statement.bind_blob(10, vault.seal(account.basic_password.reveal())).bind(11, account.sitoo_base_url);
  statement.bind(12, account.sitoo_api_id).bind_blob(13, vault.seal(account.sitoo_password.reveal()));
  statement.bind(14, account.eshop_id).bind(15, to_json_text(account.settings)).bind(16, to_epoch_ms(account.created_at));
}

Account read_account(const Statement& row, const Vault& vault) {
  Account account;
  account.id = row.integer(0);
  account.name = row.text(1);
  account.country = row.text(2);
  account.time_zone = row.text(3);
  account.currency = row.text(4);
  account.status = row.text_view(5) == "key_refused" ? AccountStatus::key_refused : AccountStatus::active;
  account.rule_key = vault.unseal(row.text_view(6));
  account.api_token = vault.unseal(row.text_view(7));
  account.basic_user = row.text(8);
  account.basic_password = vault.unseal(row.text_view(9));
  account.sitoo_base_url = row.text(10);
  account.sitoo_api_id = row.text(11);
  account.sitoo_password = vault.unseal(row.text_view(12));
  account.eshop_id = row.integer(13);
  if (auto settings = parse_json(row.text_view(14)); settings && settings->is_object())
    account.settings = std::move(settings->get_object());
  account.created_at = from_epoch_ms(row.integer(15));
  account.told_types = app::MessageTypes::from_bits(row.integer(16));
  return account;
}

std::string_view bytes_of(const Digest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

}  // namespace

// With the commit; a database in a file has no other nodes.
void tell_other_nodes(Connection& connection, AccountId account) {
  if (connection.dialect() == Dialect::postgres) connection.prepare(sql_tell)->bind(1, std::to_string(account)).run();
}

std::optional<Account> find_account(Connection& connection, const Vault& vault, AccountId id) {
  auto query = connection.prepare(sql_find);
  query->bind(1, id);
  if (!query->step()) return std::nullopt;
  return read_account(*query, vault);
}

std::optional<Account> find_account_by_token(Connection& connection, const Vault& vault, const SecretString& token) {
  std::optional<AccountId> id;
  {
    auto query = connection.prepare(sql_find_token);
    query->bind_blob(1, bytes_of(vault.token_digest(token.reveal())));
    if (query->step()) id = query->integer(0);
  }
  if (!id) return std::nullopt;
  return find_account(connection, vault, *id);
}

std::optional<Account> find_account_by_basic_user(Connection& connection, const Vault& vault, std::string_view user) {
  auto query = connection.prepare(sql_find_by_user);
  query->bind(1, user);
  if (!query->step()) return std::nullopt;
  return read_account(*query, vault);
}

std::vector<Account> list_accounts(Connection& connection, const Vault& vault) {
  std::vector<Account> accounts;
  auto query = connection.prepare(sql_list);
  while (query->step()) accounts.push_back(read_account(*query, vault));
  return accounts;
}

std::vector<Account> list_accounts_after(Connection& connection, const Vault& vault, AccountId after, std::size_t count_max) {
  std::vector<Account> accounts;
  auto query = connection.prepare(sql_list_after);
  query->bind(1, after).bind(2, static_cast<std::int64_t>(count_max));
  while (query->step()) accounts.push_back(read_account(*query, vault));
  return accounts;
}

bool SqlAccountTable::add_token(AccountId account, const SecretString& token) {
  auto insert = connection_.prepare(sql_add_token);
  insert->bind_blob(1, bytes_of(vault_.token_digest(token.reveal()))).bind(2, account).run();
  return connection_.changes() > 0;
}

Result<void> SqlAccountTable::insert(const Account& account, std::int64_t remote_account_id) {
  {
    auto statement = connection_.prepare(sql_insert);
    bind_account(*statement, vault_, account);
    if (remote_account_id != 0) statement->bind(17, remote_account_id);
    statement->run();
  }
  if (connection_.changes() == 0) return fail(conflict("basic_user", "This user name belongs to another account."));
  if (!add_token(account.id, account.api_token))
    return fail(conflict("api_token", "This API token belongs to another account."));
  if (!account.rule_key.empty() && account.rule_key != account.api_token && !add_token(account.id, account.rule_key))
    return fail(conflict("rule_api_key", "This Rule API key belongs to another account already."));
  return {};
}

std::optional<Account> SqlAccountTable::find(AccountId account) { return find_account(connection_, vault_, account); }

void SqlAccountTable::update(const Account& account) {
  auto statement = connection_.prepare(sql_update);
  bind_account(*statement, vault_, account);
  statement->run();
  tell_other_nodes(connection_, account.id);
}

void SqlAccountTable::set_status(AccountId account, AccountStatus status) {
  connection_.prepare(sql_set_status)->bind(1, account).bind(2, status_text(status)).run();
  tell_other_nodes(connection_, account);
}

void SqlAccountTable::renew_rule_key(AccountId account, const SecretString& rule_key) {
  auto renew = connection_.prepare(sql_renew);
  renew->bind(1, account).bind_blob(2, vault_.seal(rule_key.reveal())).run();
  add_token(account, rule_key);
  tell_other_nodes(connection_, account);
}

std::optional<AccountId> SqlAccountTable::find_by_remote(std::int64_t remote_account_id) {
  auto query = connection_.prepare(sql_find_by_remote);
  query->bind(1, remote_account_id);
  if (!query->step()) return std::nullopt;
  return query->integer(0);
}

std::optional<std::int64_t> SqlAccountTable::find_remote(AccountId account) {
  auto query = connection_.prepare(sql_find_remote);
  query->bind(1, account);
  if (!query->step()) return std::nullopt;
  return query->integer(0);
}

void SqlAccountTable::record_change(const app::AccountChanged& change) { save_account_change(connection_, change); }

std::optional<app::AccountChanged> SqlAccountTable::find_change(AccountId account, app::ChangeId id) {
  return find_account_change(connection_, account, id);
}

app::ChangeId SqlAccountTable::latest_change(AccountId account) { return latest_account_change(connection_, account); }

bool SqlAccountTable::remove(AccountId account) {
  tell_other_nodes(connection_, account);
  std::int64_t changes = 0;
  for (const auto* removal : removals) {
    connection_.prepare(removal)->bind(1, account).run();
    changes = connection_.changes();  // one after another: each is waited for by itself
  }
  return changes > 0;
}

}  // namespace kassabro::store::sql
