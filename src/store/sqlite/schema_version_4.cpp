#include "store/sqlite/schema_versions.hpp"

namespace kassabro::store::sqlite {

const char* const version_4 = R"sql(
CREATE INDEX orders_open ON orders (account_id, order_id) WHERE state = 'open';
CREATE INDEX orders_by_time ON orders (account_id, ordered_at, order_id) WHERE state = 'completed';
)sql";

}  // namespace kassabro::store::sqlite
