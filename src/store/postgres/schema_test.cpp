// The tables' form from version to version and back (docs/adr/0022).
#include "store/postgres/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/postgres_schema.hpp"

namespace kassabro::store::postgres {
namespace {

class Schema : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::postgres_url()) GTEST_SKIP() << "There is no server: script/test starts one.";
    place = std::make_unique<testing::PostgresSchema>();
    session = std::make_unique<Connection>(place->url());
    session->ready();
  }
  std::vector<std::string> lines(const char* sql) const {
    std::vector<std::string> found;
    auto query = session->prepare(sql);
    while (query->step()) found.push_back(query->text(0));
    return found;
  }
  // Columns with their types and defaults, indexes, triggers and functions.
  std::vector<std::string> form() const {
    auto all = lines(
        "SELECT table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, "
        "'-') "
        "FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY table_name, column_name");
    for (auto& index :
         lines("SELECT indexname || ' ' || indexdef FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1"))
      all.push_back(index);
    for (auto& trigger :
         lines("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = 'audit_log'::regclass "
               "UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace ORDER BY 1"))
      all.push_back(trigger);
    return all;
  }
  std::vector<std::string> rows() const {
    return lines(
        "SELECT 'inbox ' || inbox_id || encode(body, 'hex') FROM inbox UNION ALL SELECT 'event ' || event_id FROM order_events "
        "UNION ALL SELECT "
        "'fetch ' || order_id || state || asked FROM order_fetches UNION ALL SELECT 'order ' || order_id || content FROM "
        "orders UNION "
        "ALL SELECT 'delivery ' || delivery_id || state || reason FROM outbox ORDER BY 1");
  }

  std::unique_ptr<testing::PostgresSchema> place;
  std::unique_ptr<Connection> session;
};

constexpr const char* some_rows =
    "INSERT INTO inbox (inbox_id, account_id, received_at, source, body) OVERRIDING SYSTEM VALUE VALUES (1, 1, 0, 'sitoo_v1', "
    "'{}');"
    "INSERT INTO order_events (account_id, event_id, received_at, type, order_id) VALUES (1, 'e1', 0, 'order', '5');"
    "INSERT INTO order_fetches (account_id, eshop_id, order_id, state, asked, attempts, not_before, reason, created_at, "
    "updated_at) "
    "VALUES (1, 1, '5', 'pending', 2, 0, 0, '', 0, 0);"
    "INSERT INTO orders (account_id, order_id, ordered_at, state, announced, content, updated_at) VALUES (1, '5', 0, "
    "'completed', 0, "
    "'{}', 0);"
    "INSERT INTO outbox (delivery_id, account_id, contact_id, kind, order_id, state, attempts, ambiguous, not_before, reason, "
    "created_at, updated_at) OVERRIDING SYSTEM VALUE VALUES (10, 1, 7, 'order_completed', '5', 'pending', 3, 1, 0, 'busy', 0, "
    "0)";

TEST_F(Schema, a_way_back_leaves_what_the_version_before_had_and_the_way_up_is_the_same_again) {
  for (int version = sql::first_version_that_asks; version <= schema_version; ++version) {
    SCOPED_TRACE(version);
    migrate(*session, version - 1);
    const auto before = form();
    migrate(*session, version);
    const auto after = form();
    EXPECT_NE(after, before);
    leave(*session, *sql::find_step(version));
    EXPECT_EQ(find_stored_version(*session), version - 1);
    EXPECT_EQ(form(), before);
    migrate(*session, version);
    EXPECT_EQ(form(), after);
  }
}

TEST_F(Schema, no_row_that_waits_is_lost_on_the_way_up_and_back) {
  migrate(*session, 10);
  session->execute(some_rows);
  const auto before = rows();
  EXPECT_EQ(before.size(), 5U);
  migrate(*session, 11);
  EXPECT_EQ(rows(), before);
  leave(*session, *sql::find_step(11));
  EXPECT_EQ(rows(), before);
  migrate(*session);
  EXPECT_EQ(rows(), before);
  EXPECT_TRUE(is_understood(*session));
}

TEST_F(Schema, a_way_back_that_fails_in_the_middle_changes_nothing) {
  migrate(*session, 11);
  session->execute("CREATE VIEW somebodys AS SELECT trace FROM order_fetches");  // keeps the column from being dropped
  const auto before = form();
  EXPECT_THROW(leave(*session, *sql::find_step(11)), InfrastructureFailure);
  EXPECT_EQ(form(), before);
  EXPECT_EQ(find_stored_version(*session), 11);
}

TEST_F(Schema, the_audit_log_takes_entries_and_lets_none_be_altered_or_removed) {
  migrate(*session);
  session->execute("INSERT INTO audit_log VALUES (1, 1, 0, 'pages', '', 'POST /x', '', 200, 'seal')");
  for (const char* deed : {"UPDATE audit_log SET actor = 'nobody'", "DELETE FROM audit_log", "TRUNCATE audit_log"})
    EXPECT_THROW(session->execute(deed), InfrastructureFailure) << deed;
  EXPECT_EQ(lines("SELECT actor FROM audit_log"), std::vector<std::string>{"pages"});
}

TEST_F(Schema, no_way_back_is_gone_under_a_node_at_work) {
  migrate(*session);
  Connection node(place->url());
  node.execute("SELECT pg_advisory_lock(10, hashtext(current_schema()))");  // as node.cpp does
  EXPECT_THROW(leave(*session, *sql::find_step(schema_version)), InfrastructureFailure);
  EXPECT_EQ(find_stored_version(*session), schema_version);
}

TEST_F(Schema, a_newer_database_says_whether_this_program_may_work_with_it) {
  migrate(*session);
  const auto newer = std::to_string(schema_version + 1);
  session->execute("UPDATE kassabro_schema SET version = " + newer);
  EXPECT_NO_THROW(migrate(*session));
  EXPECT_TRUE(is_understood(*session));
  EXPECT_EQ(find_stored_version(*session), schema_version + 1) << "it is left as it is";
  session->execute("UPDATE kassabro_schema SET works_from = " + newer);
  EXPECT_FALSE(is_understood(*session));
  EXPECT_THROW(migrate(*session), InfrastructureFailure);
  session->execute("ALTER TABLE kassabro_schema DROP COLUMN works_from");
  EXPECT_THROW(migrate(*session), InfrastructureFailure);
}

}  // namespace
}  // namespace kassabro::store::postgres
