#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_8 = R"sql(
-- Each try of a delivery, with what was sent and answered (store/sent_calls_text.hpp).
CREATE TABLE delivery_tries (
  account_id INTEGER NOT NULL, delivery_id INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL,
  took_ms INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, calls BLOB NOT NULL,
  PRIMARY KEY (account_id, delivery_id, number)) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_of_contact ON outbox (account_id, contact_id, delivery_id);
CREATE INDEX order_events_of_order ON order_events (account_id, order_id) WHERE order_id <> '';
-- Who changed what of an account: the members' paths with what was there before and after.
CREATE TABLE account_changes (
  account_id INTEGER NOT NULL, change_id INTEGER NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL, members TEXT NOT NULL,
  undoes INTEGER, PRIMARY KEY (account_id, change_id)) STRICT, WITHOUT ROWID;
)sql";

}  // namespace kassabro::store::sqlite
