#include "store/postgres/schema_texts.hpp"

namespace kassabro::store::postgres {

const char* const version_11 = R"sql(
ALTER TABLE accounts ADD COLUMN told_types BIGINT NOT NULL DEFAULT 0;
CREATE TABLE webhook_endpoints (
  account_id BIGINT NOT NULL, endpoint_id BIGINT NOT NULL, url TEXT NOT NULL, description TEXT NOT NULL, types BIGINT NOT NULL,
  disabled TEXT NOT NULL, secret BYTEA NOT NULL, old_secret BYTEA NOT NULL, old_secret_ends_at BIGINT, failing_since BIGINT,
  last_failure_at BIGINT, last_success_at BIGINT, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, endpoint_id));
CREATE TABLE webhook_messages (
  account_id BIGINT NOT NULL, message_id TEXT NOT NULL, type TEXT NOT NULL, contact_id BIGINT, created_at BIGINT NOT NULL,
  payload TEXT NOT NULL, PRIMARY KEY (account_id, message_id));
CREATE INDEX webhook_messages_of_contact ON webhook_messages (account_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE TABLE webhook_sendings (
  account_id BIGINT NOT NULL, message_id TEXT NOT NULL, endpoint_id BIGINT NOT NULL, state TEXT NOT NULL,
  attempts BIGINT NOT NULL, not_before BIGINT NOT NULL, finished_at BIGINT, last_status BIGINT NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (account_id, message_id, endpoint_id));
CREATE INDEX webhook_sendings_due ON webhook_sendings (account_id, endpoint_id, not_before) WHERE state = 'pending';
CREATE INDEX webhook_sendings_of_endpoint ON webhook_sendings (account_id, endpoint_id, message_id);
CREATE TABLE webhook_attempts (
  account_id BIGINT NOT NULL, message_id TEXT NOT NULL, endpoint_id BIGINT NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL,
  took_ms BIGINT NOT NULL, status BIGINT NOT NULL, reason TEXT NOT NULL, answer TEXT NOT NULL,
  PRIMARY KEY (account_id, message_id, endpoint_id, number));
ALTER TABLE outbox ADD COLUMN trace TEXT NOT NULL DEFAULT '';
ALTER TABLE order_fetches ADD COLUMN trace TEXT NOT NULL DEFAULT '';
CREATE INDEX quarantine_by_time ON quarantine (account_id, received_at);
CREATE INDEX order_fetches_done ON order_fetches (account_id, updated_at) WHERE state = 'done';
CREATE INDEX outbox_delivered ON outbox (account_id, updated_at) WHERE state = 'delivered';
)sql";

}  // namespace kassabro::store::postgres
