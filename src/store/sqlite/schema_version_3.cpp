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
)sql";

}  // namespace kassabro::store::sqlite
