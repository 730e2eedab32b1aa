#include "webhooks/sender.hpp"

#include <gmock/gmock.h>

#include <deque>

#include "app/manage_endpoints.hpp"
#include "testing/shop.hpp"
#include "webhooks/signature.hpp"

namespace kassabro::webhooks {
namespace {

using namespace std::chrono_literals;
using app::SendingState;
using testing::noon;
using testing::run;

class SenderTest : public testing::Shop {
 protected:
  app::Endpoint add_endpoint(const std::string& url = "https://one.example/hook", app::MessageTypes types = {}) {
    return *run(manage.add(1, {url, "", types, true}));
  }

  // The message's id.
  std::string tell(app::MessageType type = app::MessageType::order_completed) {
    const auto id = app::new_message_id(clock.now());
    file.write([&](app::Tables& tables) { tables.messages.tell({1, id, type, 0, R"({"type":"x"})", clock.now()}); });
    return id;
  }

  std::size_t step() { return run(sender.run_once()); }

  app::SendingRow row(const std::string& message) { return run(file->messages().find(1, message))->sendings.at(0).row; }
  std::vector<app::SendingTry> tries(const std::string& message) {
    return run(file->messages().find(1, message))->sendings.at(0).tries;
  }
  app::Endpoint endpoint(app::EndpointId id) { return *run(file->messages().find_endpoint(1, id)); }

  void answer(int status, std::vector<std::pair<std::string, std::string>> headers = {}, std::string body = "") {
    http::OutboundResponse response;
    response.status = status;
    response.headers = std::move(headers);
    response.body = std::move(body);
    answers.emplace_back(std::move(response));
  }

  // 200 where nothing else was said.
  Async<http::OutboundResult> receive(http::OutboundRequest request) {
    requests.push_back(std::move(request));
    if (answers.empty()) {
      http::OutboundResponse good;
      good.status = 200;
      co_return good;
    }
    auto next = std::move(answers.front());
    answers.pop_front();
    co_return next;
  }

  boost::asio::io_context context;
  app::AccountRegistry accounts{file->accounts()};
  app::ManageEndpoints manage{{file->messages(), file->accounts(), accounts, file->unit_of_work(), clock,
                               [](std::string_view) { return Result<void>(); }}};
  std::vector<http::OutboundRequest> requests;
  std::deque<http::OutboundResult> answers;
  std::vector<Attempt> attempts;
  std::vector<app::Disabled> disabled;
  bool leads = true;
  Sender sender{
      context,
      {file->sendings(), accounts, [this](http::OutboundRequest request) { return receive(std::move(request)); }, clock},
      {.leads = [this] { return leads; }, .chance = [] { return 0.5; }},
      {[this](const Attempt& attempt) { attempts.push_back(attempt); },
       [this](app::EndpointKey, app::Disabled why) { disabled.push_back(why); }}};
};

TEST_F(SenderTest, a_message_goes_out_signed_and_once) {
  const auto made = add_endpoint();
  const auto id = tell();
  EXPECT_EQ(step(), 1U);
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(requests[0].url, "https://one.example/hook");
  EXPECT_EQ(requests[0].body, R"({"type":"x"})");
  EXPECT_THAT(requests[0].headers, ::testing::Contains(std::pair<std::string, std::string>("webhook-id", id)));
  EXPECT_THAT(requests[0].headers, ::testing::Contains(std::pair<std::string, std::string>(
                                       "webhook-signature", signature(made.secret, id, noon, requests[0].body))));
  EXPECT_EQ(row(id).state, SendingState::delivered);
  EXPECT_EQ(endpoint(made.id).health.last_success_at, noon);
  EXPECT_EQ(step(), 0U);
  ASSERT_EQ(attempts.size(), 1U);
  EXPECT_EQ(attempts[0].became, SendingState::delivered);
}

TEST_F(SenderTest, what_fails_comes_again_with_the_same_id_and_bytes_and_each_try_is_kept) {
  add_endpoint();
  const auto id = tell();
  answer(500, {}, "oh\nno");
  answers.emplace_back(std::unexpected(http::TransportError{"Connection refused", false, false}));
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(row(id).state, SendingState::pending);
  EXPECT_EQ(row(id).not_before, noon + 5s);
  EXPECT_EQ(step(), 0U);
  clock.advance(5s);
  EXPECT_EQ(step(), 1U);
  clock.advance(5min);
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(row(id).state, SendingState::delivered);
  EXPECT_EQ(row(id).attempts, 3);
  ASSERT_EQ(requests.size(), 3U);
  EXPECT_EQ(requests[2].headers[1], requests[0].headers[1]);
  EXPECT_NE(requests[2].headers[3], requests[0].headers[3]) << "signed at another time";
  const auto kept = tries(id);
  ASSERT_EQ(kept.size(), 3U);
  EXPECT_EQ(kept[0].status, 500);
  EXPECT_EQ(kept[0].answer, "oh\nno");
  EXPECT_EQ(kept[1].status, 0);
  EXPECT_EQ(kept[1].reason, "Connection refused");
  EXPECT_EQ(kept[2].reason, "");
}

TEST_F(SenderTest, an_endpoint_gets_only_what_it_asked_for) {
  app::MessageTypes orders;
  orders.add(app::MessageType::order_completed);
  add_endpoint("https://orders.example/", orders);
  file.write([&](app::Tables& tables) {
    EXPECT_FALSE(tables.messages.tell({1, app::new_message_id(noon), app::MessageType::consent_changed, 0, "{}", noon}));
  });
  EXPECT_EQ(count("webhook_messages"), 0);
  add_endpoint("https://all.example/");
  tell(app::MessageType::consent_changed);
  tell(app::MessageType::order_completed);
  while (step() > 0) {
  }
  std::vector<std::string> urls;
  for (const auto& request : requests) urls.push_back(request.url);
  EXPECT_THAT(urls, ::testing::UnorderedElementsAre("https://orders.example/", "https://all.example/", "https://all.example/"));
}

TEST_F(SenderTest, one_that_fails_is_asked_one_by_one_and_holds_nobody_else_back) {
  add_endpoint();
  for (int i = 0; i < 20; ++i) tell();
  answer(503);
  for (int i = 0; i < 7; ++i) answer(200);
  EXPECT_EQ(step(), 8U) << "at once, as long as nothing has failed";
  for (int i = 0; i < 9; ++i) answer(503);
  EXPECT_EQ(step(), 8U);
  EXPECT_EQ(step(), 1U) << "the last answers were bad";
}

TEST_F(SenderTest, an_endpoint_that_is_gone_is_disabled_and_what_waits_is_given_up) {
  const auto made = add_endpoint();
  const auto id = tell();
  answer(410);
  step();
  EXPECT_EQ(row(id).state, SendingState::failed);
  EXPECT_EQ(endpoint(made.id).disabled, app::Disabled::gone);
  EXPECT_EQ(disabled, std::vector{app::Disabled::gone});
  EXPECT_TRUE(run(accounts.find(1))->told_types.empty()) << "nothing is written for it any more";
  EXPECT_EQ(requests.size(), 1U);
}

TEST_F(SenderTest, what_waits_for_a_disabled_endpoint_is_given_up_when_it_is_due_and_can_be_recovered) {
  const auto made = add_endpoint();
  const auto id = tell();
  ASSERT_TRUE(run(manage.change(1, made.id, {.url = {}, .description = {}, .types = {}, .enabled = false})));
  EXPECT_EQ(step(), 1U);
  EXPECT_TRUE(requests.empty());
  EXPECT_EQ(row(id).state, SendingState::failed);
  EXPECT_EQ(row(id).reason, "The endpoint is disabled.");
  EXPECT_TRUE(tries(id).empty());
  EXPECT_FALSE(run(manage.recover(1, made.id, noon - 1h)));
  ASSERT_TRUE(run(manage.change(1, made.id, {.url = {}, .description = {}, .types = {}, .enabled = true})));
  EXPECT_EQ(run(manage.recover(1, made.id, noon - 1h)), 1U);
  EXPECT_EQ(run(manage.recover(1, made.id, noon + 1h)), 0U);
  step();
  EXPECT_EQ(row(id).state, SendingState::delivered);
}

TEST_F(SenderTest, an_endpoint_that_fails_for_five_days_is_disabled) {
  const auto made = add_endpoint();
  for (int day = 0; day <= 5; ++day) {
    EXPECT_FALSE(endpoint(made.id).disabled) << day;
    tell();
    answers.assign(100, http::OutboundResult(std::unexpected(http::TransportError{"no", false, false})));
    while (step() > 0) {
    }
    clock.advance(24h);
  }
  EXPECT_EQ(endpoint(made.id).disabled, app::Disabled::failing);
  EXPECT_EQ(disabled, std::vector{app::Disabled::failing});
}

TEST_F(SenderTest, an_endpoint_that_asks_to_wait_is_left_alone_altogether) {
  add_endpoint();
  const auto id = tell();
  answer(429, {{"retry-after", "60"}});
  step();
  EXPECT_EQ(row(id).not_before, noon + 60s);
  tell();
  EXPECT_EQ(step(), 0U);
  clock.advance(60s);
  EXPECT_EQ(step() + step(), 2U);
}

TEST_F(SenderTest, a_lease_keeps_a_message_to_one_sender_until_it_ends) {
  const auto made = add_endpoint();
  tell();
  auto& queue = file->sendings();
  const auto leased = run(queue.lease({1, made.id}, {noon, noon + 60s, 8, 1}));
  ASSERT_EQ(leased.jobs.size(), 1U);
  EXPECT_EQ(step(), 0U);
  clock.advance(60s);
  EXPECT_EQ(step(), 1U) << "whoever had it has died";
}

TEST_F(SenderTest, a_secret_that_was_rotated_signs_for_a_day_besides) {
  const auto made = add_endpoint();
  const auto rotated = *run(manage.rotate_secret(1, made.id));
  EXPECT_EQ(rotated.old_secret, made.secret);
  EXPECT_NE(rotated.secret, made.secret);
  const auto id = tell();
  step();
  const auto& body = requests.at(0).body;
  EXPECT_EQ(requests[0].headers[3].second,
            signature(rotated.secret, id, noon, body) + " " + signature(made.secret, id, noon, body));
  clock.advance(24h);
  tell();
  step();
  EXPECT_EQ(requests.at(1).headers[3].second.find(' '), std::string::npos);
}

TEST_F(SenderTest, a_message_is_replayed_with_its_id_also_to_an_endpoint_that_never_had_it) {
  add_endpoint();
  const auto id = tell();
  step();
  const auto late = add_endpoint("https://late.example/");
  EXPECT_EQ(run(manage.replay(1, id, std::nullopt)), 1U);
  EXPECT_EQ(run(manage.replay(1, id, late.id)), 1U);
  while (step() > 0) {
  }
  EXPECT_EQ(requests.size(), 3U);
  EXPECT_EQ(run(manage.replay(1, app::new_message_id(noon), std::nullopt)).error().field, "message");
  EXPECT_EQ(run(manage.replay(1, id, 999)).error().field, "endpoint_id");
}

TEST_F(SenderTest, a_test_goes_to_its_endpoint_only) {
  add_endpoint();
  const auto tested = add_endpoint("https://two.example/");
  const auto id = run(manage.send_test(1, tested.id));
  ASSERT_TRUE(id);
  EXPECT_EQ(step(), 1U);
  EXPECT_EQ(requests.at(0).url, "https://two.example/");
  EXPECT_THAT(requests[0].body, ::testing::HasSubstr(R"("type":"endpoint.test")"));
}

}  // namespace
}  // namespace kassabro::webhooks
