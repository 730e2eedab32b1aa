#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

using app::OrderFetchState;

class InboundConformance : public StoreConformance {
 protected:
  void request(app::AccountId account, const std::string& order_id, Timestamp at = noon, std::int64_t eshop_id = 1,
               const Trace& trace = {}) {
    write([&](app::Tables& tables) { tables.order_fetches.request(account, eshop_id, order_id, at, trace); });
  }

  std::vector<std::string> take(app::AccountId account, Timestamp now, std::size_t count_max = 100) {
    std::vector<std::string> ids;
    taken = run(store->order_fetches().take(account, now, count_max));
    for (const auto& fetch : taken) ids.push_back(fetch.order_id);
    return ids;
  }

  void settle(const app::OrderFetch& fetch, OrderFetchState state, Timestamp not_before = noon, const std::string& reason = "",
              const std::string& quarantined = "") {
    run(store->order_fetches().settle({{fetch, state, not_before, reason, quarantined}}, noon + 1s));
  }

  app::OrderFetchRow row(const std::string& order_id) {
    for (auto& each : run(store->order_fetches().list({})))
      if (each.fetch.order_id == order_id) return each;
    ADD_FAILURE() << "Order " << order_id << " was never requested.";
    return {};
  }

  std::vector<app::OrderFetch> taken;
};

using Ids = std::vector<std::string>;

TEST_P(InboundConformance, an_event_is_new_once_in_each_account) {
  const auto add = [&](app::AccountId account, const std::string& id) {
    bool is_new = false;
    write([&](app::Tables& tables) { is_new = tables.events.add(account, {id, "order", 1, "5"}, noon); });
    return is_new;
  };
  EXPECT_TRUE(add(shop, "a"));
  EXPECT_FALSE(add(shop, "a"));
  EXPECT_TRUE(add(other_shop, "a"));
  store->reopen();
  EXPECT_FALSE(add(shop, "a"));
}

TEST_P(InboundConformance, orders_are_taken_longest_due_first_and_taking_changes_nothing) {
  request(shop, "3", noon + 2s);
  request(shop, "1", noon + 1s);
  request(shop, "2", noon);
  EXPECT_EQ(take(shop, noon + 5s), (Ids{"2", "1", "3"}));
  EXPECT_EQ(take(shop, noon + 5s, 2), (Ids{"2", "1"}));
  EXPECT_EQ(take(shop, noon + 1s), (Ids{"2", "1"}));
  EXPECT_EQ(taken.front().asked, 1);
  EXPECT_EQ(taken.front().attempts, 0);
}

TEST_P(InboundConformance, an_order_belongs_to_the_trace_of_who_asked_last) {
  auto first = next_span({});
  first.state = "foo=1";
  request(shop, "1", noon, 1, first);
  request(shop, "2");
  store->reopen();
  ASSERT_EQ(take(shop, noon).size(), 2U);
  EXPECT_EQ(taken[0].order_id == "1" ? taken[0].trace : taken[1].trace, first);
  EXPECT_FALSE(row("2").fetch.trace.has_begun());
  const auto second = next_span({});
  request(shop, "1", noon + 1s, 1, second);
  EXPECT_EQ(row("1").fetch.trace, second);
}

TEST_P(InboundConformance, a_batch_is_of_one_eshop) {
  request(shop, "1", noon, 1);
  request(shop, "2", noon + 1s, 2);
  request(shop, "3", noon + 2s, 1);
  EXPECT_EQ(take(shop, noon + 5s), (Ids{"1", "3"}));
  for (const auto& fetch : taken) settle(fetch, OrderFetchState::done);
  EXPECT_EQ(take(shop, noon + 5s), Ids{"2"});
  EXPECT_EQ(taken.front().eshop_id, 2);
}

TEST_P(InboundConformance, an_order_that_failed_goes_alone) {
  for (const char* id : {"1", "2", "3"}) request(shop, id);
  take(shop, noon);
  auto failed = taken.front();
  failed.attempts = 1;
  settle(failed, OrderFetchState::pending, noon - 1s, "500");
  EXPECT_EQ(take(shop, noon), Ids{failed.order_id});
  settle(taken.front(), OrderFetchState::pending, noon + 1s, "500");
  EXPECT_EQ(take(shop, noon + 1s).size(), 2U) << "and the others go without it";
}

TEST_P(InboundConformance, a_request_while_an_order_is_under_way_keeps_it_pending) {
  request(shop, "1");
  take(shop, noon);
  request(shop, "1", noon + 1s);
  settle(taken.front(), OrderFetchState::done);
  EXPECT_EQ(row("1").state, OrderFetchState::pending);
  EXPECT_EQ(take(shop, noon + 1s), Ids{"1"});
  EXPECT_EQ(taken.front().asked, 2);
  settle(taken.front(), OrderFetchState::done);
  EXPECT_EQ(row("1").state, OrderFetchState::done);
  EXPECT_TRUE(take(shop, noon + 1h).empty());
}

TEST_P(InboundConformance, a_new_request_revives_what_was_done_or_parked) {
  request(shop, "1");
  request(shop, "2");
  take(shop, noon);
  auto parked = taken.at(1);
  parked.attempts = 10;
  settle(taken.at(0), OrderFetchState::done);
  settle(parked, OrderFetchState::parked, noon, "unknown");
  EXPECT_TRUE(take(shop, noon + 1h).empty());
  EXPECT_EQ(row(parked.order_id).reason, "unknown");
  request(shop, "1", noon + 1min);
  request(shop, "2", noon + 1min);
  EXPECT_EQ(take(shop, noon + 1min).size(), 2U);
  for (const auto& fetch : taken) EXPECT_EQ(fetch.attempts, 0);
  EXPECT_EQ(row("2").reason, "");
}

TEST_P(InboundConformance, what_waits_says_until_when) {
  EXPECT_FALSE(run(store->order_fetches().next_due()));
  EXPECT_TRUE(run(store->order_fetches().list_due_accounts(noon)).empty());
  request(shop, "1", noon + 1min);
  request(other_shop, "1", noon + 2min);
  EXPECT_EQ(run(store->order_fetches().next_due()), noon + 1min);
  EXPECT_EQ(run(store->order_fetches().list_due_accounts(noon + 1min)), std::vector<app::AccountId>{shop});
  EXPECT_EQ(run(store->order_fetches().list_due_accounts(noon + 2min)), (std::vector<app::AccountId>{shop, other_shop}));
}

TEST_P(InboundConformance, what_a_clock_that_was_ahead_has_put_off_is_due_and_nothing_else) {
  request(shop, "1", noon + 24h);
  request(shop, "2");
  take(shop, noon);
  settle(taken.front(), OrderFetchState::pending, noon + 5min, "503");
  EXPECT_EQ(run(store->order_fetches().forget_later_clock(noon + 1min)), 1U);
  EXPECT_EQ(take(shop, noon + 1min), Ids{"1"});
}

TEST_P(InboundConformance, rows_are_listed_by_account_and_state_and_replayed) {
  request(shop, "1");
  request(shop, "2");
  request(other_shop, "1");
  take(shop, noon);
  settle(taken.at(0), OrderFetchState::parked, noon, "bad");
  EXPECT_EQ(run(store->order_fetches().list({shop, OrderFetchState::parked})).size(), 1U);
  EXPECT_EQ(run(store->order_fetches().list({shop, std::nullopt})).size(), 2U);
  EXPECT_EQ(run(store->order_fetches().list({std::nullopt, OrderFetchState::pending})).size(), 2U);
  EXPECT_EQ(run(store->order_fetches().list({std::nullopt, std::nullopt, 1})).size(), 1U);
  EXPECT_EQ(run(store->order_fetches().replay_parked(other_shop, noon)), 0U);
  EXPECT_EQ(run(store->order_fetches().replay_parked(std::nullopt, noon)), 1U);
  EXPECT_EQ(run(store->order_fetches().list({shop, OrderFetchState::pending})).size(), 2U);
  EXPECT_EQ(run(store->order_fetches().replay(shop, {"1", "9"}, noon + 1min)), 1U);
  settle(taken.at(0), OrderFetchState::done);
  EXPECT_EQ(row(taken.at(0).order_id).state, OrderFetchState::pending) << "a replay is a request";
}

TEST_P(InboundConformance, what_cannot_be_read_is_kept_byte_by_byte) {
  const std::string bytes("\xFF\x00{", 3);
  write([&](app::Tables& tables) {
    tables.quarantine.save(shop, "sitoo_events", "no JSON", bytes, noon);
    tables.quarantine.save(other_shop, "sitoo_events", "no JSON", "x", noon);
  });
  request(shop, "1");
  take(shop, noon);
  settle(taken.front(), OrderFetchState::parked, noon, "orderdate: no date", R"({"orderid":1})");
  store->reopen();
  const auto rows = run(store->quarantine().list(shop, 10));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].body, R"({"orderid":1})");
  EXPECT_EQ(rows[0].reason, "orderdate: no date");
  EXPECT_EQ(rows[0].source, app::order_source_name);
  EXPECT_EQ(rows[1].body, bytes);
  EXPECT_EQ(rows[1].source, "sitoo_events");
  EXPECT_EQ(rows[1].received_at, noon);
  EXPECT_EQ(run(store->quarantine().list(std::nullopt, 2)).size(), 2U);
}

TEST_P(InboundConformance, an_outdated_verdict_puts_nothing_in_quarantine) {
  request(shop, "1");
  take(shop, noon);
  request(shop, "1", noon + 1s);
  settle(taken.front(), OrderFetchState::parked, noon, "bad", "{}");
  EXPECT_TRUE(run(store->quarantine().list(shop, 10)).empty());
}

}  // namespace kassabro::store::conformance
