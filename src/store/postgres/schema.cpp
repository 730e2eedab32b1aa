#include "store/postgres/schema.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "store/postgres/schema_texts.hpp"

namespace kassabro::store::postgres {
namespace {

constexpr int first_version = 9;

// What each later version of SQLite's (sqlite/schema_versions.hpp) does, in PostgreSQL's words.
const std::array later_versions{version_10, version_11, version_12};

// Any number that nobody else locks: an account's is far larger.
constexpr const char* lock_migration = "SELECT pg_advisory_xact_lock(9)";
constexpr const char* make_version_table =
    "CREATE TABLE IF NOT EXISTS kassabro_schema (only_row BOOLEAN PRIMARY KEY DEFAULT true CHECK (only_row), version BIGINT "
    "NOT NULL)";
constexpr const char* sql_has_version =
    "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'kassabro_schema'";
constexpr const char* sql_version = "SELECT version FROM kassabro_schema";
// Which older programs may work with the tables. Not of a version: whoever opens the database brings this up to date.
constexpr const char* sql_has_notes =
    "SELECT count(*) FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = 'kassabro_schema' "
    "AND "
    "column_name = 'works_from'";
constexpr const char* sql_works_from = "SELECT works_from FROM kassabro_schema";
// The lock of the node that leads (node.cpp).
constexpr const char* sql_nobody_leads = "SELECT pg_try_advisory_xact_lock(10, hashtext(current_schema()))";

// Texts sort by their bytes, whatever the database's language is: so they do in SQLite.
std::string by_bytes(std::string sql) {
  const std::string_view type = " TEXT";
  for (auto at = sql.find(type); at != std::string::npos; at = sql.find(type, at + type.size()))
    sql.insert(at + type.size(), " COLLATE \"C\"");
  return sql;
}

std::int64_t number_from(Connection& connection, const char* sql, std::int64_t otherwise) {
  auto query = connection.prepare(sql);
  return query->step() ? query->integer(0) : otherwise;
}

int stored_version(Connection& connection) { return static_cast<int>(number_from(connection, sql_version, 0)); }

void make_first_version(Connection& connection) {
  connection.execute(by_bytes(schema_tables));
  connection.execute(by_bytes(schema_indexes));
  connection.execute("INSERT INTO kassabro_schema (version) VALUES (" + std::to_string(first_version) + ")");
}

// Columns are only made or dropped where they must be: that waits for whoever reads the table, a dump for instance.
void note_version(Connection& connection, int version) {
  const bool asks = version >= sql::first_version_that_asks;
  const bool has_notes = number_from(connection, sql_has_notes, 0) != 0;
  if (asks && !has_notes) connection.execute("ALTER TABLE kassabro_schema ADD COLUMN works_from BIGINT NOT NULL DEFAULT 0");
  if (!asks && has_notes) connection.execute("ALTER TABLE kassabro_schema DROP COLUMN works_from");
  const auto works_from = asks ? ", works_from = " + std::to_string(sql::works_from(version)) : std::string();
  connection.execute("UPDATE kassabro_schema SET version = " + std::to_string(version) + works_from);
}

// All of it, or nothing.
template <class Work>
void in_transaction(Connection& connection, Work work) {
  connection.begin();
  try {
    connection.execute(lock_migration);
    work();
    connection.commit();
  } catch (const std::exception&) {
    connection.roll_back();
    throw;
  }
}

bool works_with_this(Connection& connection, int stored) {
  return number_from(connection, sql_has_notes, 0) != 0 && number_from(connection, sql_works_from, stored) <= schema_version;
}

}  // namespace

const int schema_version = first_version + static_cast<int>(later_versions.size());

int find_stored_version(Connection& connection) {
  return number_from(connection, sql_has_version, 0) != 0 ? stored_version(connection) : 0;
}

bool is_understood(Connection& connection) {
  const auto stored = find_stored_version(connection);
  return stored == schema_version || (stored > schema_version && works_with_this(connection, stored));
}

void migrate(Connection& connection, int version_wanted) {
  in_transaction(connection, [&] {
    connection.execute(make_version_table);
    const auto stored = stored_version(connection);
    if (stored > schema_version) {
      if (works_with_this(connection, stored)) return;
      throw sql::newer_schema(stored, schema_version);
    }
    if (stored == 0) make_first_version(connection);
    for (int next = std::max(stored, first_version); next < version_wanted; ++next)
      connection.execute(by_bytes(later_versions.at(static_cast<std::size_t>(next - first_version))));
    note_version(connection, std::max(stored, version_wanted));
  });
}

void leave(Connection& connection, const sql::SchemaStep& step) {
  in_transaction(connection, [&] {
    if (number_from(connection, sql_nobody_leads, 0) == 0)
      throw InfrastructureFailure("A node is at work on the database: stop all nodes first.");
    if (const auto stored = find_stored_version(connection); stored != step.version) throw sql::not_at(stored, step);
    connection.execute(step.undo_postgres);
    note_version(connection, step.version - 1);
  });
}

}  // namespace kassabro::store::postgres
