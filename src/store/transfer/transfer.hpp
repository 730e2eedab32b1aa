#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace kassabro::store::transfer {

// A table that is over: so many rows stand in both databases, and they are the same.
struct TransferredTable {
  std::string name;
  std::int64_t rows = 0;
};

// Copies all that a SQLite store holds into an empty PostgreSQL store, table by table, and compares each row's content then. Nobody may
// write to the file meanwhile. A copy that was cut off is taken up by the next call; what is there already is compared all the same.
// Throws InfrastructureFailure: one of the two cannot be read or written, their schemas differ, or the target holds something else.
std::vector<TransferredTable> transfer(const std::string& sqlite_path, const std::string& postgres_url,
                                       const std::function<void(const TransferredTable&)>& on_table);

}  // namespace kassabro::store::transfer
