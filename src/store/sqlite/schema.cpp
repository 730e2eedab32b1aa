#include "store/sqlite/schema.hpp"

#include <array>
#include <string>

#include "base/error.hpp"
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

const std::array versions{version_1, version_2, version_3, version_4,  version_5, version_6,
                          version_7, version_8, version_9, version_10, version_11};

}  // namespace

const int schema_version = static_cast<int>(versions.size());

int stored_version(Connection& connection) {
  Statement query(connection.handle(), "PRAGMA user_version");
  query.step();
  return static_cast<int>(query.integer(0));
}

void migrate(Connection& connection, int version_wanted) {
  if (stored_version(connection) > schema_version)
    throw InfrastructureFailure("The database was written by a newer Kassabro (schema " +
                                std::to_string(stored_version(connection)) + ", this program knows " +
                                std::to_string(schema_version) + "). Please upgrade.");
  connection.execute("BEGIN IMMEDIATE");
  for (int version = stored_version(connection); version < version_wanted; ++version) {
    connection.execute(versions[static_cast<std::size_t>(version)]);
    connection.execute(("PRAGMA user_version = " + std::to_string(version + 1)).c_str());
  }
  connection.execute("COMMIT");
}

}  // namespace kassabro::store::sqlite
