#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

inline app::Job sample_job(app::AccountId account, const std::string& kind = "mirror") {
  app::Job job;
  job.account = account;
  job.kind = kind;
  job.state = app::JobState::running;
  job.cursor = "7";
  job.done = 600;
  job.faults = 2;
  job.started_at = job.updated_at = noon;
  return job;
}

TEST_P(StoreConformance, a_job_is_one_of_its_kind_and_account_and_survives_a_restart) {
  auto job = sample_job(shop);
  write([&](app::Tables& tables) {
    EXPECT_FALSE(tables.jobs.find(shop, "mirror"));
    tables.jobs.save(sample_job(shop));
    tables.jobs.save(sample_job(shop, "import"));
    tables.jobs.save(sample_job(other_shop));
  });
  job.state = app::JobState::failed;
  job.cursor = "8";
  job.total = 900;
  job.reason = "no answer";
  job.updated_at = noon + 1min;
  job.finished_at = noon + 1min;
  write([&](app::Tables& tables) {
    tables.jobs.save(job);
    EXPECT_EQ(tables.jobs.find(shop, "mirror"), job);
  });
  store->reopen();
  EXPECT_EQ(run(store->jobs().find(shop, "mirror")), job);
  EXPECT_FALSE(run(store->jobs().find(shop, "history")));
  const auto mine = run(store->jobs().list(shop));
  ASSERT_EQ(mine.size(), 2U);
  EXPECT_EQ(mine[0].kind, "import");
  EXPECT_EQ(mine[1], job);
  EXPECT_EQ(run(store->jobs().list(std::nullopt)).size(), 3U);
  const auto runnable = run(store->jobs().list_runnable());
  ASSERT_EQ(runnable.size(), 2U) << "what has failed waits for a person";
  EXPECT_EQ(runnable[0].kind, "import");
  EXPECT_EQ(runnable[1].account, other_shop);
  EXPECT_EQ(run(store->jobs().list_between(shop, shop)).size(), 2U);
  EXPECT_EQ(run(store->jobs().list_between(shop, other_shop)).size(), 3U);
}

TEST_P(StoreConformance, a_step_adds_to_its_job_and_leaves_the_state_to_people) {
  auto job = sample_job(shop);
  job.state = app::JobState::paused;
  job.request = R"({"from":"2026-01-01"})";
  job.active = 5s;
  write([&](app::Tables& tables) {
    tables.jobs.save(job);
    tables.jobs.advance(shop, "mirror", {"9", 10, 700, 1, "slow", R"({"told":10})"}, noon + 1min);
    tables.jobs.advance(shop, "mirror", {}, noon + 2min);
    tables.jobs.advance(shop, "other", {"9", 10, 700, 1, "slow", "{}"}, noon);
  });
  job.cursor = "9";
  job.done = 610;
  job.total = 700;
  job.faults = 3;
  job.reason = "slow";
  job.report = R"({"told":10})";
  job.updated_at = noon + 2min;
  EXPECT_EQ(run(store->jobs().find(shop, "mirror")), job);
  EXPECT_EQ(run(store->jobs().list(std::nullopt)).size(), 1U);
}

TEST_P(StoreConformance, past_orders_are_told_one_of_each_customer_the_oldest_first) {
  write([&](app::Tables& tables) {
    for (const auto& [contact, id, at] : {std::tuple{8, "20", noon}, std::tuple{7, "11", noon + 1h}, std::tuple{7, "10", noon},
                                          std::tuple{7, "10", noon}, std::tuple{9, "30", noon}})
      tables.history.add(shop, {contact, id, at});
    tables.history.add(other_shop, {7, "99", noon});
    tables.history.mark(shop, {8, "20", noon, true});
  });
  using app::PastOrder;
  EXPECT_EQ(run(store->history().count(shop, 100)), 4U);
  EXPECT_EQ(run(store->history().count(shop, 2)), 2U);
  EXPECT_EQ(run(store->history().list_round(shop, 0, 2)), (std::vector<PastOrder>{{7, "10", noon}, {8, "20", noon, true}}));
  EXPECT_EQ(run(store->history().list_round(shop, 8, 2)), (std::vector<PastOrder>{{9, "30", noon}}));
  write([&](app::Tables& tables) {
    tables.history.remove(shop, {7, "10", noon});
    tables.history.mark(shop, {8, "20", noon, false});
  });
  EXPECT_EQ(run(store->history().list_round(shop, 0, 2)), (std::vector<PastOrder>{{7, "11", noon + 1h}, {8, "20", noon}}));
  write([&](app::Tables& tables) { tables.accounts.remove(shop); });
  EXPECT_EQ(run(store->history().count(shop, 100)), 0U);
  EXPECT_EQ(run(store->history().count(other_shop, 100)), 1U);
}

TEST_P(StoreConformance, a_job_goes_with_the_transaction_that_did_its_work) {
  run(store->unit().run(app::no_account_yet, [&](app::Tables& tables) {
    tables.jobs.save(sample_job(shop));
    return false;
  }));
  EXPECT_FALSE(run(store->jobs().find(shop, "mirror")));
}

TEST_P(StoreConformance, links_are_found_by_the_platforms_ids_within_the_account) {
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  ASSERT_TRUE(insert(shop, sample_contact(8, "bo")));
  ASSERT_TRUE(insert(other_shop, sample_contact(9, "cia")));
  write([&](app::Tables& tables) {
    tables.contacts.save_link(shop, 7, {99, true, noon});
    tables.contacts.save_link(shop, 8, {0, false, noon});
    tables.contacts.save_link(other_shop, 9, {98, false, noon});
  });
  const auto links = run(store->links().list(shop, {97, 98, 99, 0}));
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].link.remote_id, 99);
  EXPECT_EQ(links[0].contact, 7);
  EXPECT_TRUE(links[0].link.blocked);
  EXPECT_EQ(links[0].link.checked_at, noon);
}

TEST_P(StoreConformance, of_two_contacts_with_one_link_the_one_read_last_counts) {
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  ASSERT_TRUE(insert(shop, sample_contact(8, "bo")));
  write([&](app::Tables& tables) {
    tables.contacts.save_link(shop, 7, {99, false, noon});
    tables.contacts.save_link(shop, 8, {99, false, noon + 1h});
  });
  const auto links = run(store->links().list(shop, {99}));
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].link.checked_at, noon + 1h);
}

}  // namespace kassabro::store::conformance
