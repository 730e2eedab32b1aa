#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_3 = R"sql(
ALTER TABLE jobs ADD COLUMN request TEXT NOT NULL DEFAULT '{}';
ALTER TABLE jobs ADD COLUMN report TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN active_ms INTEGER NOT NULL DEFAULT 0;
-- Orders of the past that the marketing platform is still to be told of.
CREATE TABLE past_orders (
  account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, ordered_at INTEGER NOT NULL, order_id TEXT NOT NULL,
  sending INTEGER NOT NULL, PRIMARY KEY (account_id, contact_id, ordered_at, order_id)) STRICT, WITHOUT ROWID;
CREATE TABLE bonus_replaced (
  account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, check_id TEXT NOT NULL, content TEXT NOT NULL,
  replaced_at INTEGER NOT NULL, PRIMARY KEY (account_id, contact_id, check_id, content)) STRICT, WITHOUT ROWID;
CREATE TABLE imports (
  import_id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, file_name TEXT NOT NULL, file_digest TEXT NOT NULL,
  options TEXT NOT NULL, about TEXT NOT NULL, columns TEXT NOT NULL, state TEXT NOT NULL, bad_rows TEXT NOT NULL,
  row_count INTEGER NOT NULL, cursor INTEGER NOT NULL, kept INTEGER NOT NULL, counts TEXT NOT NULL, reason TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX imports_of_file ON imports (account_id, file_digest, options) WHERE state NOT IN ('failed', 'undone');
CREATE TABLE import_rows (
  import_id INTEGER NOT NULL, position INTEGER NOT NULL, line INTEGER NOT NULL, outcome TEXT NOT NULL, owner TEXT NOT NULL,
  contact_id INTEGER, email TEXT NOT NULL, phone TEXT NOT NULL, member_number TEXT NOT NULL, check_id TEXT NOT NULL,
  value_minor INTEGER NOT NULL, currency TEXT NOT NULL, names_currency INTEGER NOT NULL, undecided_amount TEXT,
  content TEXT NOT NULL, refused_column TEXT NOT NULL, reason TEXT NOT NULL, refused_who TEXT NOT NULL,
  refused_check_id TEXT NOT NULL, content_before TEXT, content_after TEXT,
  PRIMARY KEY (import_id, position)) STRICT, WITHOUT ROWID;
CREATE INDEX import_rows_of_check ON import_rows (import_id, check_id, owner) WHERE check_id <> '';
CREATE INDEX import_rows_refused ON import_rows (import_id, position) WHERE outcome = 'refused';
CREATE INDEX import_rows_undecided ON import_rows (import_id, position) WHERE outcome = 'undecided';
CREATE TRIGGER import_rows_go AFTER DELETE ON imports BEGIN DELETE FROM import_rows WHERE import_id = old.import_id; END;
)sql";

}  // namespace kassabro::store::sqlite
