#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_6 = R"sql(
-- When each customer bought last, and which steps of the programme the silence since then has reached.
CREATE TABLE silences (
  account_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, bought_at INTEGER NOT NULL, retention INTEGER NOT NULL,
  winback INTEGER NOT NULL, PRIMARY KEY (account_id, contact_id)) STRICT, WITHOUT ROWID;
CREATE INDEX silences_retention ON silences (account_id, bought_at, contact_id) WHERE retention = 0;
CREATE INDEX silences_winback ON silences (account_id, bought_at, contact_id) WHERE winback = 0;
INSERT INTO silences SELECT account_id, contact_id, max(ordered_at), 0, 0 FROM orders
  WHERE contact_id IS NOT NULL AND state = 'completed' AND total_minor >= 0 GROUP BY account_id, contact_id;
)sql";

}  // namespace kassabro::store::sqlite
