#pragma once

#include "app/overview.hpp"
#include "base/ids.hpp"
#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

TEST_P(StoreConformance, an_overview_counts_what_waits_and_what_ended_in_each_hour) {
  auto& overview = store->overview();
  EXPECT_FALSE(run(overview.read(shop, noon)).a_customer);
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  write([&](app::Tables& tables) {
    for (int i = 0; i < 3; ++i) tables.deliveries.enqueue(sample_delivery(shop, 7, new_id(noon - 2h) + i), noon - 2h);
    tables.deliveries.enqueue(sample_delivery(other_shop, 7, new_id(noon)), noon);
    tables.inbox.save(shop, "sitoo_v1", "{}", noon - 1h);
    tables.inbox.save(other_shop, "sitoo_v1", "{}", noon);
    tables.orders.save(shop, {sample_order("1"), true}, noon);
  });
  auto leased = run(store->deliveries().lease(shop, noon, noon + 5min, 1));
  ASSERT_EQ(leased.size(), 1U);
  app::Settlement done;
  done.delivery = leased[0];
  done.state = app::DeliveryState::delivered;
  run(store->deliveries().settle({done}, noon));
  const auto seen = run(overview.read(shop, noon));
  EXPECT_EQ(seen.pending, 2);
  EXPECT_EQ(seen.parked, 0);
  ASSERT_EQ(seen.hours.size(), 24U);
  EXPECT_EQ(seen.hours[23].delivered, 1);
  EXPECT_EQ(seen.hours[22].received, 1);
  EXPECT_EQ(seen.hours[23].received, 0) << "another shop's";
  EXPECT_EQ(seen.delay_p50, 2h);
  EXPECT_TRUE(seen.a_customer);
  EXPECT_TRUE(seen.an_order);
  EXPECT_FALSE(run(overview.read(other_shop, noon)).an_order);
}

TEST_P(StoreConformance, a_backlog_is_what_an_account_has_not_brought_to_an_end) {
  auto& overview = store->overview();
  EXPECT_EQ(run(overview.read_backlog(shop)).deliveries, 0);
  EXPECT_FALSE(run(overview.read_backlog(shop)).waiting_since);
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  write([&](app::Tables& tables) {
    auto old_order = sample_delivery(shop, 8, new_id(noon - 3h));
    old_order.urgency = app::Urgency::when_idle;
    tables.deliveries.enqueue(old_order, noon - 3h);
    for (int hours = 2; hours >= 0; --hours)
      tables.deliveries.enqueue(sample_delivery(shop, 7, new_id(noon - hours * 1h)), noon - hours * 1h);
    tables.deliveries.enqueue(sample_delivery(other_shop, 7, new_id(noon - 4h)), noon - 4h);
  });
  const auto leased = run(store->deliveries().lease(shop, noon, noon + 5min, 1));
  ASSERT_EQ(leased.size(), 1U);
  run(store->deliveries().settle({{leased[0], app::DeliveryState::parked, noon, "no", {}, {}}}, noon));
  const auto seen = run(overview.read_backlog(shop));
  EXPECT_EQ(seen.deliveries, 2) << "the old order and the parked one apart";
  EXPECT_EQ(seen.waiting_since, noon - 1h);
  EXPECT_EQ(seen.deliveries_parked, 1);
  EXPECT_EQ(seen.order_fetches, 0);
  EXPECT_EQ(run(overview.read_backlog(other_shop)).waiting_since, noon - 4h);
}

TEST_P(StoreConformance, an_overview_by_day_has_days_of_the_zone) {
  const auto late = *parse_timestamp("2026-11-20T23:30:00Z");  // the 21st in Stockholm
  write([&](app::Tables& tables) {
    tables.inbox.save(shop, "sitoo_v1", "{}", late);
    tables.inbox.save(shop, "sitoo_v1", "{}", late - 1h);
    tables.inbox.save(other_shop, "sitoo_v1", "{}", late);
    tables.deliveries.enqueue(sample_delivery(shop, 7, new_id(late)), late);
  });
  auto leased = run(store->deliveries().lease(shop, late, late + 5min, 1));
  ASSERT_EQ(leased.size(), 1U);
  run(store->deliveries().settle({{leased[0], app::DeliveryState::parked, late, "no", {}, {}}}, late));
  const auto days = run(store->overview().read_days(shop, "Europe/Stockholm", late + 24h));
  ASSERT_EQ(days.size(), 30U);
  EXPECT_EQ(to_iso_date(days[29].date), "2026-11-22");
  EXPECT_EQ(days[28].received, 1);
  EXPECT_EQ(days[27].received, 1);
  EXPECT_EQ(days[28].parked, 1);
  EXPECT_EQ(days[28].delivered, 0);
}

}  // namespace kassabro::store::conformance
