#include "store/sql/endpoint_rows.hpp"

#include "store/sql/account_rows.hpp"

namespace kassabro::store::sql {
namespace {

using app::AccountId;
using app::Endpoint;
using app::EndpointId;

#define KASSABRO_ENDPOINT_COLUMNS                                                                                       \
  "account_id, endpoint_id, url, description, types, disabled, secret, old_secret, old_secret_ends_at, failing_since, " \
  "last_failure_at, last_success_at, created_at, updated_at"

constexpr const char* sql_find =
    "SELECT " KASSABRO_ENDPOINT_COLUMNS " FROM webhook_endpoints WHERE account_id = ?1 AND endpoint_id = ?2";
constexpr const char* sql_list =
    "SELECT " KASSABRO_ENDPOINT_COLUMNS " FROM webhook_endpoints WHERE account_id = ?1 ORDER BY endpoint_id";
constexpr const char* sql_insert = "INSERT INTO webhook_endpoints (" KASSABRO_ENDPOINT_COLUMNS
                                   ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
constexpr const char* sql_update =
    "UPDATE webhook_endpoints SET url = ?3, description = ?4, types = ?5, disabled = ?6, secret = ?7, old_secret = ?8, "
    "old_secret_ends_at = ?9, failing_since = ?10, last_failure_at = ?11, last_success_at = ?12, created_at = ?13, "
    "updated_at = ?14 WHERE account_id = ?1 AND endpoint_id = ?2";
constexpr const char* sql_remove = "DELETE FROM webhook_endpoints WHERE account_id = ?1 AND endpoint_id = ?2";
constexpr const char* sql_save_health =
    "UPDATE webhook_endpoints SET failing_since = ?3, last_failure_at = ?4, last_success_at = ?5 "
    "WHERE account_id = ?1 AND endpoint_id = ?2";
constexpr const char* sql_disable =
    "UPDATE webhook_endpoints SET disabled = ?3, updated_at = ?4 WHERE account_id = ?1 AND endpoint_id = ?2 AND disabled = ''";
constexpr const char* sql_types = "SELECT types FROM webhook_endpoints WHERE account_id = ?1 AND disabled = ''";
constexpr const char* sql_save_told = "UPDATE accounts SET told_types = ?2 WHERE account_id = ?1";

void bind_time(Statement& statement, int place, const std::optional<Timestamp>& at) {
  if (at)
    statement.bind(place, to_epoch_ms(*at));
  else
    statement.bind_null(place);
}

std::optional<Timestamp> read_time(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return from_epoch_ms(row.integer(column));
}

void bind_endpoint(Statement& statement, const Vault& vault, const Endpoint& endpoint) {
  statement.bind(1, endpoint.account).bind(2, endpoint.id).bind(3, endpoint.url).bind(4, endpoint.description);
  statement.bind(5, endpoint.types.bits()).bind(6, endpoint.disabled ? to_text(*endpoint.disabled) : std::string_view());
  statement.bind_blob(7, vault.seal(endpoint.secret.reveal())).bind_blob(8, vault.seal(endpoint.old_secret.reveal()));
  bind_time(statement, 9, endpoint.old_secret_ends_at);
  bind_time(statement, 10, endpoint.health.failing_since);
  bind_time(statement, 11, endpoint.health.last_failure_at);
  bind_time(statement, 12, endpoint.health.last_success_at);
  statement.bind(13, to_epoch_ms(endpoint.created_at)).bind(14, to_epoch_ms(endpoint.updated_at));
}

Endpoint read_endpoint(const Statement& row, const Vault& vault) {
  Endpoint endpoint;
  endpoint.account = row.integer(0);
  endpoint.id = row.integer(1);
  endpoint.url = row.text(2);
  endpoint.description = row.text(3);
  endpoint.types = app::MessageTypes::from_bits(row.integer(4));
  endpoint.disabled = app::parse_disabled(row.text_view(5));
  endpoint.secret = vault.unseal(row.text_view(6));
  endpoint.old_secret = vault.unseal(row.text_view(7));
  endpoint.old_secret_ends_at = read_time(row, 8);
  endpoint.health = {read_time(row, 9), read_time(row, 10), read_time(row, 11)};
  endpoint.created_at = from_epoch_ms(row.integer(12));
  endpoint.updated_at = from_epoch_ms(row.integer(13));
  return endpoint;
}

// What its endpoints want stands with the account, which is in memory: who has none pays nothing at a sale.
void note_told_types(Connection& connection, AccountId account) {
  app::MessageTypes told;
  {
    auto query = connection.prepare(sql_types);
    query->bind(1, account);
    while (query->step()) {
      const auto types = app::MessageTypes::from_bits(query->integer(0));
      told.add(types.empty() ? app::MessageTypes::all() : types);
    }
  }
  connection.prepare(sql_save_told)->bind(1, account).bind(2, told.bits()).run();
  tell_other_nodes(connection, account);
}

}  // namespace

std::optional<Endpoint> find_endpoint(Connection& connection, const Vault& vault, AccountId account, EndpointId id) {
  auto query = connection.prepare(sql_find);
  query->bind(1, account).bind(2, id);
  if (!query->step()) return std::nullopt;
  return read_endpoint(*query, vault);
}

std::vector<Endpoint> list_endpoints(Connection& connection, const Vault& vault, AccountId account) {
  std::vector<Endpoint> endpoints;
  auto query = connection.prepare(sql_list);
  query->bind(1, account);
  while (query->step()) endpoints.push_back(read_endpoint(*query, vault));
  return endpoints;
}

void save_health(Connection& connection, AccountId account, EndpointId id, const app::EndpointHealth& health) {
  auto update = connection.prepare(sql_save_health);
  update->bind(1, account).bind(2, id);
  bind_time(*update, 3, health.failing_since);
  bind_time(*update, 4, health.last_failure_at);
  bind_time(*update, 5, health.last_success_at);
  update->run();
}

void disable_endpoint(Connection& connection, AccountId account, EndpointId id, app::Disabled why, Timestamp now) {
  connection.prepare(sql_disable)->bind(1, account).bind(2, id).bind(3, to_text(why)).bind(4, to_epoch_ms(now)).run();
  note_told_types(connection, account);
}

void SqlEndpointTable::insert(const Endpoint& endpoint) {
  {
    auto insert = connection_.prepare(sql_insert);
    bind_endpoint(*insert, vault_, endpoint);
    insert->run();
  }
  note_told_types(connection_, endpoint.account);
}

void SqlEndpointTable::update(const Endpoint& endpoint) {
  {
    auto update = connection_.prepare(sql_update);
    bind_endpoint(*update, vault_, endpoint);
    update->run();
  }
  note_told_types(connection_, endpoint.account);
}

bool SqlEndpointTable::remove(AccountId account, EndpointId id) {
  connection_.prepare(sql_remove)->bind(1, account).bind(2, id).run();
  const bool is_removed = connection_.changes() > 0;
  note_told_types(connection_, account);
  return is_removed;
}

}  // namespace kassabro::store::sql
