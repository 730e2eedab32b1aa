// kassabro audit verify: what somebody does to the log with the database in hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/shared_store.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using ::testing::HasSubstr;

constexpr int entries = 5;

class AuditTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (int i = 1; i <= entries; ++i)
      ASSERT_EQ(system.command({"user", "add", "user" + std::to_string(i), "--role", "support"}).status, 0);
    ASSERT_THAT(system.command({"audit", "list"}).output, HasSubstr(R"("number":)" + std::to_string(entries)));
    system.stop_kassabro();
    system.change_store("CREATE TABLE kept AS SELECT * FROM audit_log");
    // Which whoever can write can do as well.
    system.change_store(wants_postgres() ? "DROP FUNCTION audit_log_is_kept() CASCADE"
                                         : "DROP TRIGGER audit_log_alters_nothing; DROP TRIGGER audit_log_removes_nothing; "
                                           "DROP TRIGGER audit_log_replaces_nothing");
  }

  // Without a server, as it is asked after the database was found open.
  void expect_broken(const std::string& deed, int entry) {
    system.change_store(deed);
    const auto verified = system.command({"audit", "verify"});
    EXPECT_EQ(verified.status, 1) << deed << "\n" << verified.output;
    EXPECT_THAT(verified.output, HasSubstr(R"("whole":false)")) << deed;
    EXPECT_THAT(verified.output, HasSubstr(R"("broken_at":)" + std::to_string(entry) + "}")) << deed;
    system.change_store("DELETE FROM audit_log; INSERT INTO audit_log SELECT * FROM kept");
    const auto again = system.command({"audit", "verify"});
    EXPECT_EQ(again.status, 0) << "after " << deed << "\n" << again.output;
  }

  System system;
};

TEST_F(AuditTest, names_the_entry_that_somebody_has_altered) {
  expect_broken("UPDATE audit_log SET actor = 'nobody' WHERE number = 2", 2);
  expect_broken("UPDATE audit_log SET status = 403 WHERE number = 1", 1);
  expect_broken("UPDATE audit_log SET at = at + 1 WHERE number = 5", entries);
  expect_broken("UPDATE audit_log SET subject = 'user9' WHERE number = 4", 4);
}

TEST_F(AuditTest, names_the_entry_after_one_that_somebody_has_deleted) {
  expect_broken("DELETE FROM audit_log WHERE number = 1", 2);
  expect_broken("DELETE FROM audit_log WHERE number = 3", 4);
  // The gap closed: the next one's seal was made over the one that is gone.
  expect_broken(
      "DELETE FROM audit_log WHERE number = 3; UPDATE audit_log SET number = 3 WHERE number = 4; "
      "UPDATE audit_log SET number = 4 WHERE number = 5",
      3);
}

TEST_F(AuditTest, names_the_entry_that_somebody_has_put_in) {
  const std::string columns = "(account_id, number, at, actor, peer, action, subject, status, seal)";
  const std::string others = "at, actor, peer, action, subject, status, seal FROM audit_log WHERE number = ";
  expect_broken("INSERT INTO audit_log " + columns + " SELECT account_id, 6, " + others + "5", 6);
  expect_broken(
      "UPDATE audit_log SET number = 6 WHERE number = 5; UPDATE audit_log SET number = 5 WHERE number = 4; "
      "INSERT INTO audit_log " +
          columns + " SELECT account_id, 4, " + others + "2",
      4);
  expect_broken("INSERT INTO audit_log " + columns + " SELECT 77, 1, " + others + "1", 1);  // a chain of its own
}

TEST_F(AuditTest, is_answered_by_a_server_as_well) {
  system.change_store("UPDATE audit_log SET actor = 'nobody' WHERE number = 2");
  system.start_kassabro();
  const auto verified = system.command({"audit", "verify"});
  EXPECT_EQ(verified.status, 1);
  EXPECT_THAT(verified.output, HasSubstr(R"("broken_at":2})"));
}

}  // namespace
}  // namespace kassabro::tests
