#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_11 = R"sql(
-- Integrators' endpoints, what they are told, how far each message is on its way to each of them, and each attempt
-- (docs/webhooks.md). A pending sending waits until `not_before`, which is also where a lease of it ends.
ALTER TABLE accounts ADD COLUMN told_types INTEGER NOT NULL DEFAULT 0;
CREATE TABLE webhook_endpoints (
  account_id INTEGER NOT NULL, endpoint_id INTEGER NOT NULL, url TEXT NOT NULL, description TEXT NOT NULL, types INTEGER NOT NULL,
  disabled TEXT NOT NULL, secret BLOB NOT NULL, old_secret BLOB NOT NULL, old_secret_ends_at INTEGER, failing_since INTEGER,
  last_failure_at INTEGER, last_success_at INTEGER, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, endpoint_id)) STRICT, WITHOUT ROWID;
CREATE TABLE webhook_messages (
  account_id INTEGER NOT NULL, message_id TEXT NOT NULL, type TEXT NOT NULL, contact_id INTEGER, created_at INTEGER NOT NULL,
  payload TEXT NOT NULL, PRIMARY KEY (account_id, message_id)) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_messages_of_contact ON webhook_messages (account_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE TABLE webhook_sendings (
  account_id INTEGER NOT NULL, message_id TEXT NOT NULL, endpoint_id INTEGER NOT NULL, state TEXT NOT NULL,
  attempts INTEGER NOT NULL, not_before INTEGER NOT NULL, finished_at INTEGER, last_status INTEGER NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (account_id, message_id, endpoint_id)) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_sendings_due ON webhook_sendings (account_id, endpoint_id, not_before) WHERE state = 'pending';
CREATE INDEX webhook_sendings_of_endpoint ON webhook_sendings (account_id, endpoint_id, message_id);
CREATE TABLE webhook_attempts (
  account_id INTEGER NOT NULL, message_id TEXT NOT NULL, endpoint_id INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL,
  took_ms INTEGER NOT NULL, status INTEGER NOT NULL, reason TEXT NOT NULL, answer TEXT NOT NULL,
  PRIMARY KEY (account_id, message_id, endpoint_id, number)) STRICT, WITHOUT ROWID;
-- Of which call (W3C Trace Context) a delivery, or a request for an order, is: traceparent, then a blank and tracestate if there is one.
ALTER TABLE outbox ADD COLUMN trace TEXT NOT NULL DEFAULT '';
ALTER TABLE order_fetches ADD COLUMN trace TEXT NOT NULL DEFAULT '';

-- What is removed by its age is found by its age.
CREATE INDEX quarantine_by_time ON quarantine (account_id, received_at);
CREATE INDEX order_fetches_done ON order_fetches (account_id, updated_at) WHERE state = 'done';
CREATE INDEX outbox_delivered ON outbox (account_id, updated_at) WHERE state = 'delivered';
)sql";

}  // namespace kassabro::store::sqlite
