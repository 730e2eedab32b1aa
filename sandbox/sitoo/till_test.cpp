// The till against a CRM that is a real server on a free port: what is owed is kept, sent again, and in order.
#include "sandbox/sitoo/till.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <mutex>

#include "base/time_text.hpp"
#include "http/server.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

struct ReceivedCall {
  std::string method, target, authorization, body;
};

// Answers searches with one contact who has the bonus check b1, everything else with `status`.
struct FakeCrm {
  http::IoThreads threads{1};
  std::mutex mutex;
  std::vector<ReceivedCall> calls;
  std::atomic<int> status = 200;
  http::Server server{threads, "127.0.0.1:0", [this](const http::Request& request) { return answer(request); }};

  ~FakeCrm() {
    server.stop();
    threads.stop();
  }

  Async<http::Response> answer(const http::Request& request) {
    {
      const std::scoped_lock lock(mutex);
      calls.push_back({std::string(request.method_text), std::string(request.target),
                       std::string(request.header("Authorization").value_or("")), std::string(request.body)});
    }
    if (request.method == http::Method::get)
      co_return http::json_response(
          R"([{"contactid":"77","customer_id":"77","membernumber":"M7","namefirst":"Anna","bonuschecks":[{"bonuscheckid":"b1","value":"40.00","redeemed":false}]}])");
    co_return http::json_response("true", status);
  }
  std::vector<ReceivedCall> to(std::string_view path) {
    const std::scoped_lock lock(mutex);
    std::vector<ReceivedCall> found;
    for (const auto& call : calls)
      if (call.target == path) found.push_back(call);
    return found;
  }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(server.port()); }
};

struct Shop {
  FakeCrm crm;
  Books books;
  ManualClock clock{*parse_timestamp("2026-11-23T10:00:00Z")};
  http::Client client;
  CrmClient crm_client{client, {}};
  Till till{books, crm_client, clock};

  Shop() {
    books.settings.custom_crm.api_url = crm.url() + "/sitoo//";
    books.settings.custom_crm.api_token = "token";
    books.settings.crm_v2 = {crm.url(), "user", "password"};
    books.settings.events = {crm.url(), "user", "password"};
  }
  template <class T>
  T run(Async<T> work) {
    return boost::asio::co_spawn(crm.threads.at(0), std::move(work), boost::asio::use_future).get();
  }
  Result<Sold> sell(std::string_view body) {
    const auto sale = parse_sale(parse_json(body)->get_object(), books);
    return run(till.sell(*sale));
  }
};

TEST(Till, finds_redeems_sells_and_sends_the_copy) {
  Shop shop;
  const auto sold = shop.sell(R"({"key":"anna@example.com","items":[{"sku":"A","price":"100.00"}],"bonus_checks":["b1"]})");
  ASSERT_TRUE(sold);
  EXPECT_EQ(sold->contact_id, "77");
  EXPECT_TRUE(sold->copy.sent);
  const auto redeems = shop.crm.to("/sitoo/contacts/77/redeem");
  ASSERT_EQ(redeems.size(), 1U);
  EXPECT_EQ(redeems[0].body, R"({"bonus_check_ids":["b1"],"receipt_id":")" + sold->receipt_id + "\"}");
  EXPECT_EQ(redeems[0].authorization, "Bearer token");
  const auto copies = shop.crm.to("/sitoo/transactions");
  ASSERT_EQ(copies.size(), 1U);
  const auto order = parse_json(copies[0].body)->get_object();
  EXPECT_EQ(text_member(order, "moneytotal_gross_all"), "60.00");
  EXPECT_EQ(text_member(order.at("additionaldata").as_object(), "customcrm-contactid"), "77");
  EXPECT_EQ(text_member(order.at("orderitems").as_array()[0].at("additionaldata").as_object(), "customcrm-bonuscheckid"), "b1");
}

TEST(Till, a_check_that_the_crm_refuses_or_the_customer_has_not_stops_the_sale) {
  Shop shop;
  const auto unknown = shop.sell(R"({"key":"a","items":[{"sku":"A","price":"100.00"}],"bonus_checks":["b2"]})");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, ErrorCode::invalid);
  shop.crm.status = 409;
  const auto spent = shop.sell(R"({"key":"a","items":[{"sku":"A","price":"100.00"}],"bonus_checks":["b1"]})");
  ASSERT_FALSE(spent);
  EXPECT_EQ(spent.error().code, ErrorCode::conflict);
  EXPECT_TRUE(shop.books.orders.empty());
}

TEST(Till, copies_that_fail_are_kept_and_sent_again_oldest_first) {
  Shop shop;
  shop.crm.status = 503;
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(shop.sell(R"({"items":[{"sku":"A","price":"100.00"}]})")->copy.sent);
  EXPECT_EQ(shop.books.copies.size(), 3U);
  shop.run(shop.till.send_copies_once());
  EXPECT_EQ(shop.crm.to("/sitoo/transactions").size(), 4U) << "one try, then it waits";
  shop.crm.status = 200;
  shop.run(shop.till.send_copies_once());
  EXPECT_TRUE(shop.books.copies.empty());
  const auto copies = shop.crm.to("/sitoo/transactions");
  ASSERT_EQ(copies.size(), 7U);
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_EQ(int_member(parse_json(copies[4 + i].body)->get_object(), "orderid"), 11'501 + static_cast<std::int64_t>(i));
}

TEST(Till, events_go_in_order_ten_at_a_time_until_they_are_taken) {
  Shop shop;
  for (int i = 0; i < 12; ++i) EXPECT_TRUE(shop.sell(R"({"spi":"v2","items":[{"sku":"A","price":"100.00"}]})"));
  shop.crm.status = 503;
  EXPECT_FALSE(shop.run(shop.till.send_events_once()));
  EXPECT_EQ(shop.books.events.size(), 12U);
  shop.crm.status = 200;
  EXPECT_TRUE(shop.run(shop.till.send_events_once()));
  EXPECT_FALSE(shop.run(shop.till.send_events_once()));
  EXPECT_TRUE(shop.books.events.empty());
  const auto calls = shop.crm.to("/events");
  ASSERT_EQ(calls.size(), 3U);
  const auto batch = parse_json(calls[1].body)->as_array();
  ASSERT_EQ(batch.size(), 10U);
  EXPECT_EQ(batch[0].at("data").at("order_id").as_int64(), 11'501);
  EXPECT_EQ(calls[1].authorization, "Basic " + base64_text("user:password"));
}

TEST(Till, carries_the_token_as_the_test_chooses) {
  EXPECT_EQ(token_header(TokenCarrier::basic_user, "t").second, "Basic " + base64_text("t:"));
  EXPECT_EQ(token_header(TokenCarrier::raw, "t").second, "t");
  EXPECT_EQ(token_header(TokenCarrier::x_api_key, "t").first, "X-API-Key");
}

}  // namespace
}  // namespace kassabro::sandbox::sitoo
