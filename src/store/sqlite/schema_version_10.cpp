#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_10 = R"sql(
-- Whom a till was shown: how often within a minute, at one register and by one contract.
CREATE TABLE lookups (
  account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, minute INTEGER NOT NULL, register TEXT NOT NULL, store TEXT NOT NULL,
  source TEXT NOT NULL, staff TEXT NOT NULL, times INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (account_id, contact_id, minute, register, store, source)) STRICT, WITHOUT ROWID;
CREATE INDEX lookups_by_minute ON lookups (account_id, minute);

-- Who did what, each entry sealed together with the one before it. Nothing is ever changed or removed here.
CREATE TABLE audit_log (
  account_id INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, peer TEXT NOT NULL,
  action TEXT NOT NULL, subject TEXT NOT NULL, status INTEGER NOT NULL, seal TEXT NOT NULL,
  PRIMARY KEY (account_id, number)) STRICT, WITHOUT ROWID;

-- The engine asks again and again for the few jobs that are not over.
CREATE INDEX jobs_runnable ON jobs (account_id, kind) WHERE state IN ('waiting', 'running');
)sql";

}  // namespace kassabro::store::sqlite
