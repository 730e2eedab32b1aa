#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_7 = R"sql(
-- Which channels a record of the ledger was told, as the bits of `accepts`. Of old records only agreements, and what was taken
-- back by a later record, are certain to be a person's own choice.
ALTER TABLE consent_records ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
ALTER TABLE consent_records ADD COLUMN reason TEXT NOT NULL DEFAULT '';
UPDATE consent_records SET told = accepts | (coalesce((SELECT before.accepts FROM consent_records AS before
  WHERE before.account_id = consent_records.account_id AND before.contact_id = consent_records.contact_id
  AND before.version < consent_records.version ORDER BY before.version DESC LIMIT 1), 0) & ~accepts);
ALTER TABLE contact_extras ADD COLUMN bounced TEXT NOT NULL DEFAULT '[]';
CREATE TABLE receipt_requests (
  account_id INTEGER NOT NULL, order_id TEXT NOT NULL, asked_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, order_id)) STRICT, WITHOUT ROWID;
DROP INDEX receipt_links_ended;
CREATE INDEX receipt_links_ended ON receipt_links (account_id, expires_at);
)sql";

}  // namespace kassabro::store::sqlite
