#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_5 = R"sql(
-- Addresses of receipts. The token itself is sealed: it is needed again when the receipt is sent again.
CREATE TABLE receipt_links (
  token_digest BLOB PRIMARY KEY, account_id INTEGER NOT NULL, order_id TEXT NOT NULL, token BLOB NOT NULL,
  created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_links_of_order ON receipt_links (account_id, order_id, expires_at);
CREATE INDEX receipt_links_ended ON receipt_links (expires_at);
)sql";

}  // namespace kassabro::store::sqlite
