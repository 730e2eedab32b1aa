#include "app/compare_orders.hpp"

#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using domain::OrderState;
using testing::noon;
using testing::run;
using testing::sample_order;

class CompareOrdersTest : public testing::Shop {
 protected:
  static ReadOrder read(const std::string& id, OrderState state = OrderState::completed) {
    auto order = sample_order(id);
    order.state = state;
    return {{id, "{}"}, order};
  }
  void keep(const std::string& id, OrderState state = OrderState::completed) {
    file.write([&](Tables& tables) { tables.orders.save(account.id, {*read(id, state).order, true}, noon); });
  }
  ComparedOrders compare(const std::vector<ReadOrder>& orders) {
    ComparedOrders compared;
    file.write([&](Tables& tables) { compared = compare_orders(tables, account, orders); });
    return compared;
  }
};

TEST_F(CompareOrdersTest, what_is_not_here_is_missing) {
  keep("1");
  EXPECT_EQ(compare({read("1"), read("2"), read("3", OrderState::open)}).missing, (std::vector<std::string>{"2", "3"}));
}

TEST_F(CompareOrdersTest, what_is_here_in_another_state_has_changed) {
  keep("1", OrderState::open);
  keep("2", OrderState::open);
  keep("3");
  const auto compared = compare({read("1"), read("2", OrderState::open), read("3", OrderState::cancelled)});
  EXPECT_EQ(compared.changed, (std::vector<std::string>{"1", "3"}));
  EXPECT_TRUE(compared.missing.empty());
}

TEST_F(CompareOrdersTest, what_cannot_be_read_is_missing_only_when_it_is_not_here) {
  keep("1");
  const ReadOrder unreadable{{"1", "{}"}, fail(invalid("orderdate", "This is no date."))};
  const ReadOrder unknown{{"2", "{}"}, fail(invalid("orderdate", "This is no date."))};
  const auto compared = compare({unreadable, unknown});
  EXPECT_EQ(compared.missing, (std::vector<std::string>{"2"}));
  EXPECT_TRUE(compared.changed.empty());
}

TEST_F(CompareOrdersTest, a_request_is_as_that_of_an_event) {
  file.write([&](Tables& tables) { request_orders(tables, account, {"2", "3"}, noon); });
  const auto rows = run(file->order_fetches().list({account.id, OrderFetchState::pending, 10}));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].fetch.eshop_id, account.eshop_id);
  EXPECT_EQ(rows[0].not_before, noon);
}

}  // namespace
}  // namespace kassabro::app
