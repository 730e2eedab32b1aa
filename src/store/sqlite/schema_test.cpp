// The file's form from version to version and back (docs/adr/0022).
#include "store/sqlite/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "testing/temporary_folder.hpp"

namespace kassabro::store::sqlite {
namespace {

using testing::TemporaryFolder;

std::vector<std::string> lines(Connection& connection, const std::string& sql) {
  std::vector<std::string> found;
  Statement query(connection.handle(), sql);
  while (query.step()) found.push_back(query.text(0));
  return found;
}

// Tables with their columns, and indexes.
std::vector<std::string> form_of(Connection& connection) {
  return lines(connection,
               "SELECT m.type || ' ' || m.name || ' ' || coalesce(c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || "
               "coalesce(c.dflt_value, '-') || ' ' || c.pk, m.sql, '') AS line FROM sqlite_master AS m LEFT JOIN "
               "pragma_table_info(m.name) AS c ON m.type = 'table' WHERE m.name NOT LIKE 'sqlite_%' ORDER BY line");
}

// Every value of every row of the tables.
std::vector<std::string> content_of(Connection& connection, const std::set<std::string>& tables) {
  std::vector<std::string> found;
  for (const auto& table : tables) {
    std::string columns;
    for (const auto& name : lines(connection, "SELECT name FROM pragma_table_info('" + table + "')"))
      columns += (columns.empty() ? "'" + table + ": ' || quote(" : " || ', ' || quote(") + name + ")";
    for (auto& line : lines(connection, "SELECT " + columns + " AS line FROM " + table + " ORDER BY line"))
      found.push_back(line);
  }
  return found;
}

std::set<std::string> tables_of(Connection& connection) {
  const auto names = lines(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
  return {names.begin(), names.end()};
}

// A shop as the program of schema 10 has left it: customers, orders, an inbox, events, and deliveries that wait.
void load_schema_10(Connection& connection) {
  std::ifstream file(std::string(KASSABRO_SOURCE_DIR) + "/fixtures/store/schema_10.sql");
  const std::string sql{std::istreambuf_iterator<char>(file), {}};
  ASSERT_FALSE(sql.empty());
  connection.execute(sql.c_str());
}

class Schema : public ::testing::Test {
 protected:
  TemporaryFolder folder;
  Connection connection{folder.file("kassabro.db"), OpenMode::read_write};
  const sql::SchemaStep& newest = *sql::find_step(schema_version);
};

TEST_F(Schema, every_version_from_11_on_has_a_way_back) {
  for (int version = sql::first_version_that_asks; version <= schema_version; ++version)
    EXPECT_NE(sql::find_step(version), nullptr) << version;
  EXPECT_EQ(sql::find_step(schema_version + 1), nullptr);
}

TEST_F(Schema, a_way_back_leaves_what_the_version_before_had_and_the_way_up_is_the_same_again) {
  for (int version = sql::first_version_that_asks; version <= schema_version; ++version) {
    SCOPED_TRACE(version);
    Connection file(folder.file(std::to_string(version)), OpenMode::read_write);
    migrate(file, version - 1);
    const auto before = form_of(file);
    migrate(file, version);
    const auto after = form_of(file);
    EXPECT_NE(after, before);
    leave(file, *sql::find_step(version));
    EXPECT_EQ(stored_version(file), version - 1);
    EXPECT_EQ(form_of(file), before);
    migrate(file, version);
    EXPECT_EQ(form_of(file), after);
  }
}

TEST_F(Schema, no_row_of_a_shop_of_schema_10_is_lost_or_altered_on_the_way_up_and_back) {
  load_schema_10(connection);
  ASSERT_EQ(stored_version(connection), 10);
  const auto tables = tables_of(connection);
  const auto before = content_of(connection, tables);
  for (const char* table : {"inbox: ", "order_events: ", "order_fetches: ", "orders: ", "outbox: ", "contacts: "})
    EXPECT_THAT(before, ::testing::Contains(::testing::StartsWith(table))) << "the sample has none";
  migrate(connection, 11);
  EXPECT_EQ(lines(connection, "SELECT count(*) FROM outbox WHERE trace = ''"),
            lines(connection, "SELECT count(*) FROM outbox"));
  leave(connection, *sql::find_step(11));
  EXPECT_EQ(content_of(connection, tables), before);
  migrate(connection);
  EXPECT_TRUE(is_understood(connection));
}

TEST_F(Schema, a_way_back_that_fails_in_the_middle_changes_nothing) {
  migrate(connection, 11);
  connection.execute("CREATE VIEW somebodys AS SELECT trace FROM order_fetches");  // keeps the column from being dropped
  const auto before = form_of(connection);
  EXPECT_THROW(leave(connection, *sql::find_step(11)), InfrastructureFailure);
  EXPECT_EQ(form_of(connection), before);
  EXPECT_EQ(stored_version(connection), 11);
  connection.execute("DROP VIEW somebodys");
  EXPECT_NO_THROW(leave(connection, *sql::find_step(11)));
}

TEST_F(Schema, a_way_back_is_only_gone_from_its_own_version) {
  migrate(connection, schema_version - 1);
  EXPECT_THROW(leave(connection, newest), InfrastructureFailure);
  EXPECT_EQ(stored_version(connection), schema_version - 1);
}

TEST_F(Schema, what_would_be_lost_is_counted) {
  migrate(connection, 11);
  connection.execute(
      "INSERT INTO webhook_messages VALUES (1, 'm1', 'order.completed', 7, 0, '{}'), (1, 'm2', 'order.completed', 7, 0, '{}');"
      "INSERT INTO webhook_sendings VALUES (1, 'm1', 5, 'pending', 0, 0, NULL, 0, ''), (1, 'm2', 5, 'delivered', 1, 0, 0, 204, "
      "'')");
  std::map<std::string_view, std::int64_t> lost;
  for (const auto& loss : sql::count_losses(connection, *sql::find_step(11))) lost[loss.name] = loss.rows;
  EXPECT_EQ(lost, (std::map<std::string_view, std::int64_t>{
                      {"webhook_endpoints", 0}, {"webhook_messages", 2}, {"webhook_sendings_pending", 1}}));
}

TEST_F(Schema, a_newer_file_says_whether_this_program_may_work_with_it) {
  migrate(connection);
  const auto newer = schema_version + 1;
  connection.execute(("PRAGMA user_version = " + std::to_string(newer)).c_str());
  migrate(connection);  // works_from is this program's
  EXPECT_TRUE(is_understood(connection));
  EXPECT_EQ(stored_version(connection), newer) << "it is left as it is";
  connection.execute(("UPDATE kassabro_schema SET works_from = " + std::to_string(newer)).c_str());
  EXPECT_FALSE(is_understood(connection));
  EXPECT_THROW(migrate(connection), InfrastructureFailure);
  connection.execute("DROP TABLE kassabro_schema");
  EXPECT_THROW(migrate(connection), InfrastructureFailure);
}

TEST_F(Schema, nothing_is_written_into_a_file_that_is_up_to_date) {
  migrate(connection);
  const auto version = [&] { return lines(connection, "PRAGMA data_version"); };
  Connection other(folder.file("kassabro.db"), OpenMode::read_write);
  const auto before = version();
  migrate(other);
  EXPECT_EQ(version(), before);
  other.execute("UPDATE kassabro_schema SET works_from = 0");
  EXPECT_NE(version(), before) << "a write is seen";
  migrate(other);
  EXPECT_EQ(lines(other, "SELECT works_from FROM kassabro_schema"),
            std::vector{std::to_string(sql::works_from(schema_version))});
}

TEST_F(Schema, programs_of_before_11_do_not_ask_so_they_are_not_counted_on) {
  EXPECT_EQ(sql::works_from(10), 10);
  EXPECT_EQ(sql::works_from(11), 11);
}

TEST_F(Schema, the_program_of_11_works_with_what_12_has_added) { EXPECT_EQ(sql::works_from(12), 11); }

TEST_F(Schema, the_audit_log_takes_entries_and_lets_none_be_altered_or_removed) {
  migrate(connection);
  connection.execute("INSERT INTO audit_log VALUES (1, 1, 0, 'pages', '', 'POST /x', '', 200, 'seal')");
  const auto before = lines(connection, "SELECT actor FROM audit_log");
  EXPECT_THROW(connection.execute("UPDATE audit_log SET actor = 'nobody'"), InfrastructureFailure);
  EXPECT_THROW(connection.execute("DELETE FROM audit_log"), InfrastructureFailure);
  EXPECT_THROW(connection.execute("REPLACE INTO audit_log VALUES (1, 1, 0, 'nobody', '', 'POST /x', '', 200, 'seal')"),
               InfrastructureFailure);
  EXPECT_EQ(lines(connection, "SELECT actor FROM audit_log"), before);
}

}  // namespace
}  // namespace kassabro::store::sqlite
