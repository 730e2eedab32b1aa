#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_4 = R"sql(
CREATE INDEX orders_open ON orders (account_id, order_id) WHERE state = 'open';
CREATE INDEX orders_by_time ON orders (account_id, ordered_at, order_id) WHERE state = 'completed';
-- Rows for which nobody waits go out after all others.
ALTER TABLE outbox ADD COLUMN when_idle INTEGER NOT NULL DEFAULT 0;
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (account_id, when_idle, delivery_id, not_before, contact_id) WHERE state = 'pending';
)sql";

}  // namespace kassabro::store::sqlite
