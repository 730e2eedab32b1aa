#include "jobs/order_fetcher.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "testing/fake_order_source.hpp"
#include "testing/fickle_unit.hpp"
#include "testing/shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using app::OrderFetchState;
using app::SourceErrorKind;
using testing::noon;
using testing::run;

// "no order" is one that cannot be read; anything else is an order of that id.
Result<domain::Order> parse(const app::Account&, std::string_view text) {
  if (text == "no order") return fail(invalid("orderdate", "This is not a date."));
  auto order = testing::sample_order(std::string(text));
  if (text == "lopsided") order.lines[0].quantity = 0;
  order.email = "anna@shop.se";
  return order;
}

class OrderFetcherTest : public testing::Shop {
 protected:
  ~OrderFetcherTest() override {
    fetcher.stop();
    context.run();
  }

  void request(const std::string& order_id, std::int64_t eshop_id = 1, const Trace& trace = {}) {
    file.write([&](app::Tables& tables) { tables.order_fetches.request(account.id, eshop_id, order_id, clock.now(), trace); });
  }
  void request_known(const std::string& order_id) {
    source.orders[order_id] = order_id;
    request(order_id);
  }

  std::size_t step() { return run(fetcher.run_once()); }
  // Steps, with the time that passes between them, until nothing is pending.
  int step_until_settled(std::chrono::milliseconds between) {
    int steps = 0;
    while (run(file->order_fetches().next_due()) && steps < 10'000) {
      step();
      clock.advance(between);
      ++steps;
    }
    return steps;
  }

  app::OrderFetchRow row(const std::string& order_id) {
    for (auto& each : run(file->order_fetches().list({})))
      if (each.fetch.order_id == order_id) return each;
    return {};
  }
  std::size_t outcomes(std::string_view outcome) const { return static_cast<std::size_t>(std::ranges::count(seen, outcome)); }

  boost::asio::io_context context;
  testing::FakeOrderSource source;
  app::AccountRegistry accounts{file->accounts()};
  testing::FickleUnit unit{file->unit_of_work()};
  app::AcceptOrders accept_orders{unit, clock};
  std::string unstorable;
  std::string buggy;
  std::vector<std::string> seen;
  int lines = 0;
  std::vector<std::string> alerts;
  OrderFetcher fetcher{context,
                       {file->order_fetches(), accounts, source, accept_orders, clock,
                        [this](const app::Account& of, std::string_view text) {
                          unit.refuses_next = text == unstorable;
                          if (text == buggy) throw std::logic_error("a bug");
                          return parse(of, text);
                        }},
                       {},
                       {[this](const FetchAttempt& attempt) {
                          seen.insert(seen.end(), attempt.orders, std::string(attempt.outcome));
                          ++lines;
                        },
                        [this](app::AccountId, const std::string& text) { alerts.push_back(text); }}};
};

TEST_F(OrderFetcherTest, what_waits_is_fetched_when_the_clock_is_set_back) {
  EXPECT_EQ(step(), 0U);
  clock.advance(24h);
  request_known("1");
  source.fail_with(SourceErrorKind::rate_limited, clock.now() + 10min);
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(step(), 0U);
  clock.set(noon);
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(row("1").state, OrderFetchState::done);
}

TEST_F(OrderFetcherTest, orders_of_one_shop_are_fetched_in_one_call_and_accepted) {
  for (const char* id : {"1", "2", "3"}) request_known(id);
  EXPECT_EQ(step(), 3U);
  EXPECT_EQ(source.asked.size(), 1U);
  EXPECT_EQ(count("orders"), 3);
  EXPECT_EQ(file.count("SELECT count(*) FROM inbox WHERE source = 'sitoo_rest' AND body = '1'"), 1);
  EXPECT_EQ(row("1").state, OrderFetchState::done);
  EXPECT_EQ(outcomes("fetched"), 3U);
  EXPECT_EQ(waiting(), std::vector(3, app::DeliveryKind::order_completed));
  EXPECT_EQ(step(), 0U);
}

TEST_F(OrderFetcherTest, a_trace_goes_on_to_the_source_and_to_what_is_told_of_the_order) {
  const auto asked = next_span({});
  source.orders["1"] = "1";
  request("1", 1, asked);
  EXPECT_EQ(step(), 1U);
  ASSERT_EQ(source.traces.size(), 1U);
  EXPECT_EQ(source.traces[0].id_low, asked.id_low);
  EXPECT_NE(source.traces[0].span, asked.span);
  auto deliveries = run(file->deliveries().list({}));
  ASSERT_EQ(deliveries.size(), 1U);
  EXPECT_EQ(deliveries[0].delivery.trace, source.traces[0]);
  request_known("2");  // of nobody's call
  EXPECT_EQ(step(), 1U);
  EXPECT_TRUE(source.traces.at(1).has_begun());
}

TEST_F(OrderFetcherTest, another_eshop_is_another_call_and_a_hundred_orders_are_the_most) {
  for (int i = 1; i <= 150; ++i) request_known(std::to_string(i));
  source.orders["1000"] = "1000";
  request("1000", 2);
  EXPECT_EQ(step_until_settled(1ms), 3);
  EXPECT_EQ(source.asked.at(0).size(), 100U);
  EXPECT_EQ(count("orders"), 151);
}

TEST_F(OrderFetcherTest, a_till_that_writes_waits_for_eight_orders_at_the_most) {
  for (int i = 1; i <= 20; ++i) request_known(std::to_string(i));
  EXPECT_EQ(step(), 20U);
  EXPECT_EQ(unit.at_once_most, 8) << "some share a commit";
  EXPECT_EQ(outcomes("fetched"), 20U);
}

TEST_F(OrderFetcherTest, after_an_order_that_the_store_does_not_take_the_rest_is_put_back) {
  for (int i = 10; i < 30; ++i) request_known(std::to_string(i));
  unstorable = "12";
  EXPECT_THROW(step(), InfrastructureFailure);
  EXPECT_EQ(count("orders"), 7) << "those that were handed over with it";
  EXPECT_EQ(row("12").fetch.attempts, 1);
  EXPECT_EQ(row("29").fetch.attempts, 0);
  unstorable.clear();
  step_until_settled(1s);
  EXPECT_EQ(count("orders"), 20);
}

TEST_F(OrderFetcherTest, one_order_that_cannot_be_read_stops_no_other) {
  for (const char* id : {"1", "2", "3", "4"}) request_known(id);
  source.orders["2"] = "no order";
  source.orders["3"] = "9";
  step();
  EXPECT_EQ(count("orders"), 2);
  EXPECT_EQ(row("2").state, OrderFetchState::parked);
  EXPECT_EQ(row("2").reason, "orderdate: This is not a date.");
  EXPECT_EQ(row("3").reason, "orderid: This is not the order that was asked for.");
  const auto quarantined = run(file->quarantine().list(account.id, 10));
  ASSERT_EQ(quarantined.size(), 2U);
  EXPECT_EQ(quarantined[1].body, "no order");
  EXPECT_EQ(quarantined[1].reason, row("2").reason);
  EXPECT_EQ(alerts.size(), 2U);
  EXPECT_EQ(outcomes("rejected"), 2U);
}

TEST_F(OrderFetcherTest, an_order_that_breaks_a_rule_is_set_aside_with_its_field) {
  source.orders["lopsided"] = "lopsided";
  request("lopsided");
  step();
  EXPECT_EQ(row("lopsided").state, OrderFetchState::parked);
  EXPECT_TRUE(row("lopsided").reason.starts_with("orderitems[0].quantity: ")) << row("lopsided").reason;
}

TEST_F(OrderFetcherTest, a_stored_order_that_is_damaged_concerns_itself_alone) {
  for (const char* id : {"1", "2"}) request_known(id);
  step();
  run(file->unit_of_work().run(app::no_account_yet, [](app::Tables&) { return true; }));
  {
    store::sqlite::Connection connection(file.path(), store::sqlite::OpenMode::read_write);
    connection.execute("UPDATE orders SET content = 'rubbish' WHERE order_id = '1'");
  }
  request("1");
  request("2");
  step();
  EXPECT_EQ(row("1").state, OrderFetchState::parked);
  EXPECT_EQ(row("2").state, OrderFetchState::done);
}

TEST_F(OrderFetcherTest, a_store_that_takes_nothing_blames_one_order) {
  for (const char* id : {"1", "2", "3"}) request_known(id);
  unit.refuses_all = true;
  EXPECT_THROW(step(), InfrastructureFailure);
  EXPECT_EQ(row("1").fetch.attempts, 1);
  EXPECT_EQ(row("2").fetch.attempts, 0);
  EXPECT_EQ(row("3").fetch.attempts, 0);
  unit.refuses_all = false;
  step_until_settled(1s);
  for (const char* id : {"1", "2", "3"}) EXPECT_EQ(row(id).state, OrderFetchState::done);
}

TEST_F(OrderFetcherTest, an_order_that_the_store_does_not_take_stops_no_other) {
  for (const char* id : {"1", "2", "3"}) request_known(id);
  unstorable = "2";
  EXPECT_THROW(step(), InfrastructureFailure);
  EXPECT_EQ(row("1").state, OrderFetchState::done);
  EXPECT_EQ(row("2").fetch.attempts, 1);
  EXPECT_EQ(row("2").reason, "constraint failed");
  EXPECT_EQ(row("3").state, OrderFetchState::done);
  unstorable.clear();
  step_until_settled(1s);
  EXPECT_EQ(row("2").state, OrderFetchState::done);
}

TEST_F(OrderFetcherTest, a_bug_of_ours_in_one_order_stops_no_other) {
  for (const char* id : {"1", "2", "3"}) request_known(id);
  buggy = "2";
  step();
  EXPECT_EQ(row("2").state, OrderFetchState::parked);
  EXPECT_EQ(row("2").reason, "a bug");
  EXPECT_EQ(row("3").state, OrderFetchState::done);
}

TEST_F(OrderFetcherTest, an_order_that_is_not_there_yet_is_asked_for_again) {
  request("1");
  step();
  EXPECT_EQ(row("1").state, OrderFetchState::pending);
  EXPECT_EQ(row("1").reason, "Sitoo REST does not know this order.");
  EXPECT_LE(row("1").not_before, noon + 5s);
  EXPECT_EQ(step(), 0U);
  source.orders["1"] = "1";
  clock.advance(5s);
  step();
  EXPECT_EQ(row("1").state, OrderFetchState::done);
}

TEST_F(OrderFetcherTest, after_about_a_day_an_order_counts_as_unknown) {
  request("1");
  EXPECT_GT(step_until_settled(1min), 60);
  EXPECT_EQ(source.asked.size(), 10U);
  EXPECT_EQ(row("1").state, OrderFetchState::parked);
  EXPECT_GE(clock.now() - noon, 12h);
  EXPECT_LE(clock.now() - noon, 27h);
  source.orders["1"] = "1";
  request("1");
  step();
  EXPECT_EQ(row("1").state, OrderFetchState::done) << "a new event revives it";
}

TEST_F(OrderFetcherTest, a_source_that_does_not_answer_burns_no_attempts_of_a_batch) {
  for (const char* id : {"1", "2", "3"}) request_known(id);
  for (int i = 0; i < 3; ++i) source.fail_with(SourceErrorKind::unavailable);
  step();
  EXPECT_EQ(row("1").fetch.attempts, 0);
  EXPECT_EQ(row("1").reason, "the source's error");
  EXPECT_EQ(lines, 1) << "what is put off together is told once";
  EXPECT_EQ(step(), 0U) << "the account waits";
  step_until_settled(1min);
  EXPECT_EQ(count("orders"), 3);
  EXPECT_EQ(outcomes("unavailable"), 9U);
}

TEST_F(OrderFetcherTest, an_order_that_fails_every_call_ends_up_alone_and_the_others_get_through) {
  for (int i = 1; i <= 8; ++i) request_known(std::to_string(i));
  source.failing_order = "3";
  for (int i = 0; i < 40; ++i) {
    step();
    clock.advance(5min);
  }
  EXPECT_EQ(count("orders"), 7);
  EXPECT_EQ(row("3").state, OrderFetchState::pending);
  EXPECT_GT(row("3").fetch.attempts, 2);
  source.failing_order.reset();
  step_until_settled(1min);
  EXPECT_EQ(row("3").state, OrderFetchState::done);
}

TEST_F(OrderFetcherTest, it_waits_as_long_as_it_is_asked_to) {
  request_known("1");
  source.fail_with(SourceErrorKind::rate_limited, noon + 30s);
  step();
  EXPECT_EQ(row("1").fetch.attempts, 0);
  clock.advance(29s);
  EXPECT_EQ(step(), 0U);
  clock.advance(1s);
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(row("1").state, OrderFetchState::done);
}

TEST_F(OrderFetcherTest, a_429_without_a_time_backs_off) {
  request_known("1");
  for (int i = 0; i < 3; ++i) source.fail_with(SourceErrorKind::rate_limited);
  step();
  EXPECT_EQ(step(), 0U);
  step_until_settled(10s);
  EXPECT_EQ(source.asked.size(), 4U);
  EXPECT_EQ(outcomes("rate_limited"), 3U);
}

TEST_F(OrderFetcherTest, refused_credentials_stop_the_account_for_ten_minutes_and_alert) {
  request_known("1");
  source.fail_with(SourceErrorKind::unauthorized);
  step();
  EXPECT_EQ(alerts, std::vector<std::string>{"the source's error"});
  EXPECT_EQ(row("1").reason, "the source's error");
  clock.advance(9min);
  EXPECT_EQ(step(), 0U);
  clock.advance(1min);
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(row("1").fetch.attempts, 0);
  EXPECT_EQ(row("1").state, OrderFetchState::done);
}

TEST_F(OrderFetcherTest, new_access_is_tried_at_once_whatever_the_old_one_met) {
  for (const auto kind : {SourceErrorKind::misconfigured, SourceErrorKind::unavailable}) {
    const auto id = std::to_string(static_cast<int>(kind));
    for (const auto& order : {id, id + "0"}) request_known(order);
    source.fail_with(kind);
    step();
    EXPECT_EQ(step(), 0U);
    account.sitoo_base_url += "/" + id;
    file.write([&](app::Tables& tables) { tables.accounts.update(account); });
    accounts.forget(account.id);
    EXPECT_GT(step(), 0U);
    step_until_settled(1min);
  }
}

TEST_F(OrderFetcherTest, an_event_while_its_order_is_under_way_fetches_it_again) {
  request_known("1");
  source.on_fetch = [this] { request("1"); };
  step();
  EXPECT_EQ(row("1").state, OrderFetchState::pending);
  source.on_fetch = nullptr;
  step();
  EXPECT_EQ(row("1").state, OrderFetchState::done);
  EXPECT_EQ(source.asked.size(), 2U);
}

TEST_F(OrderFetcherTest, what_a_dead_process_had_in_hand_is_fetched_again) {
  request_known("1");
  EXPECT_EQ(run(file->order_fetches().take(account.id, noon, 10)).size(), 1U);  // and here the process was killed
  file.reopen();
  EXPECT_EQ(file.count("SELECT count(*) FROM order_fetches WHERE state = 'pending'"), 1);
}

TEST_F(OrderFetcherTest, the_loop_fetches_what_is_requested_later) {
  fetcher.start();
  request_known("1");
  fetcher.wake();
  while (outcomes("fetched") < 1) context.run_one();
  request_known("2");
  fetcher.wake();
  while (outcomes("fetched") < 2) context.run_one();
  EXPECT_EQ(count("orders"), 2);
}

TEST_F(OrderFetcherTest, the_loop_asks_a_paused_account_only_when_its_access_is_another) {
  source.fail_with(SourceErrorKind::unavailable);
  request_known("1");
  request_known("2");
  fetcher.start();
  while (outcomes("unavailable") < 2) context.run_one();
  fetcher.wake();
  for (int i = 0; i < 10; ++i) context.poll();
  EXPECT_EQ(source.asked.size(), 1U);
  account.sitoo_base_url += "/other";
  file.write([&](app::Tables& tables) { tables.accounts.update(account); });
  accounts.forget(account.id);
  fetcher.wake();
  while (outcomes("fetched") < 2) context.run_one();
}

TEST_F(OrderFetcherTest, a_replay_ends_the_pause) {
  source.fail_with(SourceErrorKind::unauthorized);
  request_known("1");
  fetcher.start();
  while (outcomes("unauthorized") < 1) context.run_one();
  fetcher.resume();
  while (outcomes("fetched") < 1) context.run_one();
}

}  // namespace
}  // namespace kassabro::jobs
