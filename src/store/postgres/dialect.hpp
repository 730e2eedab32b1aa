#pragma once

#include <string>
#include <string_view>

namespace kassabro::store::postgres {

// A statement of the tables as PostgreSQL writes it: `?1` is `$1`, SQLite's hints (INDEXED BY, the order of CROSS JOIN) go.
// What stands in quotes stays.
std::string postgres_sql(std::string_view sql);

}  // namespace kassabro::store::postgres
