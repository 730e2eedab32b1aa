#include "app/quiet_tills.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::run;

class QuietTillsTest : public testing::Shop {
 protected:
  // `count` sales of a till, a minute apart, the last one at `last`.
  void sell(const Till& till, Timestamp last, int count) {
    for (int i = 0; i < count; ++i) {
      auto order = testing::sample_order(std::to_string(++orders));
      order.store = till.store;
      order.register_id = till.register_id;
      order.ordered_at = last - std::chrono::minutes(i);
      order.state = domain::OrderState::completed;
      file.write([&](Tables& tables) { tables.orders.save(account.id, {order}, order.ordered_at); });
    }
  }
  void sell_in_weeks_before(const Till& till, std::initializer_list<int> counts) {
    int week = 0;
    for (const int count : counts) sell(till, clock.now() - std::chrono::weeks(++week) - 10min, count);
  }
  std::vector<QuietTill> find() { return run(quiet.find()); }

  int orders = 0;
  QuietTills quiet{file->accounts(), file->orders(), clock, {}};
};

TEST_F(QuietTillsTest, a_store_that_sells_at_this_time_of_the_week_and_has_not_is_quiet) {
  sell_in_weeks_before({"1", ""}, {9, 7, 8});
  sell_in_weeks_before({"2", ""}, {9, 7, 8});
  sell({"2", ""}, clock.now() - 30min, 1);
  EXPECT_EQ(find(), (std::vector<QuietTill>{{account.id, {"1", ""}, 7}}));
  sell({"1", ""}, clock.now() - 1min, 1);
  EXPECT_TRUE(find().empty());
}

TEST_F(QuietTillsTest, a_store_that_seldom_sells_or_was_closed_in_one_of_the_weeks_is_not) {
  sell_in_weeks_before({"seldom", ""}, {4, 9, 9});
  sell_in_weeks_before({"closed two weeks ago", ""}, {9, 0, 9});
  sell_in_weeks_before({"closed last week", ""}, {0, 9, 9});
  sell_in_weeks_before({"new", ""}, {9, 9});
  EXPECT_TRUE(find().empty());
}

TEST_F(QuietTillsTest, a_till_of_a_store_that_sells_is_named_alone) {
  for (const auto* till : {"left", "right"}) sell_in_weeks_before({"1", till}, {6, 6, 6});
  sell({"1", "left"}, clock.now() - 30min, 1);
  EXPECT_EQ(find(), (std::vector<QuietTill>{{account.id, {"1", "right"}, 6}}));
}

TEST_F(QuietTillsTest, of_a_store_that_is_quiet_as_a_whole_the_tills_are_not_named) {
  for (const auto* till : {"left", "right"}) sell_in_weeks_before({"1", till}, {6, 6, 6});
  EXPECT_EQ(find(), (std::vector<QuietTill>{{account.id, {"1", ""}, 12}}));
}

TEST_F(QuietTillsTest, tills_that_take_turns_are_a_store_that_sells) {
  sell_in_weeks_before({"1", "left"}, {9, 0, 9});
  sell_in_weeks_before({"1", "right"}, {0, 9, 0});
  sell({"1", "new"}, clock.now() - 30min, 1);
  EXPECT_TRUE(find().empty());
}

TEST_F(QuietTillsTest, between_two_accounts_others_have_their_turn) {
  file.write([](Tables& tables) { EXPECT_TRUE(tables.accounts.insert(testing::sample_account(2, "other"), 0)); });
  testing::KeptContext context;
  bool has_ended = false;
  bool was_in_between = false;
  const auto look = [&]() -> Async<void> {
    co_await quiet.find();
    has_ended = true;
  };
  boost::asio::co_spawn(*context, look(), boost::asio::detached);
  boost::asio::post(*context, [&] { was_in_between = !has_ended; });
  context->run();
  EXPECT_TRUE(was_in_between);
  EXPECT_TRUE(has_ended);
}

TEST_F(QuietTillsTest, the_night_is_quiet_by_itself) {
  sell_in_weeks_before({"1", ""}, {9, 9, 9});
  clock.advance(6h);
  EXPECT_TRUE(find().empty());
}

}  // namespace
}  // namespace kassabro::app
