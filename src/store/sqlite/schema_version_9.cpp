#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_9 = R"sql(
-- Certificates of erased persons. `traces` (store/erasure_text.hpp) and the place are there until all that came in is read through.
CREATE TABLE erasures (
  account_id INTEGER NOT NULL, erasure_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, at INTEGER NOT NULL,
  author TEXT NOT NULL, removed TEXT NOT NULL, kept TEXT NOT NULL, remote TEXT NOT NULL, remote_id INTEGER,
  remote_problem TEXT NOT NULL, remote_attempts INTEGER NOT NULL, remote_not_before INTEGER NOT NULL,
  remote_settled_at INTEGER NOT NULL, source INTEGER, source_group INTEGER NOT NULL, source_row INTEGER NOT NULL,
  traces TEXT NOT NULL, finished_at INTEGER, PRIMARY KEY (account_id, erasure_id)) STRICT, WITHOUT ROWID;
CREATE INDEX erasures_open ON erasures (account_id, erasure_id) WHERE traces <> '';
)sql";

}  // namespace kassabro::store::sqlite
