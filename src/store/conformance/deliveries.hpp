#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

using app::DeliveryKind;
using app::DeliveryState;

class DeliveryConformance : public StoreConformance {
 protected:
  // Ids in the order of the lease.
  std::vector<app::DeliveryId> lease(app::AccountId account, Timestamp now, std::size_t count_max = 100) {
    std::vector<app::DeliveryId> ids;
    leased = run(store->deliveries().lease(account, now, now + 5min, count_max));
    for (const auto& delivery : leased) ids.push_back(delivery.id);
    return ids;
  }

  void enqueue(app::AccountId account, domain::ContactId contact, app::DeliveryId id, Timestamp at = noon) {
    write([&](app::Tables& tables) { tables.deliveries.enqueue(sample_delivery(account, contact, id), at); });
  }

  void settle(const app::Delivery& delivery, DeliveryState state, Timestamp not_before = noon, const std::string& reason = "") {
    app::Settlement settlement;
    settlement.delivery = delivery;
    settlement.state = state;
    settlement.not_before = not_before;
    settlement.reason = reason;
    run(store->deliveries().settle({settlement}, noon));
  }

  app::DeliveryRow row(app::DeliveryId id) {
    for (auto& each : run(store->deliveries().list({})))
      if (each.delivery.id == id) return each;
    ADD_FAILURE() << "There is no delivery " << id;
    return {};
  }

  std::vector<app::Delivery> leased;
};

TEST_P(DeliveryConformance, rows_are_leased_oldest_first_and_only_once) {
  for (const app::DeliveryId id : {10, 20, 30}) enqueue(shop, id, id);
  EXPECT_EQ(lease(shop, noon, 2), (std::vector<app::DeliveryId>{10, 20}));
  EXPECT_EQ(lease(shop, noon), std::vector<app::DeliveryId>{30});
  EXPECT_TRUE(lease(shop, noon).empty());
}

TEST_P(DeliveryConformance, a_leased_row_says_what_it_is) {
  write([&](app::Tables& tables) {
    auto delivery = sample_delivery(shop, 7, 10);
    delivery.kind = DeliveryKind::order_completed;
    delivery.order_id = "11513";
    tables.deliveries.enqueue(delivery, noon);
  });
  ASSERT_EQ(lease(shop, noon).size(), 1U);
  EXPECT_EQ(leased[0].account, shop);
  EXPECT_EQ(leased[0].contact, 7);
  EXPECT_EQ(leased[0].kind, DeliveryKind::order_completed);
  EXPECT_EQ(leased[0].order_id, "11513");
  EXPECT_EQ(leased[0].attempts, 0);
  EXPECT_FALSE(leased[0].ambiguous);
}

TEST_P(DeliveryConformance, a_row_keeps_the_trace_of_what_made_it_through_restarts_and_tries) {
  auto delivery = sample_delivery(shop, 7, 10);
  delivery.trace = next_span({});
  delivery.trace.sampled = true;
  delivery.trace.state = "foo=1,bar=2";
  write([&](app::Tables& tables) { tables.deliveries.enqueue(delivery, noon); });
  enqueue(shop, 8, 20);
  store->reopen();
  ASSERT_EQ(lease(shop, noon).size(), 2U);
  EXPECT_EQ(leased[0].trace, delivery.trace);
  EXPECT_FALSE(leased[1].trace.has_begun());
  auto tried = leased[0];
  tried.trace = next_span(tried.trace);
  settle(tried, DeliveryState::pending);
  EXPECT_EQ(row(10).delivery.trace, delivery.trace) << "each try is a span of its own";
}

TEST_P(DeliveryConformance, ids_grow_in_the_order_of_enqueueing_whatever_was_drawn) {
  enqueue(shop, 7, 30);
  enqueue(shop, 7, 10);
  enqueue(shop, 7, 30);
  const auto rows = run(store->deliveries().list({}));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_GT(rows[0].delivery.id, rows[1].delivery.id);
  EXPECT_GT(rows[1].delivery.id, rows[2].delivery.id);
  EXPECT_EQ(rows[2].delivery.id, 30);
}

// A row for which nobody waits.
inline app::Delivery idle_delivery(app::AccountId account, domain::ContactId contact, app::DeliveryId id) {
  auto delivery = sample_delivery(account, contact, id);
  delivery.kind = DeliveryKind::bonus_check_changed;
  delivery.urgency = app::Urgency::when_idle;
  return delivery;
}

TEST_P(DeliveryConformance, what_nobody_waits_for_goes_out_last) {
  write([&](app::Tables& tables) {
    for (const app::DeliveryId id : {10, 20}) tables.deliveries.enqueue_once(idle_delivery(shop, id, id), noon);
  });
  enqueue(shop, 7, 30);
  enqueue(shop, 10, 40);  // also of one who has such a row
  EXPECT_EQ(lease(shop, noon, 3), (std::vector<app::DeliveryId>{30, 40, 20}));
  EXPECT_EQ(leased.back().urgency, app::Urgency::when_idle);
  EXPECT_TRUE(lease(shop, noon).empty()) << "its contact's other row is out";
  settle(row(40).delivery, DeliveryState::delivered);
  EXPECT_EQ(lease(shop, noon), std::vector<app::DeliveryId>{10});
}

TEST_P(DeliveryConformance, a_row_that_is_out_holds_back_its_contacts_more_urgent_ones) {
  write([&](app::Tables& tables) { tables.deliveries.enqueue_once(idle_delivery(shop, 7, 10), noon); });
  ASSERT_EQ(lease(shop, noon), std::vector<app::DeliveryId>{10});
  const auto out = leased.front();
  enqueue(shop, 7, 20);
  EXPECT_TRUE(lease(shop, noon).empty());
  settle(out, DeliveryState::delivered);
  EXPECT_EQ(lease(shop, noon), std::vector<app::DeliveryId>{20});
}

TEST_P(DeliveryConformance, what_somebody_begins_to_wait_for_hurries) {
  write([&](app::Tables& tables) {
    for (const app::DeliveryId id : {10, 20}) tables.deliveries.enqueue_once(idle_delivery(shop, id, id), noon);
    auto soon = idle_delivery(shop, 20, 30);
    soon.urgency = app::Urgency::soon;
    tables.deliveries.enqueue_once(soon, noon);
    tables.deliveries.enqueue_once(idle_delivery(shop, 20, 40), noon);
  });
  EXPECT_EQ(lease(shop, noon), (std::vector<app::DeliveryId>{20, 10}));
}

TEST_P(DeliveryConformance, of_one_contact_one_row_at_a_time_goes_out) {
  enqueue(shop, 7, 10);
  enqueue(shop, 7, 20);
  enqueue(shop, 8, 30);
  EXPECT_EQ(lease(shop, noon), (std::vector<app::DeliveryId>{10, 30}));
  EXPECT_TRUE(lease(shop, noon).empty()) << "behind a leased one";
  const auto first = sample_delivery(shop, 7, 10);
  settle(first, DeliveryState::pending, noon + 1min);
  EXPECT_TRUE(lease(shop, noon).empty()) << "behind a pending one that is not due";
  EXPECT_EQ(lease(shop, noon + 1min), std::vector<app::DeliveryId>{10});
  settle(first, DeliveryState::delivered);
  EXPECT_EQ(lease(shop, noon), std::vector<app::DeliveryId>{20});
}

TEST_P(DeliveryConformance, a_parked_row_holds_nobody_up) {
  enqueue(shop, 7, 10);
  enqueue(shop, 7, 20);
  lease(shop, noon);
  settle(leased[0], DeliveryState::parked, noon, "bad field");
  EXPECT_EQ(lease(shop, noon), std::vector<app::DeliveryId>{20});
}

TEST_P(DeliveryConformance, a_row_waits_until_it_is_due) {
  enqueue(shop, 7, 10, noon + 1min);
  EXPECT_TRUE(lease(shop, noon).empty());
  EXPECT_TRUE(run(store->deliveries().list_due_accounts(noon)).empty());
  EXPECT_EQ(run(store->deliveries().next_due()), noon + 1min);
  EXPECT_EQ(run(store->deliveries().list_due_accounts(noon + 1min)), std::vector<app::AccountId>{shop});
  EXPECT_EQ(lease(shop, noon + 1min), std::vector<app::DeliveryId>{10});
  EXPECT_FALSE(run(store->deliveries().next_due()));
}

TEST_P(DeliveryConformance, accounts_do_not_see_each_others_rows) {
  enqueue(shop, 7, 10);
  enqueue(other_shop, 7, 20);
  EXPECT_EQ(run(store->deliveries().list_due_accounts(noon)), (std::vector<app::AccountId>{shop, other_shop}));
  EXPECT_EQ(lease(other_shop, noon), std::vector<app::DeliveryId>{20});
  EXPECT_EQ(lease(shop, noon), std::vector<app::DeliveryId>{10});
}

TEST_P(DeliveryConformance, what_waits_for_a_later_try_can_be_made_due_at_once) {
  enqueue(shop, 7, 10);
  enqueue(other_shop, 7, 20);
  for (const auto account : {shop, other_shop}) {
    lease(account, noon);
    settle(leased[0], DeliveryState::pending, noon + 10min, "The key was refused.");
  }
  write([](app::Tables& tables) { tables.deliveries.make_due(shop, noon + 1min); });
  EXPECT_EQ(lease(shop, noon + 1min), std::vector<app::DeliveryId>{10});
  EXPECT_TRUE(lease(other_shop, noon + 1min).empty()) << "another account's";
}

TEST_P(DeliveryConformance, a_contact_has_something_waiting_until_it_is_settled_for_good) {
  const auto has_waiting = [&] {
    bool waiting = false;
    write([&](app::Tables& tables) { waiting = tables.deliveries.has_waiting(shop, 7); });
    return waiting;
  };
  EXPECT_FALSE(has_waiting());
  enqueue(shop, 7, 10);
  EXPECT_TRUE(has_waiting());
  lease(shop, noon);
  EXPECT_TRUE(has_waiting());
  settle(leased[0], DeliveryState::delivered);
  EXPECT_FALSE(has_waiting());
}

}  // namespace kassabro::store::conformance
