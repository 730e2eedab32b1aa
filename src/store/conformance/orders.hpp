#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

TEST_P(StoreConformance, an_order_comes_back_as_it_went_in) {
  const auto order = sample_order("11513");
  write([&](app::Tables& tables) { tables.orders.save(shop, {order, true}, noon); });
  const auto back = run(store->orders().find(shop, "11513"));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->order, order);
  EXPECT_TRUE(back->announced);
  EXPECT_FALSE(run(store->orders().find(other_shop, "11513")));
  EXPECT_FALSE(run(store->orders().find(shop, "1151")));
}

TEST_P(StoreConformance, a_saved_order_replaces_the_one_before) {
  auto order = sample_order("1");
  write([&](app::Tables& tables) { tables.orders.save(shop, {order, false}, noon); });
  order.total_minor = 5;
  order.contact = 7;
  write([&](app::Tables& tables) {
    EXPECT_FALSE(tables.orders.find(shop, "1")->announced);
    tables.orders.save(shop, {order, true}, noon + 1s);
  });
  const auto back = run(store->orders().find(shop, "1"));
  EXPECT_EQ(back->order, order);
  EXPECT_TRUE(back->announced);
}

TEST_P(StoreConformance, a_contacts_completed_orders_are_listed_newest_first) {
  write([&](app::Tables& tables) {
    for (const auto& [id, minute] : {std::pair{"1", 30}, std::pair{"2", 10}, std::pair{"3", 20}, std::pair{"4", 40}}) {
      auto order = sample_order(id, noon + std::chrono::minutes(minute));
      order.contact = 7;
      if (order.id == "4") order.state = domain::OrderState::open;
      tables.orders.save(shop, {order, false}, noon);
    }
    auto of_another = sample_order("5");
    of_another.contact = 8;
    tables.orders.save(shop, {of_another, false}, noon);
    tables.orders.save(shop, {sample_order("6"), false}, noon);
  });
  std::vector<std::string> ids;
  for (const auto& order : run(store->orders().list_latest(shop, 7, 10))) ids.push_back(order.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"1", "3", "2"}));
  EXPECT_EQ(run(store->orders().list_latest(shop, 7, 2)).size(), 2U);
  EXPECT_TRUE(run(store->orders().list_latest(other_shop, 7, 10)).empty());
}

TEST_P(StoreConformance, open_orders_are_listed_page_by_page) {
  write([&](app::Tables& tables) {
    for (const auto* id : {"1", "2", "3", "4"}) {
      auto order = sample_order(id);
      if (order.id != "2") order.state = domain::OrderState::open;
      tables.orders.save(shop, {order, false}, noon);
    }
    auto elsewhere = sample_order("5");
    elsewhere.state = domain::OrderState::open;
    tables.orders.save(other_shop, {elsewhere, false}, noon);
    auto cancelled = sample_order("6");
    cancelled.state = domain::OrderState::cancelled;
    tables.orders.save(shop, {cancelled, false}, noon);
  });
  using Texts = std::vector<std::string>;
  EXPECT_EQ(run(store->orders().list_open(shop, "", 2)), (Texts{"1", "3"}));
  EXPECT_EQ(run(store->orders().list_open(shop, "3", 2)), (Texts{"4"}));
  write([&](app::Tables& tables) { tables.orders.save(shop, {sample_order("3"), false}, noon); });
  EXPECT_EQ(run(store->orders().list_open(shop, "", 9)), (Texts{"1", "4"}));
}

TEST_P(StoreConformance, completed_orders_are_listed_by_time_page_by_page) {
  write([&](app::Tables& tables) {
    for (const auto& [id, minute] :
         {std::pair{"1", 30}, std::pair{"2", 10}, std::pair{"3", 10}, std::pair{"4", 20}, std::pair{"5", 25}}) {
      auto order = sample_order(id, noon + std::chrono::minutes(minute));
      if (order.id == "4") order.state = domain::OrderState::cancelled;
      tables.orders.save(shop, {order, false}, noon);
    }
    tables.orders.save(other_shop, {sample_order("6", noon + 11min), false}, noon);
  });
  const auto list = [&](const app::OrderPlace& after, Timestamp until, std::size_t count_max) {
    std::vector<std::string> ids;
    for (const auto& order : run(store->orders().list_completed(shop, after, until, count_max))) ids.push_back(order.id);
    return ids;
  };
  using Texts = std::vector<std::string>;
  EXPECT_EQ(list({noon, ""}, noon + 1h, 2), (Texts{"2", "3"}));
  EXPECT_EQ(list({noon + 10min, "2"}, noon + 1h, 9), (Texts{"3", "5", "1"}));
  EXPECT_EQ(list({noon + 10min, "3"}, noon + 25min, 9), (Texts{"5"}));
}

TEST_P(StoreConformance, small_facts_are_kept_for_each_account) {
  EXPECT_FALSE(run(store->memory().find(shop, "order_group")));
  run(store->memory().save(shop, "order_group", "historical"));
  run(store->memory().save(shop, "order_group", "flat"));
  EXPECT_EQ(run(store->memory().find(shop, "order_group")), "flat");
  EXPECT_FALSE(run(store->memory().find(other_shop, "order_group")));
  store->reopen();
  EXPECT_EQ(run(store->memory().find(shop, "order_group")), "flat");
}

}  // namespace kassabro::store::conformance
