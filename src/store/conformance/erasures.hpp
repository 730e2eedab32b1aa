#pragma once

#include "store/conformance/bonus.hpp"

namespace kassabro::store::conformance {

TEST_P(StoreConformance, a_removed_person_leaves_no_row_and_takes_nobody_elses) {
  for (const auto account : {shop, other_shop}) ASSERT_TRUE(insert(account, sample_contact(account * 10 + 7)));
  ASSERT_TRUE(insert(shop, sample_contact(8, "bo")));
  auto order = sample_order("L1");
  order.contact = 17;
  write([&](app::Tables& tables) {
    for (const domain::ContactId id : {17, 8}) {
      const auto person = id == 17 ? sample_contact(17) : sample_contact(8, "bo");
      tables.contacts.record_change(shop, person, {}, noon);
      tables.contacts.record_consent(shop, person, {.email = true}, {}, noon);
      tables.bonus.save(shop, id, full_check("1"), noon);
      tables.bonus.record(shop, id, {"1", domain::BonusEntryKind::issued, 1, 1, {}, {}}, {}, noon);
      tables.deliveries.enqueue(sample_delivery(shop, id, id * 100), noon);
    }
    tables.orders.save(shop, {order, true}, noon);
  });
  for (const domain::ContactId id : {17, 8}) run(store->memory().save(shop, app::order_step_fact(id), "tags L1"));
  app::RemovedPerson removed;
  write([&](app::Tables& tables) { removed = tables.erasures.remove_person(shop, sample_contact(17)); });
  EXPECT_EQ(removed.order_ids, std::vector<std::string>{"L1"});
  EXPECT_FALSE(removed.has_leased_delivery);
  for (const auto* what : {"contact", "changes", "consents", "bonus_checks", "bonus_entries", "deliveries"})
    EXPECT_EQ(removed.removed.at(what), 1) << what;
  EXPECT_EQ(removed.removed.at("keys"), 2);
  EXPECT_FALSE(stored(shop, 17));
  EXPECT_FALSE(run(store->memory().find(shop, app::order_step_fact(17))));
  EXPECT_TRUE(run(store->memory().find(shop, app::order_step_fact(8))));
  EXPECT_EQ(owner_of(shop, domain::KeyKind::email, "anna@shop.se"), 0);
  EXPECT_TRUE(stored(other_shop, 27));
  EXPECT_TRUE(run(store->customer_files().timeline(shop, 17, std::nullopt, 10)).size() == 1)
      << "the order, which is not its business";
  EXPECT_EQ(run(store->customer_files().timeline(shop, 8, std::nullopt, 10)).size(), 4U);
}

TEST_P(StoreConformance, a_certificate_comes_back_as_it_was_saved) {
  app::Erasure erasure;
  erasure.id = 5;
  erasure.account = shop;
  erasure.contact = 7;
  erasure.at = noon;
  erasure.author = "pages";
  erasure.removed = {{"contact", 1}};
  erasure.kept = {{"orders", 3}};
  erasure.remote = app::RemoteErasure::waiting;
  erasure.remote_id = 99;
  erasure.remote_not_before = erasure.remote_settled_at = noon + 1s;
  erasure.place = app::SourcePlace{app::ErasureSource::import_rows, 3, 4};
  erasure.traces = app::traces_of(sample_contact(7), {"L1"});
  erasure.traces.former_keys = {{domain::KeyKind::email, "maiden@shop.se"}};
  erasure.traces.personal_number = "199001012384";
  write([&](app::Tables& tables) { tables.erasures.save(erasure); });
  auto& reader = store->erasures();
  EXPECT_EQ(run(reader.find(shop, 5)), erasure);
  EXPECT_EQ(run(reader.list_open(shop, 10)), std::vector{erasure});
  EXPECT_FALSE(run(reader.find(other_shop, 5)));
  erasure.place.reset();
  erasure.traces = {};
  erasure.remote_id.reset();
  erasure.remote_problem = "Rule is down.";
  erasure.finished_at = noon + 2s;
  write([&](app::Tables& tables) {
    tables.erasures.save(erasure);
    EXPECT_EQ(tables.erasures.find(shop, 5), erasure);
  });
  store->reopen();
  EXPECT_EQ(run(store->erasures().list(shop, 10)), std::vector{erasure});
  EXPECT_TRUE(run(store->erasures().list_open(shop, 10)).empty());
}

TEST_P(StoreConformance, what_came_in_is_read_on_by_its_place_and_removed_by_it) {
  write([&](app::Tables& tables) {
    for (const auto* body : {"1", "2", "3"}) tables.inbox.save(shop, "sitoo_v1", body, noon);
    tables.inbox.save(other_shop, "sitoo_v1", "other", noon);
    tables.quarantine.save(shop, "sitoo_events", "why", "broken", noon);
  });
  auto& reader = store->erasures();
  const auto first = run(reader.read_source(shop, {}, 2));
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[1].text, "2");
  const auto rest = run(reader.read_source(shop, first[1].place, 2));
  ASSERT_EQ(rest.size(), 1U);
  EXPECT_EQ(rest[0].text, "3");
  const auto broken = run(reader.read_source(shop, {app::ErasureSource::quarantine, 0, 0}, 2));
  ASSERT_EQ(broken.size(), 1U);
  EXPECT_EQ(broken[0].text, "broken");
  EXPECT_EQ(broken[0].reason, "why");
  EXPECT_EQ(broken[0].sender, "sitoo_events");
  EXPECT_EQ(broken[0].received_at, noon);
  EXPECT_EQ(rest[0].sender, "sitoo_v1");
  EXPECT_EQ(rest[0].received_at, noon);
  EXPECT_TRUE(run(reader.read_source(shop, {app::ErasureSource::import_rows, 0, 0}, 2)).empty());
  write([&](app::Tables& tables) {
    EXPECT_EQ(tables.erasures.remove_rows(shop, {first[0].place, broken[0].place}), 2U);
    EXPECT_EQ(tables.erasures.remove_rows(other_shop, {rest[0].place}), 0U);
  });
  EXPECT_EQ(run(reader.read_source(shop, {}, 10)).size(), 2U);
  EXPECT_EQ(run(reader.read_source(other_shop, {}, 10)).size(), 1U);
}

}  // namespace kassabro::store::conformance
