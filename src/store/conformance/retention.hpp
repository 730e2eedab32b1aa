#pragma once

#include "store/conformance/deliveries.hpp"
#include "store/conformance/imports.hpp"
#include "store/conformance/inbound.hpp"

namespace kassabro::store::conformance {

using app::KeptKind;

class RetentionConformance : public StoreConformance {
 protected:
  std::size_t remove(KeptKind kind, Timestamp before, std::size_t rows_max = 100, app::AccountId account = shop) {
    return run(store->retention().remove(account, kind, before, rows_max));
  }
  void quarantine(app::AccountId account, const std::string& body, Timestamp at) {
    write([&](app::Tables& tables) { tables.quarantine.save(account, "sitoo_events", "why", body, at); });
  }
  // An order that was asked for and settled at this time.
  void fetch(const std::string& order_id, OrderFetchState state, Timestamp at, const std::string& quarantined = "") {
    write([&](app::Tables& tables) { tables.order_fetches.request(shop, 1, order_id, at, {}); });
    for (auto& taken : run(store->order_fetches().take(shop, at, 100)))
      if (taken.order_id == order_id)
        run(store->order_fetches().settle({{taken, state, at + 24h * 10'000, "why", quarantined}}, at));
  }
  void deliver(app::DeliveryId id, DeliveryState state, Timestamp at) {
    write([&](app::Tables& tables) { tables.deliveries.enqueue(sample_delivery(shop, id, id), at); });
    for (auto& delivery : run(store->deliveries().lease(shop, at, at + 5min, 100))) {
      app::Settlement settlement;
      settlement.delivery = delivery;
      settlement.state = state;
      settlement.not_before = at + 24h * 10'000;
      settlement.noted = app::DeliveryTry{0, at, 20ms, "delivered", "", {}};
      run(store->deliveries().settle({settlement}, at));
    }
  }
  void add_import(app::ImportId id, app::ImportState state, int rows, Timestamp at) {
    auto import = sample_import(id);
    import.file_digest = "d" + std::to_string(id);
    import.state = state;
    import.updated_at = at;
    write([&](app::Tables& tables) {
      tables.imports.save(import);
      for (int i = 1; i <= rows; ++i)
        tables.imports.save_row(id, sample_import_row(i, "c" + std::to_string(i), app::ImportOutcome::added));
    });
  }
  std::int64_t rows_of(app::ImportId id) {
    std::int64_t rows = 0;
    write([&](app::Tables& tables) { rows = tables.imports.last_position(id); });
    return rows;
  }
  const app::BuyerKeys waiting_keys{{domain::KeyKind::email, "anna@shop.se"}, {domain::KeyKind::member_number, "m77"}};
};

TEST_P(RetentionConformance, bodies_go_oldest_first_in_batches_and_each_account_for_itself) {
  write([&](app::Tables& tables) {
    for (int i = 0; i < 5; ++i) tables.inbox.save(shop, "sitoo_v1", "{}", noon + i * 1h);
    tables.inbox.save(other_shop, "sitoo_v1", "{}", noon);
  });
  EXPECT_EQ(remove(KeptKind::inbox, noon), 0U);
  EXPECT_EQ(remove(KeptKind::inbox, noon + 3h, 2), 2U);
  EXPECT_EQ(remove(KeptKind::inbox, noon + 3h, 2), 1U);
  EXPECT_EQ(remove(KeptKind::inbox, noon + 3h, 2), 0U);
  EXPECT_EQ(remove(KeptKind::inbox, noon + 1min, 10, other_shop), 1U);
  EXPECT_EQ(remove(KeptKind::inbox, noon + 24h), 2U);
}

TEST_P(RetentionConformance, what_was_read_of_a_parked_order_stays_as_long_as_it_is_parked) {
  quarantine(shop, "old", noon);
  quarantine(shop, "young", noon + 2h);
  quarantine(other_shop, "old", noon);
  fetch("1", OrderFetchState::parked, noon + 1s, "of the order");
  EXPECT_EQ(remove(KeptKind::quarantine, noon + 1h), 1U);
  auto rows = run(store->quarantine().list(shop, 10));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].body, "of the order");
  EXPECT_EQ(rows[1].body, "young");
  EXPECT_EQ(run(store->quarantine().list(other_shop, 10)).size(), 1U);
  run(store->order_fetches().replay(shop, {"1"}, noon + 1h));
  fetch("1", OrderFetchState::done, noon + 1h);
  EXPECT_EQ(remove(KeptKind::quarantine, noon + 1h), 1U);
}

TEST_P(RetentionConformance, of_orders_only_those_go_that_were_fetched) {
  fetch("1", OrderFetchState::done, noon);
  fetch("2", OrderFetchState::done, noon + 2h);
  fetch("3", OrderFetchState::parked, noon);
  fetch("4", OrderFetchState::pending, noon);
  EXPECT_EQ(remove(KeptKind::order_fetches, noon + 1h), 1U);
  EXPECT_EQ(remove(KeptKind::order_fetches, noon + 1h), 0U);
  std::string left;
  for (const auto& row : run(store->order_fetches().list({shop, std::nullopt}))) left += row.fetch.order_id + " ";
  EXPECT_EQ(left, "2 4 3 ");
}

TEST_P(RetentionConformance, deliveries_go_with_their_tries_once_they_have_arrived) {
  deliver(10, DeliveryState::delivered, noon);
  deliver(20, DeliveryState::parked, noon);
  deliver(30, DeliveryState::pending, noon);
  deliver(40, DeliveryState::delivered, noon + 2h);
  write([&](app::Tables& tables) { tables.deliveries.enqueue(sample_delivery(shop, 50, 50), noon); });
  ASSERT_EQ(run(store->deliveries().lease(shop, noon, noon + 5min, 100)).size(), 1U);
  EXPECT_EQ(remove(KeptKind::deliveries, noon + 1h, 10, other_shop), 0U);
  EXPECT_EQ(remove(KeptKind::deliveries, noon + 1h), 1U);
  EXPECT_EQ(remove(KeptKind::deliveries, noon + 1h), 0U);
  std::vector<app::DeliveryId> left;
  for (const auto& row : run(store->deliveries().list({.account = shop}))) left.push_back(row.delivery.id);
  EXPECT_EQ(left, (std::vector<app::DeliveryId>{50, 40, 30, 20}));
  EXPECT_TRUE(run(store->deliveries().list_tries(shop, 10)).empty());
  EXPECT_EQ(run(store->deliveries().list_tries(shop, 20)).size(), 1U);
}

TEST_P(RetentionConformance, whoever_has_not_registered_is_forgotten_and_the_purchase_stays) {
  write([&](app::Tables& tables) {
    ASSERT_TRUE(tables.contacts.insert(shop, sample_contact(7)));
    for (const auto& [id, came] : {std::pair{"1", noon}, std::pair{"2", noon}, std::pair{"young", noon + 2h}}) {
      auto order = sample_order(id, noon - 24h);
      order.email = "anna@shop.se";
      order.member_number = "m77";
      tables.orders.save(shop, {order, false}, came);
      tables.orders.wait_for_buyer(shop, order, waiting_keys);
    }
  });
  EXPECT_EQ(remove(KeptKind::unregistered, noon + 1h, 10, other_shop), 0U);
  EXPECT_EQ(remove(KeptKind::unregistered, noon + 1h, 1), 1U);
  EXPECT_EQ(remove(KeptKind::unregistered, noon + 1h, 1), 1U);
  EXPECT_EQ(remove(KeptKind::unregistered, noon + 1h, 1), 0U);
  store->reopen();
  for (const auto* id : {"1", "2"}) {
    const auto order = run(store->orders().find(shop, id))->order;
    EXPECT_EQ(order.email + order.member_number, "");
    EXPECT_TRUE(order.person_erased);
    EXPECT_EQ(order.total_minor, sample_order(id).total_minor);
  }
  EXPECT_EQ(run(store->orders().find(shop, "young"))->order.email, "anna@shop.se");
  write([&](app::Tables& tables) {
    EXPECT_EQ(tables.orders.list_waiting(shop, waiting_keys), std::vector<std::string>{"young"});
  });
}

TEST_P(RetentionConformance, an_import_goes_row_by_row_and_cannot_be_undone_from_its_first_on) {
  add_import(5, app::ImportState::applied, 5, noon);
  add_import(6, app::ImportState::staged, 2, noon);
  add_import(7, app::ImportState::undone, 1, noon + 2h);
  add_import(8, app::ImportState::halted, 1, noon);
  EXPECT_EQ(remove(KeptKind::imports, noon + 1h, 3), 3U);
  EXPECT_EQ(rows_of(5), 2);
  const auto half = run(store->imports().find(shop, 5));
  ASSERT_TRUE(half);
  EXPECT_EQ(half->state, app::ImportState::failed);
  EXPECT_NE(half->reason, "");
  store->reopen();
  EXPECT_EQ(remove(KeptKind::imports, noon + 1h, 3), 3U) << "two rows and the import";
  EXPECT_FALSE(run(store->imports().find(shop, 5)));
  EXPECT_EQ(rows_of(5), 0);
  EXPECT_EQ(remove(KeptKind::imports, noon + 1h, 3), 0U);
  EXPECT_EQ(run(store->imports().list(shop)).size(), 3U);
  EXPECT_EQ(rows_of(6), 2);
  EXPECT_EQ(remove(KeptKind::imports, noon + 3h), 2U);
}

}  // namespace kassabro::store::conformance
