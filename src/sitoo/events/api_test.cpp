#include "sitoo/events/api.hpp"

#include "http/basic_credentials.hpp"
#include "testing/shop.hpp"

namespace kassabro::sitoo::events {
namespace {

using http::Method;
using testing::run;

constexpr const char* one_event =
    R"([{"event_id":"5e9fd002119a4c5fb4de5ccb9d0b90ea","event_type":"order","event_date":1611138542,"account_id":1500,)"
    R"("data":{"eshop_id":1,"order_id":12345,"order_event_type":"update","order_state_changed":"closed"}}])";

// A store that does not take writes.
class FullDisk final : public app::UnitOfWork {
 public:
  Async<void> run(app::AccountId, std::move_only_function<bool(app::Tables&)>) override {
    throw InfrastructureFailure("disk full");
    co_return;
  }
};

class EventsApiTest : public testing::Shop {
 protected:
  http::Response send(std::string body, Method method = Method::post) { return send_as(api, right, std::move(body), method); }
  http::Response send_as(Api& to, const std::string& authorization, std::string body, Method method = Method::post) {
    http::Request request;
    request.method = method;
    request.method_text = http::method_name(method);
    request.target = "/sitoo/events";
    if (!authorization.empty()) request.headers.emplace_back("Authorization", authorization);
    request.body = body;
    request.peer = "10.0.0.1";
    return run(to.handle(request));
  }
  std::int64_t nothing_is_stored() {
    return count("inbox") + count("order_events") + count("order_fetches") + count("quarantine");
  }

  std::string right = http::to_basic_header({"shop-1", SecretString("password-1")});
  testing::FakeKeyProbe probe;
  app::ProbeGuard guard{clock};
  app::AccountRegistry registry{file->accounts()};
  app::Authenticate authenticate{registry, probe, file->unit_of_work(), guard, clock, {}};
  app::AcceptEvents accept_events{file->unit_of_work(), clock};
  std::map<std::string, std::size_t> results;
  std::vector<std::string> alerts;
  int woken = 0;
  Listeners listeners{[this](std::string_view result, std::size_t count) { results[std::string(result)] += count; },
                      [this](const std::string& text) { alerts.push_back(text); }, [this] { ++woken; }};
  Api api{authenticate, accept_events, clock, listeners};
};

TEST_F(EventsApiTest, an_event_is_stored_and_its_order_asked_for) {
  const auto answer = send(one_event);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "");
  EXPECT_EQ(file.count("SELECT count(*) FROM order_fetches WHERE order_id = '12345' AND eshop_id = 1 AND state = 'pending'"),
            1);
  EXPECT_EQ(file.count("SELECT count(*) FROM order_events WHERE event_id = '5e9fd002119a4c5fb4de5ccb9d0b90ea'"), 1);
  EXPECT_EQ(count("inbox"), 1);
  EXPECT_EQ(woken, 1);
}

TEST_F(EventsApiTest, a_duplicate_is_answered_200_and_asks_for_nothing) {
  send(one_event);
  EXPECT_EQ(send(one_event).status, 200);
  EXPECT_EQ(file.count("SELECT asked FROM order_fetches"), 1);
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(results["known"], 1U);
}

TEST_F(EventsApiTest, wrong_credentials_are_503_and_nothing_is_stored) {
  const auto wrong = http::to_basic_header({"shop-1", SecretString("wrong")});
  for (const std::string& authorization : {std::string(), std::string("Bearer kt_shop_1"), std::string("Basic ???"), wrong})
    EXPECT_EQ(send_as(api, authorization, one_event).status, 503) << authorization;
  EXPECT_EQ(nothing_is_stored(), 0);
  EXPECT_EQ(results["refused"], 4U);
}

TEST_F(EventsApiTest, refusals_alert_now_and_then_and_tell_no_secret) {
  const auto wrong = http::to_basic_header({"some-user", SecretString("some-password")});
  for (int i = 0; i < 10; ++i) send_as(api, wrong, one_event);
  ASSERT_EQ(alerts.size(), 1U);
  EXPECT_NE(alerts[0].find("10.0.0.1"), std::string::npos);
  EXPECT_EQ(alerts[0].find("some-"), std::string::npos);
  clock.advance(std::chrono::minutes(5));
  send_as(api, wrong, one_event);
  ASSERT_EQ(alerts.size(), 2U);
  EXPECT_NE(alerts[1].find("count=10"), std::string::npos) << alerts[1];
}

TEST_F(EventsApiTest, who_guesses_is_asked_to_come_later_and_never_told_anything_else) {
  const auto wrong = http::to_basic_header({"shop-1", SecretString("wrong")});
  for (int i = 0; i < 10; ++i) EXPECT_EQ(send_as(api, wrong, one_event).status, 503) << i;
  for (const auto& authorization : {wrong, right}) EXPECT_EQ(send_as(api, authorization, one_event).status, 429);
  EXPECT_EQ(results, (std::map<std::string, std::size_t>{{"refused", 10}, {"overloaded", 2}}));
  clock.advance(std::chrono::minutes(1));
  EXPECT_EQ(send(one_event).status, 200) << "Sitoo comes again: nothing is lost";
}

TEST_F(EventsApiTest, an_unreadable_body_is_kept_and_answered_200) {
  for (const char* body : {"hello", "", "[{", "5", "\xFF\xFE"}) EXPECT_EQ(send(body).status, 200) << body;
  const auto rows = run(file->quarantine().list(account.id, 10));
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[4].body, "hello");
  EXPECT_FALSE(rows[4].reason.empty());
  EXPECT_EQ(results["unreadable"], 5U);
  EXPECT_EQ(woken, 0);
  ASSERT_EQ(alerts.size(), 1U) << "now and then";
  EXPECT_NE(alerts[0].find("could not be read account=" + std::to_string(account.id) + " count=1."), std::string::npos)
      << alerts[0];
  clock.advance(std::chrono::minutes(5));
  send(R"([{"event_id":"2","event_type":"order","data":{}}])");
  ASSERT_EQ(alerts.size(), 2U);
  EXPECT_NE(alerts[1].find("count=5"), std::string::npos) << alerts[1];
}

TEST_F(EventsApiTest, every_method_is_answered_200_and_a_look_stores_nothing) {
  for (const auto method : {Method::get, Method::head, Method::delete_, Method::options, Method::other})
    EXPECT_EQ(send("", method).status, 200);
  EXPECT_EQ(nothing_is_stored(), 0);
  EXPECT_EQ(send(one_event, Method::put).status, 200);
  EXPECT_EQ(count("order_events"), 1);
}

TEST_F(EventsApiTest, what_cannot_be_stored_is_503) {
  FullDisk disk;
  app::AcceptEvents accept_nothing{disk, clock};
  Api unlucky{authenticate, accept_nothing, clock, listeners};
  EXPECT_EQ(send_as(unlucky, right, one_event).status, 503);
  EXPECT_EQ(send_as(unlucky, right, "hello").status, 503);
  EXPECT_EQ(results["failed"], 2U);
  EXPECT_EQ(alerts.size(), 2U);
}

TEST_F(EventsApiTest, unknown_types_and_broken_events_do_not_stop_the_good_one) {
  EXPECT_EQ(send(R"([{"event_id":"1","event_type":"z-report"},{"event_id":"2","event_type":"order","data":{}},)"
                 R"({"event_id":"3","event_type":"order","data":{"eshop_id":"1","order_id":"7"}}])")
                .status,
            200);
  EXPECT_EQ(results, (std::map<std::string, std::size_t>{{"fetching", 1}, {"ignored", 1}, {"quarantined", 1}}));
  EXPECT_EQ(file.count("SELECT count(*) FROM order_fetches WHERE order_id = '7'"), 1);
}

TEST_F(EventsApiTest, a_flood_of_events_is_taken) {
  for (int batch = 0; batch < 20; ++batch) {
    std::string body = "[";
    for (int i = 1; i <= 1'000; ++i)
      body += (i == 1 ? "" : ",") + std::string(R"({"event_type":"order","data":{"order_id":)") +
              std::to_string(batch * 1'000 + i) + "}}";
    ASSERT_EQ(send(body + "]").status, 200);
  }
  EXPECT_EQ(count("order_fetches"), 20'000);
}

}  // namespace
}  // namespace kassabro::sitoo::events
