#include "http/client.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>

#include "http/server.hpp"
#include "testing/run.hpp"

namespace kassabro::http {
namespace {

using namespace std::chrono_literals;

class ClientTest : public ::testing::Test {
 protected:
  static Async<Response> serve(const Request& request) {
    if (request.path() == "/late") {  // longer than any test waits
      boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, 1h);
      co_await timer.async_wait(boost::asio::use_awaitable);
    }
    Response response;
    response.drop_connection = request.path() == "/drop";
    if (request.path() == "/large") response.body = std::string(9 << 20, 'x');
    if (request.path() == "/limit") response.body = std::string(8 << 20, 'x');
    if (request.path() == "/echo") {
      response.status = 429;
      response.headers.emplace_back("Retry-After", "17");
      response.body = std::string(request.method_text) + " " + std::string(request.header("X-Test").value_or("")) + " " +
                      std::string(request.body);
    }
    if (request.path() == "/redirect") {
      response.status = 302;
      response.headers.emplace_back("Location", "/echo");
    }
    co_return response;
  }

  OutboundResult send(const std::string& path, Method method = Method::get, const std::string& body = "") {
    OutboundRequest request;
    request.method = method;
    request.url = path.starts_with("/") ? "http://127.0.0.1:" + std::to_string(server.port()) + path : path;
    request.headers = {{"X-Test", "yes"}};
    request.body = body;
    request.timeout = path == "/late" ? 200ms : 20s;
    return testing::run(client.send(std::move(request)));
  }

  IoThreads threads{1};
  Server server{threads, "127.0.0.1:0", [](const Request& request) { return serve(request); }};
  Client client;
};

TEST_F(ClientTest, brings_status_headers_and_body) {
  const auto answer = send("/echo", Method::post, "the body");
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->status, 429);
  EXPECT_EQ(answer->header("retry-after"), "17");
  EXPECT_FALSE(answer->header("x-missing"));
  EXPECT_EQ(answer->body, "POST yes the body");
}

TEST_F(ClientTest, speaks_every_method) {
  for (const auto& [method, text] :
       {std::pair{Method::get, "GET yes "}, std::pair{Method::put, "PUT yes x"}, std::pair{Method::patch, "PATCH yes x"},
        std::pair{Method::delete_, "DELETE yes x"}, std::pair{Method::post, "POST yes x"}})
    EXPECT_EQ(send("/echo", method, "x")->body, text);
  EXPECT_EQ(send("/echo", Method::post)->body, "POST yes ");
  EXPECT_EQ(send("/echo", Method::delete_)->body, "DELETE yes ");
  const auto head = send("/echo", Method::head);
  ASSERT_TRUE(head) << head.error().message;
  EXPECT_EQ(head->status, 429);
  EXPECT_EQ(head->body, "");
}

TEST_F(ClientTest, follows_no_redirect) { EXPECT_EQ(send("/redirect")->status, 302); }

TEST_F(ClientTest, a_time_out_leaves_it_open_whether_the_request_was_seen) {
  const auto answer = send("/late", Method::post, "x");
  ASSERT_FALSE(answer);
  EXPECT_TRUE(answer.error().timed_out);
  EXPECT_TRUE(answer.error().maybe_received);
}

TEST_F(ClientTest, a_lost_answer_leaves_it_open_whether_the_request_was_seen) {
  const auto answer = send("/drop", Method::post, "x");
  ASSERT_FALSE(answer);
  EXPECT_FALSE(answer.error().timed_out);
  EXPECT_TRUE(answer.error().maybe_received);
  EXPECT_FALSE(answer.error().message.empty());
}

TEST_F(ClientTest, a_refused_connection_is_certainly_not_seen) {
  const auto address = "http://127.0.0.1:" + std::to_string(server.port()) + "/echo";
  server.stop(10s);
  for (const auto& url :
       {address, std::string("http://no-such-host.invalid/"), std::string("ftp://127.0.0.1/"), std::string("nonsense:")}) {
    const auto answer = send(url);
    ASSERT_FALSE(answer) << url;
    EXPECT_FALSE(answer.error().maybe_received) << url << ": " << answer.error().message;
  }
}

TEST_F(ClientTest, an_answer_of_eight_mebibytes_is_read_and_a_larger_one_is_not) {
  EXPECT_EQ(send("/limit")->body.size(), 8U << 20);
  const auto answer = send("/large");
  ASSERT_FALSE(answer);
  EXPECT_TRUE(answer.error().maybe_received);
}

TEST_F(ClientTest, a_larger_answer_is_read_where_that_is_wanted) {
  Client patient({.answer_bytes_max = 16 << 20});
  OutboundRequest request;
  request.url = "http://127.0.0.1:" + std::to_string(server.port()) + "/large";
  request.timeout = 5s;
  const auto answer = testing::run(patient.send(std::move(request)));
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->body.size(), 9U << 20);
}

OutboundResult send_public(Client& client, const std::string& url) {
  OutboundRequest request;
  request.url = url;
  request.only_public = true;
  request.timeout = 5s;
  return testing::run(client.send(std::move(request)));
}

TEST_F(ClientTest, does_not_call_inside_for_an_address_that_somebody_typed) {
  ASSERT_TRUE(send("/"));  // a connection that is kept
  for (const std::string host : {"127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"}) {
    const auto answer = send_public(client, "http://" + host + ":" + std::to_string(server.port()) + "/");
    ASSERT_FALSE(answer) << host;
    EXPECT_THAT(answer.error().message, ::testing::HasSubstr("private network")) << host;
    EXPECT_FALSE(answer.error().maybe_received) << host;
  }
}

TEST_F(ClientTest, calls_inside_where_it_was_allowed) {
  Client allowed({.allowed = *AddressList::parse("127.0.0.0/8")});
  EXPECT_TRUE(send_public(allowed, "http://127.0.0.1:" + std::to_string(server.port()) + "/"));
  EXPECT_FALSE(send_public(allowed, "http://[::1]:" + std::to_string(server.port()) + "/"));
}

TEST_F(ClientTest, without_tls_it_calls_only_what_was_allowed_where_that_is_asked) {
  OutboundRequest request;
  request.only_public = request.plain_only_allowed = true;
  request.timeout = 5s;
  request.url = "http://127.0.0.1:" + std::to_string(server.port()) + "/";
  Client allowed({.allowed = *AddressList::parse("127.0.0.0/8")});
  EXPECT_TRUE(testing::run(allowed.send(request)));
  request.url = "http://192.0.2.1/";
  Client none;
  const auto answer = testing::run(none.send(request));
  ASSERT_FALSE(answer);
  EXPECT_THAT(answer.error().message, ::testing::HasSubstr("Without TLS"));
  EXPECT_FALSE(answer.error().maybe_received);
}

TEST_F(ClientTest, keeps_no_more_of_an_answer_than_is_wanted) {
  OutboundRequest request;
  request.url = "http://127.0.0.1:" + std::to_string(server.port()) + "/limit";
  request.answer_bytes_kept = 1'024;
  const auto answer = testing::run(client.send(request));
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body.size(), 1'024U);
}

}  // namespace
}  // namespace kassabro::http
