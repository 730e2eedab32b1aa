#include "store/postgres/schema.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/error.hpp"
#include "store/postgres/schema_texts.hpp"

namespace kassabro::store::postgres {
namespace {

constexpr int first_version = 9;

// What each later version of SQLite's (sqlite/schema_versions.hpp) does, in PostgreSQL's words.
const std::array later_versions{version_10, version_11};

// Any number that nobody else locks: an account's is far larger.
constexpr const char* lock_migration = "SELECT pg_advisory_xact_lock(9)";
constexpr const char* make_version_table =
    "CREATE TABLE IF NOT EXISTS kassabro_schema (only_row BOOLEAN PRIMARY KEY DEFAULT true CHECK (only_row), version BIGINT "
    "NOT NULL)";
constexpr const char* sql_has_version =
    "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'kassabro_schema'";
constexpr const char* sql_version = "SELECT version FROM kassabro_schema";

// Texts sort by their bytes, whatever the database's language is: so they do in SQLite.
std::string by_bytes(std::string sql) {
  const std::string_view type = " TEXT";
  for (auto at = sql.find(type); at != std::string::npos; at = sql.find(type, at + type.size()))
    sql.insert(at + type.size(), " COLLATE \"C\"");
  return sql;
}

int stored_version(Connection& connection) {
  auto query = connection.prepare(sql_version);
  return query->step() ? static_cast<int>(query->integer(0)) : 0;
}

void make_first_version(Connection& connection) {
  connection.execute(by_bytes(schema_tables));
  connection.execute(by_bytes(schema_indexes));
  connection.execute("INSERT INTO kassabro_schema (version) VALUES (" + std::to_string(first_version) + ")");
}

}  // namespace

const int schema_version = first_version + static_cast<int>(later_versions.size());

int find_stored_version(Connection& connection) {
  auto query = connection.prepare(sql_has_version);
  return query->step() && query->integer(0) != 0 ? stored_version(connection) : 0;
}

void migrate(Connection& connection) {
  connection.begin();
  try {
    connection.execute(lock_migration);
    connection.execute(make_version_table);
    const auto version = stored_version(connection);
    if (version > schema_version)
      throw InfrastructureFailure("The database was written by a newer Kassabro (schema " + std::to_string(version) +
                                  ", this program knows " + std::to_string(schema_version) + "). Please upgrade.");
    if (version == 0) make_first_version(connection);
    for (int next = std::max(version, first_version); next < schema_version; ++next)
      connection.execute(by_bytes(later_versions.at(static_cast<std::size_t>(next - first_version))));
    connection.execute("UPDATE kassabro_schema SET version = " + std::to_string(schema_version));
    connection.commit();
  } catch (const std::exception&) {
    connection.roll_back();
    throw;
  }
}

}  // namespace kassabro::store::postgres
