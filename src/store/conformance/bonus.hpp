#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

inline domain::BonusCheck full_check(const std::string& id) {
  domain::BonusCheck check;
  check.id = id;
  check.name = "Julbonus";
  check.description = "Å, \"citat\"";
  check.value_minor = 10'000;
  check.remaining_minor = 6'000;
  check.currency = "SEK";
  check.valid_from = Date{std::chrono::year{2026}, std::chrono::month{1}, std::chrono::day{1}};
  check.valid_to = Date{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{31}};
  check.last_used_at = noon;
  check.extra = R"({"campaign":"x"})";
  return check;
}

TEST_P(StoreConformance, a_bonus_check_comes_back_as_it_went_in) {
  auto bare = full_check("2");
  bare.valid_from = bare.valid_to = std::nullopt;
  bare.last_used_at.reset();
  bare.extra.clear();
  write([&](app::Tables& tables) {
    tables.bonus.save(shop, 7, bare, noon);
    tables.bonus.save(shop, 7, full_check("1"), noon);
    tables.bonus.save(other_shop, 7, full_check("3"), noon);
  });
  store->reopen();
  EXPECT_EQ(run(store->bonus_checks().list(shop, 7)), (std::vector{full_check("1"), bare}));
  EXPECT_TRUE(run(store->bonus_checks().list(shop, 8)).empty());
  write([&](app::Tables& tables) {
    EXPECT_EQ(tables.bonus.find(shop, 7, "1"), full_check("1"));
    EXPECT_FALSE(tables.bonus.find(shop, 7, "3"));
    auto less = full_check("1");
    less.remaining_minor = 0;
    tables.bonus.save(shop, 7, less, noon);
    EXPECT_EQ(tables.bonus.list(shop, 7).at(0), less);
  });
}

TEST_P(StoreConformance, the_owners_of_an_id_are_told_up_to_two) {
  write([&](app::Tables& tables) {
    for (const domain::ContactId contact : {7, 8, 9}) tables.bonus.save(shop, contact, full_check("1"), noon);
    tables.bonus.save(shop, 7, full_check("2"), noon);
    EXPECT_EQ(tables.bonus.find_owners(shop, "1").size(), 2U);
    EXPECT_EQ(tables.bonus.find_owners(shop, "2"), std::vector<domain::ContactId>{7});
    EXPECT_TRUE(tables.bonus.find_owners(other_shop, "1").empty());
  });
}

TEST_P(StoreConformance, a_checks_past_is_every_amount_that_was_ever_left) {
  write([&](app::Tables& tables) {
    tables.bonus.save(shop, 7, full_check("1"), noon);
    for (const std::int64_t left : {10'000, 6'000, 10'000, 6'000})
      tables.bonus.record(shop, 7, {"1", domain::BonusEntryKind::adjusted, 0, left, {}, {}}, {"rule", {}, {}, {}}, noon);
    auto known = tables.bonus.list_with_past(shop, 7).at(0);
    std::ranges::sort(known.past_remaining_minor);
    EXPECT_EQ(known.past_remaining_minor, (std::vector<std::int64_t>{6'000, 10'000}));
    EXPECT_FALSE(known.seen_remotely);
    tables.bonus.mark_seen(shop, 7, "1");
    tables.bonus.save(shop, 7, full_check("1"), noon);
    EXPECT_TRUE(tables.bonus.list_with_past(shop, 7).at(0).seen_remotely) << "saving does not forget it";
  });
}

TEST_P(StoreConformance, redemptions_are_kept_by_check_and_receipt) {
  domain::Redemption redemption{"1", "R1", 4'000, domain::RedemptionState::redeemed, "", noon, std::nullopt, ""};
  auto other = redemption;
  other.receipt = "R2";
  other.redeemed_at = noon + 1s;
  write([&](app::Tables& tables) {
    tables.bonus.save_redemption(shop, 7, other);
    tables.bonus.save_redemption(shop, 7, redemption);
    EXPECT_EQ(tables.bonus.list_redemptions(shop, 7, "1"), (std::vector{redemption, other}));
    redemption.state = domain::RedemptionState::undone;
    redemption.undone_at = noon + 2s;
    redemption.undone_by = "till";
    redemption.order_id = "11513";
    tables.bonus.save_redemption(shop, 7, redemption);
    const auto of_order = tables.bonus.list_redemptions_of_order(shop, "11513");
    ASSERT_EQ(of_order.size(), 1U);
    EXPECT_EQ(of_order[0].contact, 7);
    EXPECT_EQ(of_order[0].redemption, redemption);
    EXPECT_TRUE(tables.bonus.list_redemptions_of_order(shop, "").empty());
    EXPECT_TRUE(tables.bonus.list_redemptions(shop, 8, "1").empty());
  });
}

TEST_P(StoreConformance, checks_whose_last_day_is_over_are_found) {
  auto used = full_check("used");
  used.remaining_minor = 0;
  auto endless = full_check("endless");
  endless.valid_to.reset();
  auto expired = full_check("expired");
  expired.status = domain::BonusCheckStatus::expired;
  write([&](app::Tables& tables) {
    tables.bonus.save(shop, 7, full_check("1"), noon);
    tables.bonus.save(shop, 7, full_check("2"), noon);
    for (const auto& check : {used, endless, expired}) tables.bonus.save(shop, 8, check, noon);
    const auto last = *full_check("1").valid_to;
    const Date next_day{std::chrono::sys_days{last} + std::chrono::days{1}};
    EXPECT_TRUE(tables.bonus.list_with_expired(shop, last, 10).empty());
    EXPECT_EQ(tables.bonus.list_with_expired(shop, next_day, 10), std::vector<domain::ContactId>{7});
  });
}

TEST_P(StoreConformance, what_else_a_card_shows_is_kept) {
  app::ContactExtras extras{{{"Club.Level", {"Gold"}}, {"Club.Tags", {"a", "b"}}}, R"([{"id":"1"}])", "fault", "text"};
  auto web = sample_order("W1");
  web.channel = "Webshop";
  auto newer = sample_order("W2", noon + 1h);
  newer.channel = "Webshop";
  write([&](app::Tables& tables) {
    EXPECT_EQ(tables.extras.get(shop, 7), app::ContactExtras{});
    tables.extras.save(shop, 7, extras);
    tables.channel_purchases.replace(shop, 7, {sample_order("old")});
    tables.channel_purchases.replace(shop, 7, {web, newer});
  });
  const auto details = run(store->cards().read(shop, 7, {true, app::SummaryDepth::all}));
  EXPECT_EQ(details.extras, extras);
  EXPECT_EQ(run(store->channel_purchases().list_latest(shop, 7, 10)), (std::vector{newer, web}));
  EXPECT_EQ(run(store->channel_purchases().list_latest(shop, 7, 1)).size(), 1U);
  EXPECT_EQ(details.purchases.count, 2);
  EXPECT_EQ(details.purchases.last_store, "Webshop");
  const auto nobody = run(store->cards().read(shop, 8, {true, app::SummaryDepth::all}));
  EXPECT_EQ(nobody.purchases.count, 0);
  EXPECT_TRUE(nobody.bonus_checks.empty());
}

TEST_P(StoreConformance, an_order_without_a_buyer_waits_under_its_keys) {
  const app::BuyerKeys keys{{domain::KeyKind::member_number, "M5"}, {domain::KeyKind::contact_id, "77"}};
  write([&](app::Tables& tables) {
    tables.orders.save(shop, {sample_order("2", noon + 1h), false}, noon);
    tables.orders.wait_for_buyer(shop, sample_order("2", noon + 1h), keys);
    tables.orders.wait_for_buyer(shop, sample_order("1"), {keys.front()});
    EXPECT_EQ(tables.orders.list_waiting(shop, keys), (std::vector<std::string>{"1", "2"}));
    EXPECT_TRUE(tables.orders.list_waiting(other_shop, keys).empty());
    tables.orders.stop_waiting(shop, "2");
    EXPECT_EQ(tables.orders.list_waiting(shop, keys), std::vector<std::string>{"1"});
  });
}

TEST_P(StoreConformance, completed_returns_of_a_sale_are_found) {
  auto back = sample_order("2");
  back.credited_order_id = "1";
  auto open = sample_order("3");
  open.credited_order_id = "1";
  open.state = domain::OrderState::open;
  write([&](app::Tables& tables) {
    for (const auto& order : {sample_order("1"), back, open}) tables.orders.save(shop, {order, false}, noon);
    EXPECT_EQ(tables.orders.list_crediting(shop, "1"), std::vector{back});
    EXPECT_TRUE(tables.orders.list_crediting(shop, "").empty());
  });
}

TEST_P(StoreConformance, a_pending_row_of_its_kind_is_enough) {
  auto delivery = sample_delivery(shop, 7, 100);
  delivery.kind = app::DeliveryKind::bonus_check_used;
  write([&](app::Tables& tables) {
    tables.deliveries.enqueue_once(delivery, noon);
    tables.deliveries.enqueue_once(delivery, noon);
  });
  EXPECT_EQ(run(store->deliveries().list({shop, std::nullopt, 10})).size(), 1U);
  EXPECT_EQ(run(store->deliveries().lease(shop, noon, noon + 1min, 10)).size(), 1U);
  write([&](app::Tables& tables) { tables.deliveries.enqueue_once(delivery, noon); });
  EXPECT_EQ(run(store->deliveries().list({shop, std::nullopt, 10})).size(), 2U) << "the leased one has read the old state";
}

}  // namespace kassabro::store::conformance
