#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

TEST_P(StoreConformance, sales_are_counted_by_store_and_time) {
  const auto sell = [&](const std::string& id, const std::string& store_id, Timestamp at, domain::OrderState state,
                        app::AccountId account) {
    auto order = testing::sample_order(id, at);
    order.store = store_id;
    order.state = state;
    write([&](app::Tables& tables) { tables.orders.save(account, {order}, at); });
  };
  using domain::OrderState;
  sell("1", "4", noon, OrderState::completed, shop);
  sell("2", "4", noon + 1h, OrderState::completed, shop);
  sell("3", "5", noon + 2h, OrderState::completed, shop);
  sell("4", "5", noon + 1h, OrderState::open, shop);
  sell("5", "6", noon + 1h, OrderState::completed, other_shop);
  const auto counts = [&](Timestamp after, Timestamp until) { return run(store->orders().count_by_store(shop, after, until)); };
  using Counts = std::map<std::string, std::int64_t>;
  EXPECT_EQ(counts(noon - 1h, noon + 24h), (Counts{{"4", 2}, {"5", 1}}));
  EXPECT_EQ(counts(noon, noon + 1h), (Counts{{"4", 1}})) << "after the one, up to the other and with it";
  EXPECT_EQ(counts(noon + 2h, noon + 24h), Counts{});
}

}  // namespace kassabro::store::conformance
