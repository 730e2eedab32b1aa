#include "store/postgres/read_pool.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <future>

#include "base/error.hpp"
#include "testing/postgres_schema.hpp"

namespace kassabro::store::postgres {
namespace {

namespace asio = boost::asio;

class ReadPoolTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::postgres_url()) GTEST_SKIP() << "There is no server: script/test starts one.";
    pool = std::make_unique<ReadPool>(*testing::postgres_url(),
                                      ReadPool::Options{.sessions = 1, .waiting_max = 100, .waiting_of_account_max = 60});
  }

  // Who reads notes down in which order they were served; refused ones are counted.
  void read(app::AccountId account, std::function<void()> work = [] {}) {
    asio::co_spawn(
        context,
        [this, account, work]() -> Async<void> {
          try {
            co_await pool->read(account, [&](sql::Connection&) {
              work();
              served.push_back(account);  // by the one session's thread
              return true;
            });
          } catch (const InfrastructureFailure&) {
            ++refused;
          }
          ++ended;
        },
        asio::detached);
  }

  asio::io_context context;
  std::vector<app::AccountId> served;
  int refused = 0;
  int ended = 0;
  std::unique_ptr<ReadPool> pool;
};

TEST_F(ReadPoolTest, a_shop_that_asks_much_waits_behind_itself) {
  std::promise<void> gate;
  auto opened = gate.get_future().share();
  read(9, [opened] { opened.wait(); });
  for (int i = 0; i < 70; ++i) read(1);
  read(2);
  read(2);
  context.poll();  // all of them have asked
  gate.set_value();
  while (ended < 73) {
    context.restart();
    context.run_for(std::chrono::milliseconds(20));
  }
  ASSERT_EQ(served.size(), 63U);
  EXPECT_EQ(refused, 10) << "one account does not fill the queue";
  const auto last_of_two = served.rend() - std::ranges::find(served.rbegin(), served.rend(), 2) - 1;
  EXPECT_LE(last_of_two, 4) << "9, 1, 2, 1, 2, 1, 1 ...";
}

}  // namespace
}  // namespace kassabro::store::postgres
