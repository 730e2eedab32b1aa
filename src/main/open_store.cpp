#include "main/open_store.hpp"

#include "main/options.hpp"
#include "store/postgres/store.hpp"
#include "store/sqlite/store.hpp"

namespace kassabro::main {

std::unique_ptr<store::sql::SqlStore> open_store(const Config& config, const DataFolder& folder) {
  if (config.store_url.empty()) return std::make_unique<store::sqlite::SqliteStore>(folder.database_path(), open_vault(folder));
  return std::make_unique<store::postgres::PostgresStore>(config.store_url, open_vault(folder));
}

}  // namespace kassabro::main
