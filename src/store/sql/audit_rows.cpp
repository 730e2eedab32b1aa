#include "store/sql/audit_rows.hpp"

#include <limits>

namespace kassabro::store::sql {
namespace {

using app::AccountId;
using app::AuditChain;
using app::AuditEntry;

#define KASSABRO_AUDIT_COLUMNS "account_id, number, at, actor, peer, action, subject, status, seal "

constexpr const char* sql_last = "SELECT number, seal FROM audit_log WHERE account_id = ?1 ORDER BY number DESC LIMIT 1";
constexpr const char* sql_append =
    "INSERT INTO audit_log (" KASSABRO_AUDIT_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
constexpr const char* sql_list =
    "SELECT " KASSABRO_AUDIT_COLUMNS "FROM audit_log WHERE account_id = ?1 AND number < ?2 ORDER BY number DESC LIMIT ?3";
constexpr const char* sql_follow =
    "SELECT " KASSABRO_AUDIT_COLUMNS "FROM audit_log WHERE account_id = ?1 AND number > ?2 ORDER BY number LIMIT ?3";
constexpr const char* sql_chains = "SELECT DISTINCT account_id FROM audit_log ORDER BY account_id";

constexpr std::size_t page_rows = 1'000;

AuditEntry read_entry(const Statement& row) {
  AuditEntry entry;
  entry.account = row.integer(0);
  entry.number = row.integer(1);
  entry.at = from_epoch_ms(row.integer(2));
  entry.actor = row.text(3);
  entry.peer = row.text(4);
  entry.action = row.text(5);
  entry.subject = row.text(6);
  entry.status = static_cast<int>(row.integer(7));
  entry.seal = row.text(8);
  return entry;
}

std::vector<AuditEntry> read_entries(Connection& connection, const char* sql, AccountId account, std::int64_t number,
                                     std::size_t count_max) {
  std::vector<AuditEntry> entries;
  auto query = connection.prepare(sql);
  query->bind(1, account).bind(2, number).bind(3, static_cast<std::int64_t>(count_max));
  while (query->step()) entries.push_back(read_entry(*query));
  return entries;
}

// Goes on with a chain; false when the entry does not fit it.
bool follow(AuditChain& chain, const AuditEntry& entry, const Vault& vault) {
  if (entry.number != chain.entries + 1 || !vault.is_audit_seal(entry.seal, chain.head, seal_text(entry))) return false;
  ++chain.entries;
  chain.head = entry.seal;
  return true;
}

}  // namespace

Async<std::string> SqlAuditLog::append(AuditEntry entry) {
  co_await write(writer_, entry.account, [&](app::Tables&, Connection& connection) {
    std::string before;
    entry.number = 1;
    {
      auto last = connection.prepare(sql_last);
      last->bind(1, entry.account);
      if (last->step()) {
        entry.number = last->integer(0) + 1;
        before = last->text(1);
      }
    }
    entry.seal = vault_.audit_seal(before, seal_text(entry));
    auto append = connection.prepare(sql_append);
    append->bind(1, entry.account).bind(2, entry.number).bind(3, to_epoch_ms(entry.at)).bind(4, entry.actor);
    append->bind(5, entry.peer).bind(6, entry.action).bind(7, entry.subject).bind(8, std::int64_t{entry.status});
    append->bind(9, entry.seal).run();
    return true;
  });
  co_return entry.seal;
}

Async<std::vector<AuditEntry>> SqlAuditLog::list(AccountId account, std::optional<std::int64_t> before, std::size_t count_max) {
  co_return co_await pool_.read(account, [&](Connection& connection) {
    return read_entries(connection, sql_list, account, before.value_or(std::numeric_limits<std::int64_t>::max()), count_max);
  });
}

Async<std::vector<AuditChain>> SqlAuditLog::verify() {
  const auto accounts = co_await pool_.read([&](Connection& connection) {
    std::vector<AccountId> ids;
    auto query = connection.prepare(sql_chains);
    while (query->step()) ids.push_back(query->integer(0));
    return ids;
  });
  std::vector<AuditChain> chains;
  for (const auto account : accounts) chains.push_back(co_await verify_chain(account));
  co_return chains;
}

Async<AuditChain> SqlAuditLog::verify_chain(AccountId account) {
  AuditChain chain;
  chain.account = account;
  for (std::int64_t read_to = 0;;) {
    const auto entries = co_await pool_.read(
        account, [&](Connection& connection) { return read_entries(connection, sql_follow, account, read_to, page_rows); });
    for (const auto& entry : entries) {
      if (!follow(chain, entry, vault_)) {
        chain.broken_at = entry.number;
        co_return chain;
      }
      read_to = entry.number;
    }
    if (entries.size() < page_rows) co_return chain;
  }
}

}  // namespace kassabro::store::sql
