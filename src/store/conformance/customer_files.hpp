#pragma once

#include "app/deliveries.hpp"
#include "base/ids.hpp"
#include "store/conformance/bonus.hpp"

namespace kassabro::store::conformance {

inline std::string names_of_happenings(const std::vector<app::Happening>& happenings) {
  struct Name {
    const char* operator()(const app::LookedUp&) const { return "lookup"; }
    const char* operator()(const app::ContactChanged&) const { return "contact"; }
    const char* operator()(const app::ConsentRecord&) const { return "consent"; }
    const char* operator()(const app::OrderEventCame&) const { return "event"; }
    const char* operator()(const app::OrderStored&) const { return "order"; }
    const char* operator()(const app::LedgerRecord&) const { return "bonus"; }
    const char* operator()(const app::DeliveryMade&) const { return "queued"; }
    const char* operator()(const app::DeliveryTried&) const { return "tried"; }
  };
  std::string names;
  for (const auto& happening : happenings)
    names += (names.empty() ? "" : " ") + std::string(std::visit(Name{}, happening.what));
  return names;
}

TEST_P(StoreConformance, a_customers_file_holds_consents_and_ledger) {
  auto& files = store->customer_files();
  EXPECT_FALSE(run(files.read(shop, 7)));
  auto contact = sample_contact(7);
  contact.consent = {true, false, true, {"club"}};
  ASSERT_TRUE(insert(shop, contact));
  write([&](app::Tables& tables) {
    tables.contacts.record_consent(shop, contact, {.email = true, .sms = false, .mail = false, .reason = "user"},
                                   {"sitoo_v2", "17", "kim", "1"}, noon);
    tables.bonus.save(shop, 7, full_check("1"), noon);
    tables.bonus.record(shop, 7, {"1", domain::BonusEntryKind::issued, 10'000, 10'000, {}, {}}, {"import", {}, {}, {}}, noon);
    tables.bonus.record(shop, 7, {"1", domain::BonusEntryKind::redeemed, -4'000, 6'000, "R1", "L1"},
                        {"sitoo_v1", "17", "kim", "1"}, noon + 1h);
  });
  const auto file = run(files.read(shop, 7));
  ASSERT_TRUE(file);
  EXPECT_EQ(file->contact.contact.id, 7);
  ASSERT_EQ(file->consents.size(), 1U);
  EXPECT_EQ(file->consents[0].consent, contact.consent);
  EXPECT_TRUE(file->consents[0].told.email);
  EXPECT_FALSE(file->consents[0].told.mail);
  EXPECT_EQ(file->consents[0].told.reason, "user");
  EXPECT_EQ(file->consents[0].origin.staff, "kim");
  ASSERT_EQ(file->bonus_checks.size(), 1U);
  ASSERT_EQ(file->ledger.size(), 2U);
  EXPECT_EQ(file->ledger[1].entry.change_minor, -4'000);
  EXPECT_EQ(file->ledger[1].entry.receipt, "R1");
  EXPECT_EQ(file->ledger[1].check_name, full_check("1").name);
  EXPECT_EQ(file->ledger[1].currency, "SEK");
  EXPECT_FALSE(run(files.read(other_shop, 7)));
}

TEST_P(StoreConformance, a_timeline_tells_all_that_touched_a_customer_newest_first) {
  auto& files = store->customer_files();
  auto contact = sample_contact(7);
  contact.version = 1;
  ASSERT_TRUE(insert(shop, contact));
  auto order = sample_order("L1");
  order.contact = 7;
  auto delivery = sample_delivery(shop, 7, new_id(noon + 4s));
  delivery.order_id = "L1";
  write([&](app::Tables& tables) {
    tables.contacts.record_change(shop, contact, {"sitoo_v2", "17", "kim", "1"}, noon);
    tables.contacts.record_consent(shop, contact, {.email = true}, {"sitoo_v2", "17", "kim", "1"}, noon + 1s);
    tables.events.add(shop, {.id = "e1", .type = "order-completed", .eshop_id = 1, .order_id = "L1"}, noon + 2s);
    tables.orders.save(shop, {order, true}, noon + 3s);
    tables.deliveries.enqueue(delivery, noon + 4s);
    tables.bonus.record(shop, 7, {"1", domain::BonusEntryKind::redeemed, -1, 0, "R1", "L1"}, {}, noon + 6s);
    // Somebody else's, and another shop's.
    tables.deliveries.enqueue(sample_delivery(shop, 8, new_id(noon + 5s)), noon + 5s);
    tables.deliveries.enqueue(sample_delivery(other_shop, 7, new_id(noon + 5s)), noon + 5s);
  });
  for (auto& leased : run(store->deliveries().lease(shop, noon + 5s, noon + 5min, 10))) {
    app::Settlement settlement;
    settlement.delivery = leased;
    settlement.state = app::DeliveryState::delivered;
    settlement.noted = app::DeliveryTry{0, noon + 5s, 10ms, "delivered", "", {{"POST", "/x", "{}", 200, "ok", 5ms, 1}}};
    run(store->deliveries().settle({settlement}, noon + 5s));
  }
  const auto all = run(files.timeline(shop, 7, std::nullopt, 100));
  EXPECT_EQ(names_of_happenings(all), "bonus tried queued order event consent contact");
  const auto& tried = std::get<app::DeliveryTried>(all[1].what);
  EXPECT_EQ(tried.delivery.order_id, "L1");
  EXPECT_EQ(tried.tried.calls.at(0).answer, "ok");
  EXPECT_EQ(std::get<app::DeliveryMade>(all[2].what).row.state, app::DeliveryState::delivered);
  EXPECT_EQ(std::get<app::OrderStored>(all[3].what).order.id, "L1");

  const auto page = run(files.timeline(shop, 7, std::nullopt, 3));
  ASSERT_EQ(page.size(), 3U);
  EXPECT_EQ(names_of_happenings(run(files.timeline(shop, 7, page.back().at, 3))), "order event consent");
  EXPECT_EQ(run(files.latest_order(shop)), "L1");
  EXPECT_FALSE(run(files.latest_order(other_shop)));
}

TEST_P(StoreConformance, a_page_of_a_timeline_does_not_cut_through_a_moment) {
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  write([&](app::Tables& tables) {
    for (int i = 0; i < 5; ++i)
      tables.bonus.record(shop, 7, {std::to_string(i), domain::BonusEntryKind::issued, 1, 1, {}, {}}, {}, noon);
    tables.bonus.record(shop, 7, {"0", domain::BonusEntryKind::redeemed, -1, 0, {}, {}}, {}, noon - 1s);
  });
  auto& files = store->customer_files();
  const auto first = run(files.timeline(shop, 7, std::nullopt, 2));
  EXPECT_EQ(first.size(), 5U);
  EXPECT_EQ(run(files.timeline(shop, 7, first.back().at, 2)).size(), 1U);
}

TEST_P(StoreConformance, changes_of_an_account_come_back_as_they_were_made) {
  app::AccountChanged change;
  change.id = 20;
  change.account = shop;
  change.at = noon;
  change.author = "pages";
  change.members = {{{"settings", "rule", "order_tag"}, nullptr, "Sale", false}, {{"rule_api_key"}, nullptr, nullptr, true}};
  write([&](app::Tables& tables) {
    EXPECT_EQ(tables.accounts.latest_change(shop), 0);
    tables.accounts.record_change(change);
    change.id = 30;
    change.undoes = 20;
    tables.accounts.record_change(change);
    EXPECT_EQ(tables.accounts.latest_change(shop), 30);
    EXPECT_EQ(tables.accounts.find_change(shop, 20)->members.size(), 2U);
    EXPECT_FALSE(tables.accounts.find_change(other_shop, 20));
  });
  const auto listed = run(store->accounts().list_changes(shop, 10));
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_EQ(listed[0].undoes, 20);
  EXPECT_EQ(listed[1].author, "pages");
  EXPECT_EQ(listed[1].members[0].path, (std::vector<std::string>{"settings", "rule", "order_tag"}));
  EXPECT_EQ(listed[1].members[0].after, "Sale");
  EXPECT_TRUE(listed[1].members[1].secret);
  EXPECT_TRUE(run(store->accounts().list_changes(other_shop, 10)).empty());
}

}  // namespace kassabro::store::conformance
