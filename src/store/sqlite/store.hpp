#pragma once

#include <string>

#include "store/sql/store.hpp"

namespace kassabro::store::sqlite {

// All ports on one SQLite file (WAL, synchronous=FULL): one writer thread with group commit, a read connection for each
// thread that reads, a thread that checkpoints.
class SqliteStore final : public sql::SqlStore {
 public:
  // Throws InfrastructureFailure when the file cannot be opened or written.
  SqliteStore(const std::string& path, Vault vault);
};

}  // namespace kassabro::store::sqlite
