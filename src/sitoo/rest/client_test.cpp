#include "sitoo/rest/client.hpp"

#include <gtest/gtest.h>

#include <boost/asio/detached.hpp>

#include "sitoo/rest/order_source.hpp"
#include "testing/run.hpp"
#include "testing/samples.hpp"

namespace kassabro::sitoo::rest {
namespace {

using app::SourceErrorKind;
using std::chrono::seconds;
using testing::noon;
using testing::run;

class RestClientTest : public ::testing::Test {
 protected:
  RestClientTest() {
    account.sitoo_api_id = "1500-1";
    account.sitoo_password = SecretString("sandbox");
  }

  void answer(int status, std::string body, std::vector<std::pair<std::string, std::string>> headers = {}) {
    answers.push_back(http::OutboundResponse{status, std::move(headers), std::move(body)});
  }

  RestResult<OrderPage> list(std::vector<std::string> ids) {
    OrderQuery query;
    query.order_ids = std::move(ids);
    return run(client.list_orders(account, query));
  }
  std::expected<app::FetchedOrders, app::SourceError> fetch(std::vector<std::string> ids) {
    return run(source.fetch(account, 1, std::move(ids), {}));
  }

  std::string header(std::string_view name) const {
    for (const auto& [key, value] : sent.back().headers)
      if (key == name) return value;
    return {};
  }

  Async<http::OutboundResult> transport(http::OutboundRequest request) {
    sent.push_back(std::move(request));
    if (on_send) on_send();
    if (answers.empty()) co_return std::unexpected(http::TransportError{"nobody answers", false, false});
    auto next = std::move(answers.front());
    answers.erase(answers.begin());
    co_return next;
  }

  app::Account account = testing::sample_account(1);
  ManualClock clock{noon};
  std::vector<http::OutboundResult> answers;
  std::vector<http::OutboundRequest> sent;
  std::function<void()> on_send;
  RestClient client{[this](http::OutboundRequest request) { return transport(std::move(request)); }, clock,
                    "http://sitoo.test"};
  RestOrderSource source{client};
};

TEST_F(RestClientTest, asks_as_sitoo_documents_it) {
  answer(200, R"({"totalcount":1,"items":[{"orderid":5,"eshopid":1,"moneytotal_gross_all":"431.00"}]})");
  const auto page = list({"5"});
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page->orders.at(0).at("moneytotal_gross_all"), "431.00");
  EXPECT_EQ(page->total_count, 1);
  EXPECT_TRUE(sent[0].url.starts_with("http://sitoo.test/v2/accounts/1500/orders.json?eshopid=1&orderid=5&")) << sent[0].url;
  EXPECT_EQ(header("Authorization"), "Basic MTUwMC0xOnNhbmRib3g=");
  EXPECT_EQ(header("Accept"), "application/json");
}

TEST_F(RestClientTest, an_address_that_an_account_has_typed_leads_to_the_open_internet_only) {
  for (const char* url : {"https://elsewhere.example", "http://sitoo.test:81", "https://sitoo.test", "http://127.0.0.1/v2"}) {
    account.sitoo_base_url = url;
    list({"5"});
    EXPECT_TRUE(sent.back().only_public) << url;
  }
  for (const char* url : {"", "http://sitoo.test", "http://SITOO.test/v2/accounts/7"}) {
    account.sitoo_base_url = url;
    list({"5"});
    EXPECT_FALSE(sent.back().only_public) << "the server's own configuration names this host: " << url;
  }
}

TEST_F(RestClientTest, rows_that_were_not_asked_for_are_left_out_and_counted) {
  answer(200, R"({"totalcount":3,"items":[{"orderid":4},{"orderid":5},{"orderid":5,"eshopid":2},7]})");
  const auto page = list({"5"});
  ASSERT_TRUE(page);
  EXPECT_EQ(page->orders.size(), 1U);
  EXPECT_EQ(page->strangers, 3U);
}

TEST_F(RestClientTest, an_answer_that_is_cut_off_or_of_another_form_is_no_answer) {
  for (const char* body : {R"({"totalcount":1,"items":[{"ord)", "", "true", R"({"value":[]})", R"({"items":{}})"}) {
    answer(200, body);
    EXPECT_EQ(list({"5"}).error().kind, SourceErrorKind::unavailable) << body;
  }
  EXPECT_EQ(list({"5"}).error().kind, SourceErrorKind::unavailable) << "nobody answers";
}

TEST_F(RestClientTest, after_429_nobody_asks_until_sitoo_says_so) {
  answer(429, R"({"statuscode":429,"errortext":"Too many connections"})", {{"retry-after", "30"}});
  const auto refused = list({"5"});
  EXPECT_EQ(refused.error().kind, SourceErrorKind::rate_limited);
  EXPECT_EQ(refused.error().not_before, noon + seconds(30));
  EXPECT_EQ(list({"5"}).error().not_before, noon + seconds(30));
  EXPECT_EQ(sent.size(), 1U);
  clock.advance(seconds(30));
  answer(200, R"({"totalcount":0,"items":[]})");
  EXPECT_TRUE(list({"5"}));
}

TEST_F(RestClientTest, a_429_that_does_not_say_until_when_leaves_it_to_the_caller) {
  answer(429, "");
  EXPECT_FALSE(list({"5"}).error().not_before);
  answer(200, R"({"totalcount":0,"items":[]})");
  EXPECT_TRUE(list({"5"}));
}

TEST_F(RestClientTest, a_missing_setting_is_named_and_nothing_is_sent) {
  account.sitoo_password = SecretString();
  const auto error = list({"5"}).error();
  EXPECT_EQ(error.kind, SourceErrorKind::misconfigured);
  EXPECT_TRUE(error.message.starts_with("sitoo_password: "));
  EXPECT_TRUE(sent.empty());
}

TEST_F(RestClientTest, one_request_at_a_time_for_each_sitoo_account_in_the_order_of_asking) {
  boost::asio::io_context context;
  std::vector<Resume<bool>> held;
  std::vector<std::string> asked;
  RestClient slow{[&](http::OutboundRequest request) -> Async<http::OutboundResult> {
                    asked.push_back(request.url);
                    co_await wait_for_callback<bool>([&](Resume<bool> resume) { held.push_back(std::move(resume)); });
                    co_return http::OutboundResponse{404, {}, ""};
                  },
                  clock, "http://sitoo.test"};
  auto same_sitoo = account;
  same_sitoo.id = 2;
  auto another = account;
  another.sitoo_api_id = "1600-1";
  for (const auto* who : {&account, &same_sitoo, &account, &another})
    boost::asio::co_spawn(context, slow.find_order(*who, 1, std::to_string(who->id)), boost::asio::detached);
  context.poll();
  EXPECT_EQ(asked.size(), 2U) << "one of each Sitoo account";
  while (!held.empty()) {
    auto next = std::move(held.front());
    held.erase(held.begin());
    next(true);
    context.restart();
    context.poll();
    EXPECT_LE(held.size(), 2U);
  }
  ASSERT_EQ(asked.size(), 4U);
  EXPECT_TRUE(asked[2].ends_with("/1500/sites/1/orders/2.json")) << asked[2];
  EXPECT_TRUE(asked[3].ends_with("/1500/sites/1/orders/1.json")) << asked[3];
}

TEST_F(RestClientTest, what_the_list_does_not_show_is_asked_for_singly_before_it_is_unknown) {
  answer(200, R"({"totalcount":1,"items":[{"orderid":1}]})");
  answer(200, R"({"orderid":2,"eshopid":1})");
  answer(404, R"({"statuscode":404,"errortext":"Resource not found."})");
  const auto fetched = fetch({"1", "2", "3"});
  ASSERT_TRUE(fetched);
  ASSERT_EQ(fetched->found.size(), 2U);
  EXPECT_EQ(fetched->found[1].order_id, "2");
  EXPECT_EQ(fetched->unknown, std::vector<std::string>{"3"});
  EXPECT_FALSE(fetched->stopped);
  EXPECT_EQ(sent[1].url, "http://sitoo.test/v2/accounts/1500/sites/1/orders/2.json");
}

TEST_F(RestClientTest, an_error_between_leaves_the_rest_undecided) {
  answer(200, R"({"totalcount":1,"items":[{"orderid":1}]})");
  answer(503, "");
  const auto fetched = fetch({"1", "2", "3"});
  ASSERT_TRUE(fetched);
  EXPECT_EQ(fetched->found.size(), 1U);
  EXPECT_TRUE(fetched->unknown.empty());
  EXPECT_EQ(fetched->stopped.value().kind, SourceErrorKind::unavailable);
  EXPECT_EQ(sent.size(), 2U);
}

TEST_F(RestClientTest, a_single_answer_for_another_order_is_no_answer) {
  answer(200, R"({"totalcount":0,"items":[]})");
  answer(200, R"({"orderid":9})");
  EXPECT_EQ(fetch({"1"})->stopped.value().kind, SourceErrorKind::unavailable);
}

}  // namespace
}  // namespace kassabro::sitoo::rest
