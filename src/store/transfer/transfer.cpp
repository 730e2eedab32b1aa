#include "store/transfer/transfer.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "store/postgres/schema.hpp"
#include "store/sqlite/schema.hpp"
#include "store/transfer/table_copy.hpp"

namespace kassabro::store::transfer {
namespace {

void check_schema(sqlite::Connection& source) {
  sqlite::Statement query(source.handle(), "PRAGMA user_version");
  query.step();
  if (query.integer(0) != postgres::schema_version)
    throw InfrastructureFailure(fmt::format(
        "The SQLite store has schema {}, this program's is {}: start kassabro on it once, so that it is brought up to date.",
        query.integer(0), postgres::schema_version));
}

}  // namespace

std::vector<TransferredTable> transfer(const std::string& sqlite_path, const std::string& postgres_url,
                                       const std::function<void(const TransferredTable&)>& on_table) {
  sqlite::Connection source(sqlite_path, sqlite::OpenMode::read_only);
  check_schema(source);
  postgres::Connection target(postgres_url);
  postgres::migrate(target);
  source.begin_reading();  // all of one moment
  std::vector<TransferredTable> done;
  for (const auto& table : list_tables(target)) {
    const auto wanted = copy_rows(source, target, table);
    const auto got = fingerprint_of(target, table);
    if (got != wanted)
      throw InfrastructureFailure(
          fmt::format("The table {} is not the same in both: {} rows in SQLite, {} in PostgreSQL. The target must be empty, or "
                      "hold what an "
                      "earlier copy of the same store has left.",
                      table.name, wanted.rows, got.rows));
    number_on(target, table);
    gather_statistics(target, table);
    done.push_back({table.name, got.rows});
    on_table(done.back());
  }
  source.end_reading();
  return done;
}

}  // namespace kassabro::store::transfer
