#pragma once

#include "base/ids.hpp"
#include "store/conformance/deliveries.hpp"

namespace kassabro::store::conformance {

// What people look at afterwards: searches, and the tries of a delivery.
class DeliveryHistoryConformance : public DeliveryConformance {
 protected:
  app::DeliveryId add(domain::ContactId contact, Timestamp at, const std::string& order_id = "",
                      DeliveryKind kind = DeliveryKind::order_completed, app::AccountId account = shop) {
    auto delivery = sample_delivery(account, contact, new_id(at));
    delivery.kind = kind;
    delivery.order_id = order_id;
    write([&](app::Tables& tables) { tables.deliveries.enqueue(delivery, at); });
    return delivery.id;
  }

  std::vector<app::DeliveryId> found(app::DeliverySearch search) {
    std::vector<app::DeliveryId> ids;
    page = run(store->deliveries().search(std::move(search)));
    for (const auto& each : page.rows) ids.push_back(each.delivery.id);
    return ids;
  }

  void note(app::DeliveryId id, const std::string& outcome, app::SentCalls calls = {}, Timestamp at = noon) {
    for (auto& delivery : run(store->deliveries().lease(shop, noon, noon + 5min, 100))) {
      app::Settlement settlement;
      settlement.delivery = delivery;
      settlement.not_before = noon;
      if (delivery.id == id) settlement.noted = app::DeliveryTry{0, at, 20ms, outcome, "because", std::move(calls)};
      run(store->deliveries().settle({settlement}, noon));
    }
  }

  std::vector<app::DeliveryTry> tries(app::DeliveryId id) { return run(store->deliveries().list_tries(shop, id)); }

  app::DeliveryPage page;
  using Ids = std::vector<app::DeliveryId>;
};

TEST_P(DeliveryHistoryConformance, a_search_goes_by_all_that_a_row_says_newest_first) {
  auto sold_in_lund = sample_order("L1");
  sold_in_lund.store_id = "17";
  sold_in_lund.store = "Lund";
  write([&](app::Tables& tables) { tables.orders.save(shop, {sold_in_lund, true}, noon); });
  const auto first = add(7, noon - 2h, "L1");
  const auto second = add(8, noon - 1h, "L2");
  const auto third = add(7, noon, "", DeliveryKind::contact_updated);
  const auto foreign = add(7, noon + 1h, "L1", DeliveryKind::order_completed, other_shop);
  run(store->deliveries().park(shop, {second}, "Rule takes no SUCH value", noon));

  EXPECT_EQ(found({}), (Ids{foreign, third, second, first}));
  EXPECT_FALSE(page.next);
  EXPECT_EQ(found({.account = shop}), (Ids{third, second, first}));
  EXPECT_EQ(found({.account = shop, .contact = 7}), (Ids{third, first}));
  EXPECT_EQ(found({.account = shop, .state = DeliveryState::parked}), Ids{second});
  EXPECT_EQ(found({.state = DeliveryState::parked}), Ids{second});
  EXPECT_EQ(found({.account = shop, .kind = DeliveryKind::contact_updated}), Ids{third});
  EXPECT_EQ(found({.account = shop, .order_id = "L1"}), Ids{first});
  EXPECT_EQ(found({.account = shop, .store = "Lund"}), Ids{first});
  EXPECT_EQ(found({.account = shop, .store = "17"}), Ids{first});
  EXPECT_TRUE(found({.account = shop, .store = "Lun"}).empty());
  EXPECT_EQ(found({.account = shop, .reason_part = "such VALUE"}), Ids{second});
  EXPECT_EQ(found({.account = shop, .from = noon - 1h, .to = noon}), Ids{second});
}

TEST_P(DeliveryHistoryConformance, a_search_goes_on_where_its_page_ended) {
  Ids all;
  for (int i = 0; i < 7; ++i) all.insert(all.begin(), add(i + 1, noon + i * 1s));
  Ids walked;
  app::DeliverySearch search{.account = shop, .count_max = 3};
  do {
    const auto ids = found(search);
    walked.insert(walked.end(), ids.begin(), ids.end());
    search.before = page.next;
  } while (search.before);
  EXPECT_EQ(walked, all);
}

TEST_P(DeliveryHistoryConformance, each_try_is_kept_with_its_calls) {
  const app::SentCalls calls{{"POST", "/v2/subscribers", R"({"a":"å"})", 503, "busy", 12ms, 2}};
  const auto id = add(7, noon);
  note(id, "retry", calls);
  note(id, "delivered", {}, noon + 1min);
  store->reopen();
  const auto kept = tries(id);
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].number, 1);
  EXPECT_EQ(kept[0].at, noon);
  EXPECT_EQ(kept[0].took, 20ms);
  EXPECT_EQ(kept[0].outcome, "retry");
  EXPECT_EQ(kept[0].reason, "because");
  EXPECT_EQ(kept[0].calls, calls);
  EXPECT_EQ(kept[1].number, 2);
  EXPECT_TRUE(kept[1].calls.empty());
  EXPECT_TRUE(run(store->deliveries().list_tries(other_shop, id)).empty());
}

TEST_P(DeliveryHistoryConformance, of_endless_tries_the_latest_stay) {
  const auto id = add(7, noon);
  for (int i = 0; i < app::tries_kept_max + 5; ++i) note(id, "retry");
  const auto kept = tries(id);
  ASSERT_EQ(kept.size(), static_cast<std::size_t>(app::tries_kept_max));
  EXPECT_EQ(kept.front().number, 6);
  EXPECT_EQ(kept.back().number, app::tries_kept_max + 5);
}

TEST_P(DeliveryHistoryConformance, old_tries_are_forgotten_and_young_ones_are_not) {
  const auto old = add(7, noon - 48h);
  note(old, "retry", {}, noon - 47h);
  const auto young = add(8, noon);
  note(young, "retry");
  EXPECT_EQ(run(store->deliveries().forget_tries(other_shop, noon + 1h, 10)), 0U);
  EXPECT_EQ(run(store->deliveries().forget_tries(shop, noon - 24h, 10)), 1U);
  EXPECT_TRUE(tries(old).empty());
  EXPECT_EQ(tries(young).size(), 1U);
}

}  // namespace kassabro::store::conformance
