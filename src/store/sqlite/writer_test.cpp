// Whoever brings much waits behind itself, and not for long.
#include "store/sqlite/writer.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <vector>

#include "testing/sqlite_store.hpp"

namespace kassabro::store::sqlite {
namespace {

class SqliteWriterTest : public ::testing::Test {
 protected:
  // The writer works on this until `release`: what is submitted meanwhile waits.
  void hold() {
    submit(9, [this](app::Tables&, sql::Connection&) {
      begun_.set_value();
      release_.get_future().wait();
      return false;
    });
    begun_.get_future().wait();
  }
  void release() {
    release_.set_value();
    std::promise<void> end;
    writer_.submit(9, [](app::Tables&, sql::Connection&) { return false; }, [&end](sql::Writer::Ended) { end.set_value(); });
    end.get_future().wait();
  }
  void submit(app::AccountId account, sql::Writer::Work work) {
    writer_.submit(account, std::move(work), [this](sql::Writer::Ended ended) { refused_ += ended.failure ? 1 : 0; });
  }
  void note(app::AccountId account) {
    submit(account, [this, account](app::Tables&, sql::Connection&) {
      order_.push_back(account);
      return true;
    });
  }

  std::vector<app::AccountId> order_;
  std::atomic<int> refused_ = 0;
  std::promise<void> begun_;
  std::promise<void> release_;
  testing::TemporaryFolder folder_;
  Vault vault_{Digest{}};
  Writer writer_{folder_.file("kassabro.db"), vault_, {.waiting_max = 6, .waiting_of_account_max = 4}};
};

TEST_F(SqliteWriterTest, accounts_take_turns) {
  hold();
  for (const app::AccountId account : {1, 1, 1, 2}) note(account);
  release();
  EXPECT_EQ(order_, (std::vector<app::AccountId>{1, 2, 1, 1}));
}

TEST_F(SqliteWriterTest, what_is_more_than_an_account_may_have_waiting_is_refused_at_once) {
  hold();
  for (int i = 0; i < 6; ++i) note(1);
  EXPECT_EQ(refused_, 2);
  note(2);
  EXPECT_EQ(refused_, 2) << "another account has room";
  release();
  EXPECT_EQ(order_.size(), 5U);
}

TEST_F(SqliteWriterTest, what_runs_between_batches_is_in_no_transaction_and_waited_for) {
  hold();
  note(1);
  auto between = std::async(std::launch::async, [this] {
    bool is_outside = false;
    writer_.between_batches([&](Connection& connection) { is_outside = sqlite3_get_autocommit(connection.handle()) != 0; });
    return is_outside;
  });
  release();
  EXPECT_TRUE(between.get());
  writer_.between_batches([this](Connection&) { order_.push_back(7); });
  EXPECT_EQ(order_, (std::vector<app::AccountId>{1, 7})) << "with nothing to write, too";
}

}  // namespace
}  // namespace kassabro::store::sqlite
