#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

TEST_P(StoreConformance, sales_are_counted_by_till_and_time) {
  const auto sell = [&](const std::string& id, const app::Till& till, Timestamp at, domain::OrderState state,
                        app::AccountId account) {
    auto order = testing::sample_order(id, at);
    order.store = till.store;
    order.register_id = till.register_id;
    order.state = state;
    write([&](app::Tables& tables) { tables.orders.save(account, {order}, at); });
  };
  using domain::OrderState;
  sell("1", {"4", "a"}, noon, OrderState::completed, shop);
  sell("2", {"4", "a"}, noon + 1h, OrderState::completed, shop);
  sell("3", {"4", "b"}, noon + 2h, OrderState::completed, shop);
  sell("4", {"5", ""}, noon + 2h, OrderState::completed, shop);
  sell("5", {"5", ""}, noon + 1h, OrderState::open, shop);
  sell("6", {"6", "a"}, noon + 1h, OrderState::completed, other_shop);
  sell("7", {"", "a"}, noon + 1h, OrderState::completed, shop);
  const auto counts = [&](Timestamp after, Timestamp until) { return run(store->orders().count_by_till(shop, after, until)); };
  using Counts = app::TillCounts;
  EXPECT_EQ(counts(noon - 1h, noon + 24h), (Counts{{{"4", "a"}, 2}, {{"4", "b"}, 1}, {{"5", ""}, 1}}));
  EXPECT_EQ(counts(noon, noon + 1h), (Counts{{{"4", "a"}, 1}})) << "after the one, up to the other and with it";
  EXPECT_EQ(counts(noon + 2h, noon + 24h), Counts{});
}

}  // namespace kassabro::store::conformance
