// The way back to the schema version before, cut off anywhere: the store is of the one version or of the other, whole.
#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

constexpr const char* many_deliveries =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
    "INSERT INTO outbox (delivery_id, account_id, contact_id, kind, order_id, state, attempts, ambiguous, not_before, reason, "
    "created_at, updated_at) SELECT i, 999, i, 'order_completed', i, 'pending', 0, 0, 0, '', 0, 0 FROM n";

class RollbackKill : public ::testing::Test {
 protected:
  void SetUp() override {
    if (wants_postgres()) GTEST_SKIP() << "A transaction of PostgreSQL's is its own affair.";
    ASSERT_EQ(system.stop_kassabro(), 0);
    system.change_store(many_deliveries);
    roll_back(std::nullopt);
    ASSERT_EQ(version(), heavy);
  }
  std::string ask(const std::string& sql) const {
    auto answer = run({"/usr/bin/sqlite3", system.data_dir() + "/kassabro.db", sql}).output;
    while (answer.ends_with('\n')) answer.pop_back();
    return answer;
  }
  int version() const { return std::stoi(ask("PRAGMA user_version")); }
  // Killed after so long, unless it has ended before.
  void roll_back(std::optional<std::chrono::microseconds> life) {
    Process process({program("kassabro"), "--set", "data.dir=" + system.data_dir(), "store", "rollback", "--yes"},
                    folder.path("rollback.log"));
    if (life) {
      std::this_thread::sleep_for(*life);
      process.send(SIGKILL);
    }
    process.wait();
  }
  // A command that opens the store brings it up again, to the newest.
  void go_up_again() {
    ASSERT_EQ(system.command({"account", "list"}).status, 0);
    ASSERT_EQ(version(), heavy + 1);
    roll_back(std::nullopt);
    ASSERT_EQ(version(), heavy);
  }

  TempFolder folder;
  System system;
  static constexpr int heavy = 11;  // its way back writes each row of the outbox anew
};

TEST_F(RollbackKill, leaves_the_one_version_or_the_other_and_every_row) {
  const auto start = std::chrono::steady_clock::now();
  roll_back(std::nullopt);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  ASSERT_EQ(version(), heavy - 1);
  go_up_again();

  std::mt19937 chance(7);
  std::uniform_int_distribution<std::int64_t> life(0, whole.count());
  int cut_off = 0;
  for (int i = 0; i < 20; ++i) {
    roll_back(std::chrono::microseconds(life(chance)));
    const auto left = version();
    ASSERT_TRUE(left == heavy || left == heavy - 1) << left;
    cut_off += left == heavy ? 1 : 0;
    EXPECT_EQ(ask("SELECT count(*), sum(delivery_id) FROM outbox WHERE account_id = 999"), "100000|5000050000");
    EXPECT_EQ(ask("SELECT count(*) FROM pragma_table_info('outbox') WHERE name = 'trace'"), left == heavy ? "1" : "0");
    EXPECT_EQ(ask("PRAGMA integrity_check"), "ok");
    if (left != heavy) go_up_again();
  }
  EXPECT_GT(cut_off, 0) << "nothing was cut off";
}

}  // namespace
}  // namespace kassabro::tests
