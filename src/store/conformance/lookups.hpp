#pragma once

#include "store/conformance/customer_files.hpp"

namespace kassabro::store::conformance {

inline app::Lookup lookup_at(Timestamp at, const std::string& register_id = "1", const std::string& source = "sitoo_v1") {
  return {.contact = 7, .at = at, .origin = {source, "17", "kim", register_id}};
}

TEST_P(StoreConformance, lookups_of_a_minute_add_up_and_stand_on_the_timeline) {
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  auto& lookups = store->lookups();
  auto later = lookup_at(noon + 20s);
  later.origin.staff = "bo";
  later.times = 4;
  run(lookups.save(shop, {lookup_at(noon + 5s), lookup_at(noon + 65s), lookup_at(noon, "1", "sitoo_v2")}));
  run(lookups.save(shop, {later}));
  run(lookups.save(shop, {lookup_at(noon + 10s)}));  // another node's, a moment late
  auto& files = store->customer_files();
  const auto all = run(files.timeline(shop, 7, std::nullopt, 100));
  ASSERT_EQ(names_of_happenings(all), "lookup lookup lookup");
  EXPECT_EQ(all[0].at, noon + 65s);
  EXPECT_EQ(all[1].at, noon + 20s);
  const auto& seen = std::get<app::LookedUp>(all[1].what);
  EXPECT_EQ(seen.times, 6);
  EXPECT_EQ(seen.origin.source, "sitoo_v1");
  EXPECT_EQ(seen.origin.store, "17");
  EXPECT_EQ(seen.origin.register_id, "1");
  EXPECT_EQ(std::get<app::LookedUp>(all[2].what).origin.source, "sitoo_v2");
  EXPECT_EQ(run(files.timeline(shop, 7, noon + 65s, 1)).size(), 1U);
  EXPECT_EQ(run(files.timeline(shop, 7, noon + 20s, 100)).size(), 1U);
  EXPECT_TRUE(run(files.timeline(other_shop, 7, std::nullopt, 100)).empty());
}

TEST_P(StoreConformance, of_who_is_no_customer_no_lookup_is_kept) {
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  run(store->lookups().save(other_shop, {lookup_at(noon)}));
  run(store->lookups().save(shop, {lookup_at(noon)}));
  app::RemovedPerson removed;
  write([&](app::Tables& tables) { removed = tables.erasures.remove_person(shop, sample_contact(7)); });
  EXPECT_EQ(removed.removed.at("lookups"), 1);
  run(store->lookups().save(shop, {lookup_at(noon)}));  // it waited in memory while the person was erased
  EXPECT_TRUE(run(store->customer_files().timeline(shop, 7, std::nullopt, 10)).empty());
}

TEST_P(StoreConformance, old_lookups_are_forgotten_and_young_ones_are_not) {
  for (const auto account : {shop, other_shop}) {
    auto person = sample_contact(7, account == shop ? "anna" : "bo");
    person.id = account * 10 + 7;
    ASSERT_TRUE(insert(account, person));
    for (int i = 0; i < 3; ++i) {
      auto lookup = lookup_at(noon + i * 1min);
      lookup.contact = person.id;
      run(store->lookups().save(account, {lookup}));
    }
  }
  auto& lookups = store->lookups();
  EXPECT_EQ(run(lookups.forget(shop, noon, 10)), 0U);
  EXPECT_EQ(run(lookups.forget(shop, noon + 2min, 1)), 1U);
  EXPECT_EQ(run(lookups.forget(shop, noon + 2min, 10)), 1U);
  EXPECT_EQ(run(store->customer_files().timeline(shop, 17, std::nullopt, 10)).size(), 1U);
  EXPECT_EQ(run(store->customer_files().timeline(other_shop, 27, std::nullopt, 10)).size(), 3U);
}

TEST_P(StoreConformance, lookups_go_with_their_account) {
  write([&](app::Tables& tables) { ASSERT_TRUE(tables.accounts.insert(sample_account(shop), 0)); });
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  run(store->lookups().save(shop, {lookup_at(noon)}));
  write([&](app::Tables& tables) { EXPECT_TRUE(tables.accounts.remove(shop)); });
  EXPECT_TRUE(run(store->customer_files().timeline(shop, 7, std::nullopt, 10)).empty());
}

}  // namespace kassabro::store::conformance
