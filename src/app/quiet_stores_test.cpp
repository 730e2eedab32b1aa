#include "app/quiet_stores.hpp"

#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::run;

class QuietStoresTest : public testing::Shop {
 protected:
  // `count` sales of a store, a minute apart, the last one at `last`.
  void sell(const std::string& store, Timestamp last, int count) {
    for (int i = 0; i < count; ++i) {
      auto order = testing::sample_order(std::to_string(++orders));
      order.store = store;
      order.ordered_at = last - std::chrono::minutes(i);
      order.state = domain::OrderState::completed;
      file.write([&](Tables& tables) { tables.orders.save(account.id, {order}, order.ordered_at); });
    }
  }
  void sell_in_weeks_before(const std::string& store, std::initializer_list<int> counts) {
    int week = 0;
    for (const int count : counts) sell(store, clock.now() - std::chrono::weeks(++week) - 10min, count);
  }
  std::vector<QuietStore> find() { return run(quiet.find()); }

  int orders = 0;
  QuietStores quiet{file->accounts(), file->orders(), clock, {}};
};

TEST_F(QuietStoresTest, a_store_that_sells_at_this_time_of_the_week_and_has_not_is_quiet) {
  sell_in_weeks_before("1", {9, 7, 8});
  sell_in_weeks_before("2", {9, 7, 8});
  sell("2", clock.now() - 30min, 1);
  EXPECT_EQ(find(), (std::vector<QuietStore>{{account.id, "1", 7}}));
  sell("1", clock.now() - 1min, 1);
  EXPECT_TRUE(find().empty());
}

TEST_F(QuietStoresTest, a_store_that_seldom_sells_or_was_closed_in_one_of_the_weeks_is_not) {
  sell_in_weeks_before("seldom", {4, 9, 9});
  sell_in_weeks_before("closed two weeks ago", {9, 0, 9});
  sell_in_weeks_before("closed last week", {0, 9, 9});
  sell_in_weeks_before("new", {9, 9});
  EXPECT_TRUE(find().empty());
}

TEST_F(QuietStoresTest, the_night_is_quiet_by_itself) {
  sell_in_weeks_before("1", {9, 9, 9});
  clock.advance(6h);
  EXPECT_TRUE(find().empty());
}

}  // namespace
}  // namespace kassabro::app
