#pragma once

#include <memory>

#include "main/config.hpp"
#include "main/data_folder.hpp"
#include "store/sql/store.hpp"

namespace kassabro::main {

// What `store.url` names: SQLite in the data folder, or PostgreSQL. The key file is the data folder's in either case.
// Throws InfrastructureFailure when it cannot be opened.
std::unique_ptr<store::sql::SqlStore> open_store(const Config& config, const DataFolder& folder);

}  // namespace kassabro::main
