#include "app/lookup_log.hpp"

#include <gtest/gtest.h>

#include "base/error.hpp"
#include "testing/run.hpp"
#include "testing/samples.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::noon;
using testing::run;

class FakeLookupStore final : public LookupStore {
 public:
  Async<void> save(AccountId account, std::vector<Lookup> lookups) override {
    if (is_down) throw InfrastructureFailure("The database is gone.");
    saved[account].insert(saved[account].end(), lookups.begin(), lookups.end());
    co_return;
  }
  Async<std::size_t> forget(AccountId, Timestamp, std::size_t) override { co_return 0; }

  std::map<AccountId, std::vector<Lookup>> saved;
  bool is_down = false;
};

class LookupLogTest : public ::testing::Test {
 protected:
  static Origin till(const std::string& register_id, const std::string& staff = "kim") {
    return {"sitoo_v1", "17", staff, register_id};
  }
  // All that the store has of the shop, once what waits is saved.
  std::vector<Lookup>& saved() {
    run(log.save());
    return store.saved[1];
  }

  const Timestamp minute = minute_of(noon);
  FakeLookupStore store;
  std::int64_t passed_over = 0;
  LookupLog log{store, [this](std::int64_t lookups) { passed_over += lookups; }};
};

TEST_F(LookupLogTest, what_one_register_sees_of_a_customer_within_a_minute_is_one_with_a_count) {
  log.note(1, 7, till("1"), minute);
  log.note(1, 7, till("1", "bo"), minute + 59s);
  log.note(1, 7, till("1"), minute + 30s);
  ASSERT_EQ(saved().size(), 1U);
  EXPECT_EQ(saved()[0].contact, 7);
  EXPECT_EQ(saved()[0].times, 3);
  EXPECT_EQ(saved()[0].at, minute + 59s);
  EXPECT_EQ(saved()[0].origin.staff, "bo") << "who it was the latest time";
  EXPECT_EQ(saved()[0].origin.store, "17");
}

TEST_F(LookupLogTest, another_minute_register_store_contract_or_customer_is_another) {
  log.note(1, 7, till("1"), minute);
  log.note(1, 7, till("1"), minute + 60s);
  log.note(1, 7, till("2"), minute);
  log.note(1, 7, {"sitoo_v1", "18", "kim", "1"}, minute);
  log.note(1, 7, {"sitoo_v2", "17", "kim", "1"}, minute);
  log.note(1, 8, till("1"), minute);
  EXPECT_EQ(saved().size(), 6U);
}

TEST_F(LookupLogTest, is_saved_for_each_account_and_only_once) {
  log.note(1, 7, till("1"), noon);
  log.note(2, 7, till("1"), noon);
  EXPECT_EQ(saved().size(), 1U);
  EXPECT_EQ(saved().size(), 1U);
  EXPECT_EQ(store.saved[2].size(), 1U);
}

TEST_F(LookupLogTest, what_finds_no_room_is_counted_and_what_is_known_still_counts_on) {
  constexpr domain::ContactId full = LookupLog::waiting_max;
  for (domain::ContactId id = 1; id <= full + 5; ++id) log.note(1, id, till("1"), noon);
  EXPECT_EQ(passed_over, 5);
  log.note(1, 1, till("1"), noon);
  EXPECT_EQ(passed_over, 5);
  EXPECT_EQ(saved().size(), LookupLog::waiting_max);
  EXPECT_EQ(saved()[0].times, 2);
  log.note(1, full + 1, till("1"), noon);
  EXPECT_EQ(passed_over, 5) << "there is room again";
}

TEST_F(LookupLogTest, what_the_store_does_not_take_waits_for_the_next_time) {
  store.is_down = true;
  log.note(1, 7, till("1"), noon);
  EXPECT_TRUE(saved().empty());
  log.note(1, 7, till("1"), noon + 1s);
  store.is_down = false;
  ASSERT_EQ(saved().size(), 1U);
  EXPECT_EQ(saved()[0].times, 2);
  EXPECT_EQ(saved()[0].at, noon + 1s);
  EXPECT_EQ(passed_over, 0);
}

}  // namespace
}  // namespace kassabro::app
