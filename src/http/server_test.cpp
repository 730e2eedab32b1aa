#include "http/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "testing/wire.hpp"

namespace kassabro::http {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using testing::Wire;

const ServerLimits impatient{.idle_timeout = 1s, .request_timeout = 1s, .write_timeout = 1s};

class ServerTest : public ::testing::Test {
 protected:
  // Says what it was asked: "GET /path?query body".
  Async<Response> echo(const Request& request) {
    ++handled;
    if (request.path() == "/throw") throw InfrastructureFailure("the disk is full");
    if (request.path() == "/drop") {
      Response response;
      response.drop_connection = true;
      co_return response;
    }
    Response response;
    response.content_type = "text/plain";
    response.body = std::string(request.method_text) + " " + std::string(request.target) + " " + std::string(request.body);
    co_return response;
  }

  // One answer on a new connection that is closed after it.
  std::string ask(const std::string& request) {
    Wire wire(server.port());
    wire.send(request);
    return wire.receive_all();
  }

  std::atomic<int> handled = 0;
  std::atomic<int> failures = 0;
  IoThreads threads{2};
  Handler handler = [this](const Request& request) { return echo(request); };
  Server server{threads, "127.0.0.1:0", handler, impatient, [this](const Request&, const std::exception&) { ++failures; }};
};

TEST_F(ServerTest, answers_one_request_after_another_on_one_connection) {
  Wire wire(server.port());
  for (int i = 0; i < 3; ++i) {
    wire.send("POST /a?b=c HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody");
    EXPECT_THAT(wire.receive_until("body"), HasSubstr("POST /a?b=c body"));
  }
  wire.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(wire.receive_all(), HasSubstr("Connection: close\r\n"));
}

TEST_F(ServerTest, pipelined_requests_are_answered_in_order) {
  const auto answers =
      ask("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nPOST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
          "GET /3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const auto first = answers.find("GET /1"), second = answers.find("POST /2 abc"), third = answers.find("GET /3");
  EXPECT_LT(first, second);
  EXPECT_LT(second, third);
  EXPECT_NE(third, std::string::npos);
}

TEST_F(ServerTest, takes_chunked_bodies_and_old_clients) {
  EXPECT_THAT(ask("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: "
                  "chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"),
              HasSubstr("POST / abcde"));
  EXPECT_THAT(ask("GET /old HTTP/1.0\r\n\r\n"), HasSubstr("GET /old"));
}

TEST_F(ServerTest, head_has_the_length_and_no_body) {
  const auto answer = ask("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(answer, HasSubstr("Content-Length: 7\r\n"));
  EXPECT_THAT(answer, ::testing::EndsWith("\r\n\r\n"));
}

TEST_F(ServerTest, a_body_of_a_mebibyte_is_taken_and_a_larger_one_is_not) {
  const auto post = [](std::size_t size) {
    return "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n" +
           std::string(size, 'x');
  };
  EXPECT_THAT(ask(post(1 << 20)), StartsWith("HTTP/1.1 200"));
  const auto refusal = ask(post((1 << 20) + 1));
  EXPECT_THAT(refusal, StartsWith("HTTP/1.1 413"));
  EXPECT_THAT(refusal, HasSubstr("1 MiB"));
  EXPECT_THAT(ask("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n110000\r\n" + std::string(0x110000, 'x') +
                  "\r\n0\r\n\r\n"),
              StartsWith("HTTP/1.1 413"));
  EXPECT_EQ(handled, 1);
}

TEST_F(ServerTest, headers_that_are_too_large_are_refused) {
  EXPECT_THAT(ask("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(20'000, 'x') + "\r\n\r\n"), StartsWith("HTTP/1.1 431"));
}

TEST_F(ServerTest, who_runs_the_server_may_answer_for_what_could_not_be_read) {
  Server mild(threads, "127.0.0.1:0", handler, impatient, {}, [](const Request& request, Response usual) {
    if (request.path() != "/mild") return usual;
    usual.status += 100;
    return usual;
  });
  const auto ask_mild = [&](const std::string& path, const std::string& rest) {
    Wire wire(mild.port());
    wire.send("POST " + path + "?a=b HTTP/1.1\r\nHost: x\r\n" + rest);
    return wire.receive_all().substr(0, 12);
  };
  const auto large = "Content-Length: " + std::to_string((1 << 20) + 1) + "\r\n\r\n";
  const auto long_header = "X-Long: " + std::string(20'000, 'x') + "\r\n\r\n";
  for (const auto& [rest, usual, changed] : {std::tuple{large, "413", "513"},
                                             {long_header, "431", "531"},
                                             {std::string("Content-Length: -5\r\n\r\n"), "400", "500"},
                                             {std::string("Transfer-Encoding: chunked\r\n\r\nZZ\r\n"), "400", "500"}}) {
    EXPECT_EQ(ask_mild("/other", rest), std::string("HTTP/1.1 ") + usual);
    EXPECT_EQ(ask_mild("/mild", rest), std::string("HTTP/1.1 ") + changed);
  }
  Wire garbage(mild.port());
  garbage.send("\x16\x03\x01\x02");
  EXPECT_THAT(garbage.receive_all(), StartsWith("HTTP/1.1 400"));
}

TEST_F(ServerTest, what_is_no_http_is_refused) {
  for (const char* garbage :
       {"\r\n\r\nnonsense\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n", "\x16\x03\x01\x02\x00\x01"})
    EXPECT_THAT(ask(garbage), StartsWith("HTTP/1.1 400")) << garbage;
  EXPECT_EQ(handled, 0);
}

TEST_F(ServerTest, a_request_that_drips_in_is_cut_off) {
  Wire header(server.port());
  header.send("GET / HTTP/1.1\r\nHos");
  Wire body(server.port());
  body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab");
  EXPECT_EQ(header.receive_all(), "");
  EXPECT_EQ(body.receive_all(), "");
  EXPECT_EQ(handled, 0);
}

TEST_F(ServerTest, an_idle_connection_is_closed) {
  Wire silent(server.port());
  EXPECT_EQ(silent.receive_all(), "");
  Wire served(server.port());
  served.send("GET /once HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(served.receive_all(), HasSubstr("GET /once"));
}

TEST_F(ServerTest, a_client_that_has_finished_sending_gets_its_answer) {
  Wire wire(server.port());
  wire.send("GET /half HTTP/1.1\r\nHost: x\r\n\r\n");
  wire.finish_sending();
  EXPECT_THAT(wire.receive_all(), HasSubstr("GET /half"));
}

TEST_F(ServerTest, a_handler_that_fails_is_answered_and_reported_without_its_words) {
  const auto answer = ask("GET /throw HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 503"));
  EXPECT_THAT(answer, ::testing::Not(HasSubstr("disk")));
  EXPECT_EQ(failures, 1);
}

TEST_F(ServerTest, a_client_that_asks_first_is_told_to_go_on) {
  Wire wire(server.port());
  wire.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(wire.receive_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  wire.send("abc");
  EXPECT_THAT(wire.receive_all(), HasSubstr("POST / abc"));
}

TEST_F(ServerTest, an_answer_may_be_lost_on_purpose) { EXPECT_EQ(ask("GET /drop HTTP/1.1\r\nHost: x\r\n\r\n"), ""); }

TEST_F(ServerTest, a_taken_port_and_a_strange_address_are_told_in_words) {
  const auto failure = [&](const std::string& address) -> std::string {
    try {
      const Server second(threads, address, handler);
    } catch (const InfrastructureFailure& told) {
      return told.what();
    }
    return "it listens";
  };
  const auto taken = "127.0.0.1:" + std::to_string(server.port());
  EXPECT_THAT(failure(taken), ::testing::AllOf(HasSubstr(taken), HasSubstr("another program")));
  for (const char* address : {"8080", "", "127.0.0.1:http port", "no such host.invalid:80"})
    EXPECT_THAT(failure(address), HasSubstr("host:port")) << address;
}

TEST_F(ServerTest, it_can_be_stopped_while_clients_are_connected) {
  Wire wire(server.port());
  wire.send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(wire.receive_until("GET /1"), HasSubstr("GET /1"));
  server.stop(10s);
  wire.receive_all();
  EXPECT_THROW(Wire(server.port()), std::exception);
}

TEST(ServerLimits, connections_over_the_limit_are_closed) {
  IoThreads threads{1};
  Server server(threads, "127.0.0.1:0", [](const Request&) -> Async<Response> { co_return json_response("[]"); },
                {.connections_max = 1});
  Wire first(server.port());
  first.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  ASSERT_THAT(first.receive_until("[]"), HasSubstr("200 OK"));
  Wire second(server.port());
  EXPECT_EQ(second.receive_all(), "");
  first.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(first.receive_until("[]"), HasSubstr("200 OK"));
}

}  // namespace
}  // namespace kassabro::http
