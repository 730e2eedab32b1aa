#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_2 = R"sql(
ALTER TABLE orders ADD COLUMN total_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN currency TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN store TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN credited_order_id TEXT NOT NULL DEFAULT '';
UPDATE orders SET total_minor = coalesce(json_extract(content, '$.total'), 0),
  currency = coalesce(json_extract(content, '$.currency'), ''), store = coalesce(json_extract(content, '$.store'), ''),
  credited_order_id = coalesce(json_extract(content, '$.credited_order_id'), '');
CREATE INDEX orders_crediting ON orders (account_id, credited_order_id) WHERE credited_order_id <> '';
CREATE TABLE waiting_orders (
  account_id INTEGER NOT NULL, key TEXT NOT NULL, order_id TEXT NOT NULL, ordered_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, key, order_id)) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_orders_of_order ON waiting_orders (account_id, order_id);
-- Orders that version 1 kept without a buyer; the spellings of e-mail and phone there are the order's own, so they are only
-- found by the keys that need no reading.
INSERT OR IGNORE INTO waiting_orders (account_id, key, order_id, ordered_at)
  SELECT account_id, 'm:' || json_extract(content, '$.member_number'), order_id, ordered_at FROM orders
  WHERE contact_id IS NULL AND coalesce(json_extract(content, '$.member_number'), '') <> '';
INSERT OR IGNORE INTO waiting_orders (account_id, key, order_id, ordered_at)
  SELECT account_id, 'i:' || json_extract(content, '$.contact_ref'), order_id, ordered_at FROM orders
  WHERE contact_id IS NULL AND coalesce(json_extract(content, '$.contact_ref'), '') <> '';

CREATE TABLE contact_changes (
  account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL, source TEXT NOT NULL,
  store TEXT NOT NULL, staff TEXT NOT NULL, register TEXT NOT NULL,
  PRIMARY KEY (account_id, contact_id, version)) STRICT, WITHOUT ROWID;
CREATE TABLE contact_extras (
  account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, shown TEXT NOT NULL, additional_options TEXT NOT NULL,
  bonus_fault TEXT NOT NULL, bonus_text TEXT NOT NULL, PRIMARY KEY (account_id, contact_id)) STRICT, WITHOUT ROWID;
CREATE INDEX contact_extras_faulty ON contact_extras (account_id, contact_id) WHERE bonus_fault <> '';
CREATE TABLE channel_purchases (
  account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, channel TEXT NOT NULL, order_id TEXT NOT NULL,
  ordered_at INTEGER NOT NULL, total_minor INTEGER NOT NULL, currency TEXT NOT NULL, content TEXT NOT NULL,
  PRIMARY KEY (account_id, contact_id, channel, order_id)) STRICT, WITHOUT ROWID;

CREATE TABLE bonus_checks (
  account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, check_id TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
  value_minor INTEGER NOT NULL, remaining_minor INTEGER NOT NULL CHECK (remaining_minor BETWEEN 0 AND value_minor),
  overdrawn_minor INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL, status TEXT NOT NULL, last_used_at INTEGER,
  extra TEXT NOT NULL, seen_remotely INTEGER NOT NULL DEFAULT 0, updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, contact_id, check_id)) STRICT, WITHOUT ROWID;
CREATE INDEX bonus_checks_owner ON bonus_checks (account_id, check_id, contact_id);
CREATE INDEX bonus_checks_ending ON bonus_checks (account_id, valid_to, contact_id)
  WHERE status = 'open' AND remaining_minor > 0 AND valid_to <> '';
CREATE TABLE bonus_redemptions (
  account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, check_id TEXT NOT NULL, receipt TEXT NOT NULL,
  amount_minor INTEGER NOT NULL, state TEXT NOT NULL, order_id TEXT NOT NULL, redeemed_at INTEGER NOT NULL, undone_at INTEGER,
  undone_by TEXT NOT NULL, PRIMARY KEY (account_id, contact_id, check_id, receipt)) STRICT, WITHOUT ROWID;
CREATE INDEX bonus_redemptions_order ON bonus_redemptions (account_id, order_id) WHERE order_id <> '';
CREATE INDEX bonus_redemptions_unmatched ON bonus_redemptions (redeemed_at, account_id) WHERE state = 'unmatched';
CREATE TABLE bonus_entries (
  entry_id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, check_id TEXT NOT NULL,
  kind TEXT NOT NULL, change_minor INTEGER NOT NULL, remaining_minor INTEGER NOT NULL, receipt TEXT NOT NULL,
  order_id TEXT NOT NULL, at INTEGER NOT NULL, source TEXT NOT NULL, store TEXT NOT NULL, staff TEXT NOT NULL,
  register TEXT NOT NULL) STRICT;
CREATE INDEX bonus_entries_check ON bonus_entries (account_id, contact_id, check_id, entry_id);
CREATE INDEX bonus_entries_overspent ON bonus_entries (entry_id, account_id) WHERE kind = 'overspent';
CREATE TRIGGER bonus_entries_stay BEFORE UPDATE ON bonus_entries BEGIN SELECT raise(ABORT, 'the bonus ledger only grows'); END;

CREATE TABLE order_events (
  account_id INTEGER NOT NULL, event_id TEXT NOT NULL, received_at INTEGER NOT NULL, type TEXT NOT NULL, order_id TEXT NOT NULL,
  PRIMARY KEY (account_id, event_id)) STRICT, WITHOUT ROWID;
CREATE TABLE order_fetches (
  account_id INTEGER NOT NULL, eshop_id INTEGER NOT NULL, order_id TEXT NOT NULL, state TEXT NOT NULL, asked INTEGER NOT NULL,
  attempts INTEGER NOT NULL, not_before INTEGER NOT NULL, reason TEXT NOT NULL, created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL, PRIMARY KEY (account_id, eshop_id, order_id)) STRICT, WITHOUT ROWID;
CREATE INDEX order_fetches_due ON order_fetches (account_id, not_before) WHERE state = 'pending';
CREATE INDEX order_fetches_parked ON order_fetches (updated_at, account_id) WHERE state = 'parked';
CREATE TABLE quarantine (
  quarantine_id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, received_at INTEGER NOT NULL, source TEXT NOT NULL,
  reason TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX quarantine_of_account ON quarantine (account_id, quarantine_id);
CREATE INDEX contacts_remote ON contacts (account_id, remote_id, remote_checked_at) WHERE remote_id > 0;
CREATE TABLE jobs (
  account_id INTEGER NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, cursor TEXT NOT NULL, done INTEGER NOT NULL,
  total INTEGER, faults INTEGER NOT NULL, reason TEXT NOT NULL, started_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  finished_at INTEGER, PRIMARY KEY (account_id, kind)) STRICT, WITHOUT ROWID;
)sql";

}  // namespace kassabro::store::sqlite
