#pragma once

#include "store/conformance/deliveries.hpp"

namespace kassabro::store::conformance {

TEST_P(DeliveryConformance, a_settlement_keeps_attempts_doubt_and_reason) {
  enqueue(shop, 7, 10);
  lease(shop, noon);
  auto tried = leased[0];
  tried.attempts = 3;
  tried.ambiguous = true;
  settle(tried, DeliveryState::pending, noon + 8s, "time-out");
  const auto now = row(10);
  EXPECT_EQ(now.state, DeliveryState::pending);
  EXPECT_EQ(now.delivery.attempts, 3);
  EXPECT_TRUE(now.delivery.ambiguous);
  EXPECT_EQ(now.not_before, noon + 8s);
  EXPECT_EQ(now.reason, "time-out");
}

TEST_P(DeliveryConformance, only_a_leased_row_can_be_settled) {
  enqueue(shop, 7, 10);
  settle(sample_delivery(shop, 7, 10), DeliveryState::delivered);
  EXPECT_EQ(row(10).state, DeliveryState::pending);
  lease(shop, noon);
  settle(leased[0], DeliveryState::parked, noon, "bad field");
  settle(leased[0], DeliveryState::delivered);
  EXPECT_EQ(row(10).state, DeliveryState::parked);
}

TEST_P(DeliveryConformance, what_was_learned_of_the_other_side_is_saved_with_the_settlement) {
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  enqueue(shop, 7, 10);
  lease(shop, noon);
  app::Settlement settlement;
  settlement.delivery = leased[0];
  settlement.state = DeliveryState::delivered;
  settlement.link = app::RemoteLink{99, false, noon};
  run(store->deliveries().settle({settlement}, noon));
  EXPECT_EQ(stored(shop, 7)->link->remote_id, 99);
}

TEST_P(DeliveryConformance, an_ended_lease_comes_back_as_doubtful) {
  enqueue(shop, 7, 10);
  lease(shop, noon);
  EXPECT_EQ(run(store->deliveries().recover(noon + 4min, noon + 4min)), 0U);
  EXPECT_EQ(row(10).state, DeliveryState::leased);
  EXPECT_EQ(run(store->deliveries().recover(noon + 5min, noon + 6min)), 1U);
  EXPECT_EQ(lease(shop, noon + 6min), std::vector<app::DeliveryId>{10});
  EXPECT_TRUE(leased[0].ambiguous);
  EXPECT_EQ(leased[0].attempts, 0);
}

TEST_P(DeliveryConformance, a_lease_outlives_a_restart) {
  enqueue(shop, 7, 10);
  lease(shop, noon);
  store->reopen();
  EXPECT_EQ(row(10).state, DeliveryState::leased);
  EXPECT_EQ(run(store->deliveries().recover(noon + 5min, noon)), 1U);
  EXPECT_EQ(row(10).state, DeliveryState::pending);
}

TEST_P(DeliveryConformance, a_lease_of_a_clock_that_was_ahead_comes_back) {
  enqueue(shop, 7, 10);
  lease(shop, noon + 24h);
  EXPECT_EQ(run(store->deliveries().recover(noon, noon)), 1U);
  EXPECT_EQ(row(10).state, DeliveryState::pending);
  EXPECT_TRUE(row(10).delivery.ambiguous);
}

TEST_P(DeliveryConformance, what_a_clock_that_was_ahead_has_put_off_is_due_and_nothing_else) {
  enqueue(shop, 7, 10, noon + 24h);
  enqueue(shop, 8, 20);
  lease(shop, noon);
  settle(leased[0], DeliveryState::pending, noon + 5min, "503");
  EXPECT_EQ(run(store->deliveries().forget_later_clock(noon + 1min)), 1U);
  EXPECT_EQ(lease(shop, noon + 1min), std::vector<app::DeliveryId>{10});
}

TEST_P(DeliveryConformance, what_waits_after_a_failure_can_be_due_at_once_and_what_was_asked_to_wait_cannot) {
  enqueue(shop, 7, 10);
  enqueue(shop, 8, 20);
  enqueue(shop, 9, 30);
  lease(shop, noon);
  auto failed = leased[0];
  failed.attempts = 3;
  settle(failed, DeliveryState::pending, noon + 15min, "503");
  settle(leased[1], DeliveryState::pending, noon + 5min, "429");
  auto always_fails = leased[2];
  always_fails.attempts = 11;  // an outage counts to ten
  settle(always_fails, DeliveryState::pending, noon + 15min, "503");
  EXPECT_EQ(run(store->deliveries().end_waits(other_shop, noon)), 0U);
  EXPECT_EQ(run(store->deliveries().end_waits(shop, noon)), 1U);
  EXPECT_EQ(lease(shop, noon), std::vector<app::DeliveryId>{10});
}

TEST_P(DeliveryConformance, a_parked_row_is_replayed_from_the_start) {
  enqueue(shop, 7, 10);
  lease(shop, noon);
  auto tried = leased[0];
  tried.attempts = 300;
  settle(tried, DeliveryState::parked, noon, "503");
  EXPECT_EQ(run(store->deliveries().replay(other_shop, {10}, noon)), 0U);
  EXPECT_EQ(run(store->deliveries().replay(shop, {10, 11}, noon + 1h)), 1U);
  const auto now = row(10);
  EXPECT_EQ(now.state, DeliveryState::pending);
  EXPECT_EQ(now.delivery.attempts, 0);
  EXPECT_EQ(now.not_before, noon + 1h);
  EXPECT_EQ(now.reason, "");
}

TEST_P(DeliveryConformance, replay_makes_a_waiting_row_due_but_touches_neither_leased_nor_delivered_ones) {
  enqueue(shop, 7, 10, noon + 1h);
  EXPECT_EQ(run(store->deliveries().replay(shop, {10}, noon)), 1U);
  EXPECT_EQ(lease(shop, noon), std::vector<app::DeliveryId>{10});
  EXPECT_EQ(run(store->deliveries().replay(shop, {10}, noon)), 0U);
  settle(leased[0], DeliveryState::delivered);
  EXPECT_EQ(run(store->deliveries().replay(shop, {10}, noon)), 0U);
}

TEST_P(DeliveryConformance, a_pending_row_is_set_aside_and_a_leased_one_is_not) {
  enqueue(shop, 7, 10);
  enqueue(shop, 8, 20);
  EXPECT_EQ(run(store->deliveries().park(shop, {10}, "set aside", noon)), 1U);
  EXPECT_EQ(row(10).state, DeliveryState::parked);
  EXPECT_EQ(row(10).reason, "set aside");
  EXPECT_EQ(lease(shop, noon), std::vector<app::DeliveryId>{20});
  EXPECT_EQ(run(store->deliveries().park(shop, {20}, "set aside", noon)), 0U);
  EXPECT_EQ(row(20).state, DeliveryState::leased);
}

TEST_P(DeliveryConformance, rows_are_listed_newest_first_by_account_and_state) {
  enqueue(shop, 7, 10);
  enqueue(shop, 8, 20);
  enqueue(other_shop, 7, 30);
  run(store->deliveries().park(shop, {10}, "", noon));
  const auto ids = [&](app::DeliveryFilter filter) {
    std::vector<app::DeliveryId> out;
    for (const auto& each : run(store->deliveries().list(filter))) out.push_back(each.delivery.id);
    return out;
  };
  EXPECT_EQ(ids({}), (std::vector<app::DeliveryId>{30, 20, 10}));
  EXPECT_EQ(ids({shop, std::nullopt, 100}), (std::vector<app::DeliveryId>{20, 10}));
  EXPECT_EQ(ids({shop, DeliveryState::parked, 100}), std::vector<app::DeliveryId>{10});
  EXPECT_EQ(ids({std::nullopt, std::nullopt, 1}), std::vector<app::DeliveryId>{30});
}

TEST_P(DeliveryConformance, the_next_due_row_of_all_accounts_is_known) {
  EXPECT_FALSE(run(store->deliveries().next_due()));
  enqueue(shop, 7, 10, noon + 2min);
  enqueue(other_shop, 7, 20, noon + 1min);
  EXPECT_EQ(run(store->deliveries().next_due()), noon + 1min);
}

}  // namespace kassabro::store::conformance
