#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_10 = R"sql(
-- Whom a till was shown: how often within a minute, at one register and by one contract.
CREATE TABLE lookups (
  account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, minute INTEGER NOT NULL, register TEXT NOT NULL, store TEXT NOT NULL,
  source TEXT NOT NULL, staff TEXT NOT NULL, times INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (account_id, contact_id, minute, register, store, source)) STRICT, WITHOUT ROWID;
CREATE INDEX lookups_by_minute ON lookups (account_id, minute);
)sql";

}  // namespace kassabro::store::sqlite
