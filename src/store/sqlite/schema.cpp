#include "store/sqlite/schema.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {
namespace {

// Version 1. Within one file there is nothing to shard, so contacts and deliveries use their globally unique id as the row id
// (one descent instead of two); every statement names the account all the same.
constexpr const char* version_1 = R"sql(
CREATE TABLE accounts (
  account_id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, time_zone TEXT NOT NULL, currency TEXT NOT NULL,
  status TEXT NOT NULL, remote_account_id INTEGER, rule_key BLOB NOT NULL, api_token BLOB NOT NULL,
  basic_user TEXT NOT NULL UNIQUE, basic_password BLOB NOT NULL, sitoo_base_url TEXT NOT NULL, sitoo_api_id TEXT NOT NULL,
  sitoo_password BLOB NOT NULL, eshop_id INTEGER NOT NULL, settings TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
CREATE INDEX accounts_remote ON accounts (remote_account_id) WHERE remote_account_id IS NOT NULL;
CREATE TABLE account_tokens (
  token_digest BLOB PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE) STRICT, WITHOUT ROWID;
CREATE TABLE account_counters (
  account_id INTEGER NOT NULL, name TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (account_id, name)) STRICT, WITHOUT ROWID;
CREATE TABLE remote_facts (
  account_id INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (account_id, name)) STRICT, WITHOUT ROWID;

CREATE TABLE contacts (
  contact_id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, version INTEGER NOT NULL, member_number TEXT NOT NULL,
  email TEXT NOT NULL, mobile TEXT NOT NULL, phone TEXT NOT NULL, first_name TEXT NOT NULL, last_name TEXT NOT NULL,
  personal_id TEXT NOT NULL, company TEXT NOT NULL, company_id TEXT NOT NULL, gender TEXT NOT NULL, birthday TEXT NOT NULL,
  invoice_line1 TEXT NOT NULL, invoice_line2 TEXT NOT NULL, invoice_zip TEXT NOT NULL, invoice_city TEXT NOT NULL,
  invoice_state TEXT NOT NULL, invoice_country TEXT NOT NULL, delivery_line1 TEXT NOT NULL, delivery_line2 TEXT NOT NULL,
  delivery_zip TEXT NOT NULL, delivery_city TEXT NOT NULL, delivery_state TEXT NOT NULL, delivery_country TEXT NOT NULL,
  accepts INTEGER NOT NULL, accepted_consents TEXT NOT NULL, store TEXT NOT NULL, registered_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL, remote_id INTEGER, remote_blocked INTEGER, remote_checked_at INTEGER) STRICT;
CREATE TABLE contact_keys (
  account_id INTEGER NOT NULL, key TEXT NOT NULL, contact_id INTEGER NOT NULL, PRIMARY KEY (account_id, key)) STRICT, WITHOUT ROWID;
CREATE TABLE consent_records (
  account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL, source TEXT NOT NULL,
  store TEXT NOT NULL, staff TEXT NOT NULL, register TEXT NOT NULL, accepts INTEGER NOT NULL, accepted_consents TEXT NOT NULL,
  PRIMARY KEY (account_id, contact_id, version)) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
  account_id INTEGER NOT NULL, order_id TEXT NOT NULL, contact_id INTEGER, ordered_at INTEGER NOT NULL, state TEXT NOT NULL,
  announced INTEGER NOT NULL, content TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX orders_key ON orders (account_id, order_id);
CREATE INDEX orders_of_contact ON orders (account_id, contact_id, ordered_at) WHERE contact_id IS NOT NULL;
CREATE TABLE inbox (
  inbox_id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, received_at INTEGER NOT NULL, source TEXT NOT NULL,
  body TEXT NOT NULL) STRICT;

CREATE TABLE outbox (
  delivery_id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, kind TEXT NOT NULL,
  order_id TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, ambiguous INTEGER NOT NULL,
  not_before INTEGER NOT NULL, lease_until INTEGER, reason TEXT NOT NULL, created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL) STRICT;
CREATE INDEX outbox_due ON outbox (account_id, delivery_id, not_before, contact_id) WHERE state = 'pending';
CREATE INDEX outbox_lane ON outbox (account_id, contact_id, delivery_id) WHERE state IN ('pending', 'leased');
CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'leased';
CREATE INDEX outbox_parked ON outbox (account_id, delivery_id) WHERE state = 'parked';
)sql";

const std::array versions{version_1, version_2, version_3, version_4,  version_5,  version_6,
                          version_7, version_8, version_9, version_10, version_11, version_12};

// Which older programs may work with the file. Not of a version: whoever opens the file brings this up to date.
constexpr const char* make_notes =
    "CREATE TABLE IF NOT EXISTS kassabro_schema (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), "
    "works_from INTEGER NOT NULL) STRICT";
constexpr const char* drop_notes = "DROP TABLE IF EXISTS kassabro_schema";
constexpr const char* sql_has_notes = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'kassabro_schema'";
constexpr const char* sql_works_from = "SELECT works_from FROM kassabro_schema";

std::int64_t number_from(Connection& connection, const char* sql, std::int64_t otherwise) {
  Statement query(connection.handle(), sql);
  return query.step() ? query.integer(0) : otherwise;
}

// Where all is noted already nothing is written: a server starts on a full disk, too.
void note_version(Connection& connection, int version) {
  if (number_from(connection, "PRAGMA user_version", 0) != version)
    connection.execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
  if (version < sql::first_version_that_asks) return connection.execute(drop_notes);
  connection.execute(make_notes);
  const auto works_from = std::to_string(sql::works_from(version));
  connection.execute(("INSERT INTO kassabro_schema (only_row, works_from) VALUES (1, " + works_from +
                      ") ON CONFLICT DO UPDATE SET works_from = excluded.works_from WHERE works_from <> excluded.works_from")
                         .c_str());
}

// All of it, or nothing.
template <class Work>
void in_transaction(Connection& connection, Work work) {
  connection.execute("BEGIN IMMEDIATE");
  try {
    work();
    connection.execute("COMMIT");
  } catch (const std::exception&) {
    sqlite3_exec(connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);  // the failure is what counts
    throw;
  }
}

}  // namespace

const int schema_version = static_cast<int>(versions.size());

int stored_version(Connection& connection) { return static_cast<int>(number_from(connection, "PRAGMA user_version", 0)); }

bool is_understood(Connection& connection) {
  const auto stored = stored_version(connection);
  if (stored <= schema_version) return stored == schema_version;
  return number_from(connection, sql_has_notes, 0) != 0 && number_from(connection, sql_works_from, stored) <= schema_version;
}

void migrate(Connection& connection, int version_wanted) {
  if (const auto stored = stored_version(connection); stored > schema_version) {
    if (is_understood(connection)) return;
    throw sql::newer_schema(stored, schema_version);
  }
  in_transaction(connection, [&] {
    const auto stored = stored_version(connection);
    for (int version = stored; version < version_wanted; ++version)
      connection.execute(versions[static_cast<std::size_t>(version)]);
    note_version(connection, std::max(stored, version_wanted));
  });
}

void leave(Connection& connection, const sql::SchemaStep& step) {
  in_transaction(connection, [&] {
    if (const auto stored = stored_version(connection); stored != step.version) throw sql::not_at(stored, step);
    connection.execute(step.undo_sqlite);
    note_version(connection, step.version - 1);
  });
}

}  // namespace kassabro::store::sqlite
