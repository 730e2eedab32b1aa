#pragma once

#include "store/conformance/webhooks.hpp"

namespace kassabro::store::conformance {

inline constexpr app::EndpointKey sample_key{1, 5};

inline app::SendingEnd ended(const app::SendingJob& job, app::SendingState state, Timestamp at) {
  app::SendingEnd end;
  end.job = job;
  end.state = state;
  end.attempts = job.attempts + 1;
  end.not_before = at + 5s;
  end.status = state == app::SendingState::delivered ? 204 : 500;
  end.reason = state == app::SendingState::delivered ? "" : "It answered 500.";
  end.tried = app::SendingTry{0, at, 12ms, end.status, end.reason, "o\nk"};
  return end;
}

// One endpoint of the shop, and a message to it for each of these times.
inline void tell_at(app::Tables& tables, std::initializer_list<Timestamp> times) {
  tables.endpoints.insert(sample_endpoint(sample_key.account, sample_key.endpoint));
  for (const auto at : times) tables.messages.tell(message_at(sample_key.account, at));
}

TEST_P(StoreConformance, what_is_due_is_leased_to_one_and_settled_with_its_try) {
  write([](app::Tables& tables) { tell_at(tables, {noon, noon + 1s}); });
  auto& queue = store->sendings();
  EXPECT_TRUE(run(queue.list_due(noon - 1s)).empty());
  EXPECT_EQ(run(queue.list_due(noon)), std::vector{sample_key});
  const auto leased = run(queue.lease(sample_key, {noon, noon + 60s, 8, 1}));
  ASSERT_TRUE(leased.endpoint);
  ASSERT_EQ(leased.jobs.size(), 1U) << "the other one is not due";
  EXPECT_EQ(leased.jobs[0].payload, R"({"type":"order.completed"})");
  EXPECT_EQ(leased.jobs[0].leased_until, noon + 60s);
  EXPECT_TRUE(run(queue.lease(sample_key, {noon, noon + 60s, 8, 1})).jobs.empty());
  EXPECT_TRUE(run(queue.list_due(noon)).empty());

  run(queue.settle({sample_key, {ended(leased.jobs[0], app::SendingState::pending, noon)}, {}, {}}, noon));
  auto file = run(store->messages().find(shop, leased.jobs[0].message));
  EXPECT_EQ(file->sendings[0].row.state, app::SendingState::pending);
  EXPECT_EQ(file->sendings[0].row.not_before, noon + 5s);
  EXPECT_EQ(file->sendings[0].row.attempts, 1);
  EXPECT_EQ(file->sendings[0].row.last_status, 500);
  EXPECT_FALSE(file->sendings[0].row.finished_at);

  const auto again = run(queue.lease(sample_key, {noon + 5s, noon + 65s, 1, 1}));
  ASSERT_EQ(again.jobs.size(), 1U);
  const auto next = run(queue.lease(sample_key, {noon + 5s, noon + 65s, 8, 1}));
  for (const auto& job : {again.jobs.at(0), next.jobs.at(0)})
    run(queue.settle({sample_key, {ended(job, app::SendingState::delivered, noon + 6s)}, {}, {}}, noon + 6s));
  EXPECT_TRUE(run(queue.list_due(noon + 24h)).empty());
  file = run(store->messages().find(shop, leased.jobs[0].message));
  EXPECT_EQ(file->sendings[0].row.state, app::SendingState::delivered);
  EXPECT_EQ(file->sendings[0].row.finished_at, noon + 6s);
  ASSERT_EQ(file->sendings[0].tries.size(), 2U);
  EXPECT_EQ(file->sendings[0].tries[0], (app::SendingTry{1, noon, 12ms, 500, "It answered 500.", "o\nk"}));
  EXPECT_EQ(file->sendings[0].tries[1].number, 2);
}

TEST_P(StoreConformance, a_lease_that_has_ended_settles_nothing_but_what_was_tried_is_kept) {
  write([](app::Tables& tables) { tell_at(tables, {noon}); });
  auto& queue = store->sendings();
  const auto lost = run(queue.lease(sample_key, {noon, noon + 60s, 8, 1}));
  const auto won = run(queue.lease(sample_key, {noon + 60s, noon + 120s, 8, 1}));
  ASSERT_EQ(won.jobs.size(), 1U);
  run(queue.settle({sample_key, {ended(lost.jobs[0], app::SendingState::failed, noon + 61s)}, {}, {}}, noon + 61s));
  auto file = run(store->messages().find(shop, won.jobs[0].message));
  EXPECT_EQ(file->sendings[0].row.state, app::SendingState::pending);
  EXPECT_EQ(file->sendings[0].tries.size(), 1U);
  run(queue.settle({sample_key, {ended(won.jobs[0], app::SendingState::delivered, noon + 62s)}, {}, {}}, noon + 62s));
  file = run(store->messages().find(shop, won.jobs[0].message));
  EXPECT_EQ(file->sendings[0].row.state, app::SendingState::delivered);
}

TEST_P(StoreConformance, what_a_wrong_clock_has_put_off_for_days_is_due) {
  write([](app::Tables& tables) { tell_at(tables, {noon + 24h * 365}); });
  EXPECT_EQ(run(store->sendings().list_due(noon)), std::vector{sample_key});
  EXPECT_EQ(run(store->sendings().lease(sample_key, {noon, noon + 60s, 8, 1})).jobs.size(), 1U);
}

TEST_P(StoreConformance, an_endpoint_s_health_is_kept_and_it_can_be_disabled_with_what_was_settled) {
  ASSERT_TRUE(attempt([&](app::Tables& tables) { return tables.accounts.insert(sample_account(shop), 0); }));
  write([](app::Tables& tables) { tell_at(tables, {noon, noon, noon}); });
  auto& queue = store->sendings();
  const auto leased = run(queue.lease(sample_key, {noon, noon + 60s, 1, 1}));
  const app::EndpointHealth failing{noon, noon, std::nullopt};
  run(queue.settle({sample_key, {ended(leased.jobs[0], app::SendingState::pending, noon)}, failing, {}}, noon));
  EXPECT_EQ(run(store->messages().find_endpoint(shop, 5))->health, failing);
  EXPECT_EQ(run(queue.count_failing()), 1U);
  const auto next = run(queue.lease(sample_key, {noon, noon + 60s, 8, 1}));
  EXPECT_EQ(next.jobs.size(), 1U) << "one at a time, for it is failing";
  run(queue.settle({sample_key, {}, {}, app::Disabled::gone}, noon + 1s));
  EXPECT_EQ(run(store->messages().find_endpoint(shop, 5))->disabled, app::Disabled::gone);
  EXPECT_EQ(run(queue.count_failing()), 0U);
  EXPECT_TRUE(run(store->accounts().find(shop))->told_types.empty());
  EXPECT_TRUE(run(queue.lease(sample_key, {noon, noon + 60s, 8, 1})).endpoint->disabled) << "whoever leases sees it";
}

TEST_P(StoreConformance, of_an_endpoint_that_is_gone_what_waits_can_be_given_up) {
  write([](app::Tables& tables) {
    tell_at(tables, {noon});
    tables.endpoints.remove(1, 5);
  });
  auto& queue = store->sendings();
  EXPECT_EQ(run(queue.list_due(noon)), std::vector{sample_key});
  const auto leased = run(queue.lease(sample_key, {noon, noon + 60s, 8, 1}));
  EXPECT_FALSE(leased.endpoint);
  auto end = ended(leased.jobs.at(0), app::SendingState::failed, noon);
  end.tried.reset();
  run(queue.settle({sample_key, {end}, {}, {}}, noon));
  EXPECT_TRUE(run(queue.list_due(noon + 24h)).empty());
  write([](app::Tables& tables) {
    EXPECT_EQ(tables.messages.forget_sendings(1, 5, 10), 1U);
    EXPECT_EQ(tables.messages.forget_sendings(1, 5, 10), 0U);
  });
}

TEST_P(StoreConformance, what_was_settled_is_sent_again_when_somebody_asks) {
  write([](app::Tables& tables) { tell_at(tables, {noon, noon + 1h}); });
  auto& queue = store->sendings();
  const auto leased = run(queue.lease(sample_key, {noon + 1h, noon + 2h, 8, 1}));
  ASSERT_EQ(leased.jobs.size(), 2U);
  std::vector<app::SendingEnd> ends;
  for (const auto& job : leased.jobs) ends.push_back(ended(job, app::SendingState::failed, noon + 1h));
  run(queue.settle({sample_key, ends, {}, {}}, noon + 1h));
  app::SendingFilter failed;
  failed.state = app::SendingState::failed;
  EXPECT_EQ(run(store->messages().list(shop, failed)).size(), 2U);
  write([&](app::Tables& tables) {
    EXPECT_FALSE(tables.messages.replay(other_shop, leased.jobs[0].message, std::nullopt, noon + 2h));
    EXPECT_EQ(tables.messages.recover(shop, 5, noon + 30min, 10, noon + 2h), 1U);
    EXPECT_EQ(tables.messages.recover(shop, 5, noon + 30min, 10, noon + 2h), 0U) << "it is on its way";
    EXPECT_EQ(tables.messages.replay(shop, leased.jobs[0].message, std::nullopt, noon + 2h), 1U);
  });
  const auto rows = run(store->messages().list(shop, {}));
  ASSERT_EQ(rows.size(), 2U);
  for (const auto& row : rows) {
    EXPECT_EQ(row.state, app::SendingState::pending);
    EXPECT_EQ(row.attempts, 0);
    EXPECT_EQ(row.not_before, noon + 2h);
    EXPECT_FALSE(row.finished_at);
  }
}

TEST_P(StoreConformance, sendings_are_listed_newest_first_page_by_page_and_filtered) {
  write([](app::Tables& tables) {
    tell_at(tables, {noon});
    tables.endpoints.insert(sample_endpoint(1, 6, only(app::MessageType::consent_changed)));
    auto consent = message_at(1, noon + 1s);
    consent.type = app::MessageType::consent_changed;
    tables.messages.tell(consent);
    tables.messages.tell(message_at(1, noon + 2s));
  });
  app::SendingFilter filter;
  filter.count_max = 3;
  const auto first = run(store->messages().list(shop, filter));
  ASSERT_EQ(first.size(), 3U);
  EXPECT_EQ(first[0].created_at, noon + 2s);
  EXPECT_EQ(first[1].endpoint, 6);
  EXPECT_EQ(first[2].endpoint, 5);
  filter.before = app::SendingPlace{first[2].message, first[2].endpoint};
  const auto rest = run(store->messages().list(shop, filter));
  ASSERT_EQ(rest.size(), 1U);
  EXPECT_EQ(rest[0].created_at, noon);
  app::SendingFilter of_one;
  of_one.endpoint = 6;
  EXPECT_EQ(run(store->messages().list(shop, of_one)).size(), 1U);
  app::SendingFilter of_type;
  of_type.type = app::MessageType::consent_changed;
  EXPECT_EQ(run(store->messages().list(shop, of_type)).size(), 2U);
  EXPECT_TRUE(run(store->messages().list(other_shop, {})).empty());
}

}  // namespace kassabro::store::conformance
