#pragma once

#include "app/personal_file.hpp"
#include "base/json.hpp"
#include "store/conformance/bonus.hpp"
#include "store/conformance/receipt_links.hpp"

namespace kassabro::store::conformance {

// As stores keep orders is their own affair, but that it is JSON with our names.
inline std::string id_in(const std::string& content) {
  const auto order = parse_json(content);
  return order && order->is_object() ? text_member(order->get_object(), "id") : "no JSON";
}

TEST_P(StoreConformance, a_personal_file_holds_what_only_the_person_asks_for) {
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  auto order = sample_order("L1");
  order.contact = 7;
  auto strangers = sample_order("L2");
  auto web = sample_order("W1", noon - 1h);
  web.channel = "Webshop";
  const domain::Redemption use{"1", "R1", 4'000, domain::RedemptionState::undone, "L1", noon, noon + 1h, "till"};
  write([&](app::Tables& tables) {
    tables.orders.save(shop, {order, true}, noon);
    tables.orders.save(shop, {strangers, true}, noon);
    tables.channel_purchases.replace(shop, 7, {web});
    tables.extras.save(shop, 7, {{{"Subscriber.Level", {"Gold"}}}, R"(["x"])", "fault", "text", {"anna@shop.se"}});
    tables.receipt_requests.ask(shop, "L1", noon + 2h);
    tables.receipt_requests.ask(shop, "L2", noon + 2h);
    tables.bonus.save_redemption(shop, 7, use);
    tables.bonus.keep_replaced(shop, 7, full_check("1"), noon);
    tables.silences.note_purchase(shop, 7, noon);
    tables.history.add(shop, {7, "L0", noon, false});
  });
  for (const auto* id : {"L1", "L2"})
    run(store->receipt_links().find_or_keep(sample_receipt_link(shop, id), SecretString("token-of-" + std::string(id))));

  const auto rows = run(store->personal_files().read(shop, 7));
  EXPECT_EQ(rows.extras.shown.at(0).values, std::vector<std::string>{"Gold"});
  EXPECT_EQ(rows.extras.bounced, std::vector<std::string>{"anna@shop.se"});
  ASSERT_EQ(rows.channel_purchases.size(), 1U);
  EXPECT_EQ(id_in(rows.channel_purchases[0]), "W1");
  ASSERT_EQ(rows.receipt_links.size(), 1U);
  EXPECT_EQ(rows.receipt_links[0].order_id, "L1");
  EXPECT_EQ(rows.receipt_links[0].made_at, noon);
  EXPECT_EQ(rows.receipt_links[0].ends_at, noon + 24h);
  ASSERT_EQ(rows.asked_receipts.size(), 1U);
  EXPECT_EQ(rows.asked_receipts[0].asked_at, noon + 2h);
  EXPECT_EQ(rows.redemptions, std::vector{use});
  ASSERT_EQ(rows.replaced_checks.size(), 1U);
  EXPECT_NE(rows.replaced_checks[0].content.find("Julbonus"), std::string::npos);
  ASSERT_TRUE(rows.silence);
  EXPECT_EQ(rows.silence->bought_at, noon);
  EXPECT_FALSE(rows.silence->has_reached_winback);
  EXPECT_EQ(rows.past_orders, std::vector<std::string>{"L0"});
  const auto others = run(store->personal_files().read(other_shop, 7));
  EXPECT_TRUE(others.receipt_links.empty() && others.channel_purchases.empty() && !others.silence);
}

TEST_P(StoreConformance, all_orders_of_a_person_are_read_page_by_page_as_they_are_stored) {
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  std::vector<std::string> newest_first;
  write([&](app::Tables& tables) {
    for (int i = 0; i < 5; ++i) {
      auto order = sample_order("L" + std::to_string(i), noon + std::chrono::hours(i / 2));  // two of one moment
      order.contact = i == 4 ? std::optional<domain::ContactId>() : 7;
      tables.orders.save(shop, {order, true}, noon);
      if (order.contact) newest_first.insert(newest_first.begin(), order.id);
    }
  });
  auto& files = store->personal_files();
  std::vector<std::string> read;
  std::optional<app::OrderPlace> before;
  for (;;) {
    const auto page = run(files.list_orders(shop, 7, before, 2));
    for (const auto& order : page) read.push_back(id_in(order.content));
    if (page.size() < 2) break;
    before = page.back().place;
  }
  EXPECT_EQ(read, newest_first);
  EXPECT_TRUE(run(files.list_orders(other_shop, 7, std::nullopt, 2)).empty());
}

}  // namespace kassabro::store::conformance
