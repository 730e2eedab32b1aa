#include "rule/client.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/together.hpp"
#include "rule/fake_rule.hpp"
#include "rule/samples.hpp"
#include "rule/wire.hpp"

namespace kassabro::rule {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class ClientTest : public ::testing::Test {
 protected:
  Pause pause = [this](milliseconds wait) -> Async<void> {
    paused.push_back(wait);
    clock.advance(wait);
    co_return;
  };

  CallResult send(CallClass call_class, Call call) {
    return run(client.send(account, call_class, std::move(call), seconds(3)));
  }

  Async<void> deliver_one() {
    const auto result = co_await client.deliver(account, {http::Method::get, "/v2/sender/details", std::nullopt});
    EXPECT_TRUE(result);
  }
  Async<bool> deliver_many(int count) {
    std::vector<Async<void>> tasks;
    tasks.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) tasks.push_back(deliver_one());
    co_await run_together(std::move(tasks));
    co_return true;
  }

  app::Account account = samples::account();
  ManualClock clock{*parse_timestamp("2026-11-23T12:00:00Z")};
  FakeRule rule;
  std::vector<milliseconds> paused;
  RuleClient client{rule.transport(), clock, {.base_url = "https://rule.test/api/"}, pause};
};

const Call question{http::Method::get, "/v2/sender/details", std::nullopt};

TEST_F(ClientTest, sends_the_key_as_bearer_and_the_charset_on_v3) {
  rule.add_person("anna@shop.se", "");
  ASSERT_TRUE(send(CallClass::delivery, question));
  EXPECT_FALSE(send(CallClass::delivery, search_record_call(1000, "G", "f", "1")));
  const auto header = [](const FakeRule::Received& call, std::string_view name) {
    for (const auto& [key, value] : call.headers)
      if (key == name) return value;
    return std::string();
  };
  EXPECT_EQ(header(rule.received[0], "Authorization"), "Bearer rk_secret");
  EXPECT_EQ(header(rule.received[0], "Content-Type"), "application/json");
  EXPECT_EQ(header(rule.received[1], "Content-Type"), "application/json;charset=utf-8");
}

TEST_F(ClientTest, tells_the_trace_of_an_errand_that_has_one) {
  auto trace = next_span({});
  trace.state = "foo=1";
  ASSERT_TRUE(run(client.deliver(account, question, {.trace = &trace})));
  ASSERT_TRUE(run(client.deliver(account, question)));
  using Header = std::pair<std::string, std::string>;
  const auto count = [this](std::size_t call, const Header& header) {
    return std::ranges::count(rule.received[call].headers, header);
  };
  EXPECT_EQ(count(0, {"traceparent", std::string(TraceText(trace).traceparent())}), 1);
  EXPECT_EQ(count(0, {"tracestate", "foo=1"}), 1);
  EXPECT_EQ(rule.received[1].headers.size() + 2, rule.received[0].headers.size());
}

TEST_F(ClientTest, after_429_nothing_goes_out_until_rule_says_so) {
  rule.faults.push_back({"GET", 429, false, {{"retry-after", "60"}}, ""});
  const auto first = send(CallClass::delivery, question);
  EXPECT_EQ(first.error().kind, CallErrorKind::rate_limited);
  const auto second = send(CallClass::delivery, question);
  EXPECT_EQ(second.error().kind, CallErrorKind::rate_limited);
  EXPECT_EQ(second.error().not_before, clock.now() + seconds(60));
  EXPECT_EQ(rule.received.size(), 1U);
  clock.advance(seconds(60));
  EXPECT_TRUE(send(CallClass::delivery, question));
}

TEST_F(ClientTest, a_short_wait_is_waited_by_deliveries_and_not_by_look_ups) {
  rule.faults.push_back({"GET", 429, false, {{"retry-after", "2"}}, ""});
  EXPECT_FALSE(send(CallClass::delivery, question));
  EXPECT_EQ(send(CallClass::look_up, question).error().kind, CallErrorKind::rate_limited);
  EXPECT_TRUE(send(CallClass::delivery, question));
  EXPECT_EQ(paused, std::vector<milliseconds>{seconds(2)});
}

TEST_F(ClientTest, follows_the_headers_of_v3) {
  rule.answer_headers = {{"x-errorpercent-current", "45"}, {"x-errorpercent-limit", "49"}};
  EXPECT_TRUE(send(CallClass::delivery, question));
  EXPECT_GT(client.load(account.id), 0.9);
  EXPECT_EQ(send(CallClass::look_up, question).error().kind, CallErrorKind::rate_limited);
}

TEST_F(ClientTest, runs_four_deliveries_at_once_and_all_in_the_end) {
  run(deliver_many(20));
  EXPECT_EQ(rule.received.size(), 20U);
  EXPECT_EQ(rule.running_max, 4);
}

TEST_F(ClientTest, one_accounts_trouble_is_not_anothers) {
  rule.faults.push_back({"GET", 429, false, {{"retry-after", "60"}}, ""});
  EXPECT_FALSE(send(CallClass::delivery, question));
  account.id = 2;
  EXPECT_TRUE(send(CallClass::delivery, question));
}

TEST_F(ClientTest, a_lost_answer_may_have_been_carried_out) {
  rule.faults.push_back({"GET", 0});
  const auto result = send(CallClass::delivery, question);
  EXPECT_EQ(result.error().kind, CallErrorKind::transport);
  EXPECT_TRUE(result.error().maybe_received);
}

TEST_F(ClientTest, what_this_node_may_do_no_more_does_not_go_out) {
  const app::Permit never = [] { return false; };
  const auto result = run(client.deliver(account, question, {nullptr, &never}));
  EXPECT_EQ(result.error().kind, CallErrorKind::rate_limited);
  EXPECT_FALSE(result.error().maybe_received);
  EXPECT_TRUE(rule.received.empty());
  const app::Permit nobody_asks;
  EXPECT_TRUE(run(client.deliver(account, question, {nullptr, &nobody_asks})));
}

TEST_F(ClientTest, a_failed_task_ends_the_others_first) {
  EXPECT_THROW(run([]() -> Async<bool> {
                 std::vector<Async<void>> tasks;
                 tasks.push_back([]() -> Async<void> {
                   throw InfrastructureFailure("disk");
                   co_return;
                 }());
                 co_await run_together(std::move(tasks));
                 co_return true;
               }()),
               InfrastructureFailure);
}

}  // namespace
}  // namespace kassabro::rule
