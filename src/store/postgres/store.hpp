#pragma once

#include <string>

#include "store/sql/store.hpp"

namespace kassabro::store::postgres {

// All ports on a PostgreSQL database that any number of nodes share.
class PostgresStore final : public sql::SqlStore {
 public:
  // `url` as Connection's. Throws InfrastructureFailure when it cannot be reached or brought to the present schema.
  PostgresStore(const std::string& url, Vault vault);
};

}  // namespace kassabro::store::postgres
