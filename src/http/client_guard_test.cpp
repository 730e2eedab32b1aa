// Whom the client calls, and whom it believes.
#include <date/date.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "http/client.hpp"
#include "http/server.hpp"
#include "http/tls_certificate.hpp"
#include "testing/run.hpp"
#include "testing/temporary_folder.hpp"

namespace kassabro::http {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

// Counts who comes.
struct Counting {
  explicit Counting(const std::string& listen, ServerLimits limits = {})
      : server(threads, listen, [this](const Request& request) { return serve(request); }, std::move(limits)) {}
  Async<Response> serve(const Request& /*request*/) {
    ++calls;
    co_return json_response("{}");
  }
  std::string port() const { return std::to_string(server.port()); }

  std::atomic<int> calls = 0;
  IoThreads threads{1};
  Server server;
};

OutboundRequest get(const std::string& url) {
  OutboundRequest request;
  request.url = url;
  request.timeout = 20s;
  request.headers = {{"Connection", "close"}};  // the next call connects anew
  return request;
}

TEST(ClientGuard, a_name_that_leads_inside_the_second_time_is_not_called) {
  Counting server("0.0.0.0:0");
  std::string address = "127.0.0.2";  // stands for the open internet
  Client client(
      {.allowed = *AddressList::parse("127.0.0.2"), .resolve = [&] { return "rebind.test:" + server.port() + ":" + address; }});
  auto request = get("http://rebind.test:" + server.port() + "/");
  request.only_public = true;
  EXPECT_TRUE(testing::run(client.send(request)));
  address = "127.0.0.1";
  const auto answer = testing::run(client.send(request));
  ASSERT_FALSE(answer);
  EXPECT_THAT(answer.error().message, HasSubstr("private network"));
  EXPECT_EQ(server.calls, 1);
}

TEST(ClientGuard, calls_only_the_hosts_that_are_named_for_an_address_that_somebody_typed) {
  Counting server("127.0.0.1:0");
  Client client({.allowed = *AddressList::parse("127.0.0.0/8"), .only = *HostList::parse("*.sitoo.test"), .resolve = [&] {
                   return "api.sitoo.test:" + server.port() + ":127.0.0.1";
                 }});
  for (const std::string host : {"127.0.0.1", "sitoo.test", "api.sitoo.test.evil.test", "api.sitoo.test@127.0.0.1"}) {
    auto request = get("http://" + host + ":" + server.port() + "/");
    request.only_public = true;
    const auto answer = testing::run(client.send(request));
    ASSERT_FALSE(answer) << host;
    EXPECT_THAT(answer.error().message, HasSubstr("outbound.only")) << host;
    EXPECT_FALSE(answer.error().maybe_received);
  }
  EXPECT_EQ(server.calls, 0);
  auto named = get("http://API.sitoo.test:" + server.port() + "/");
  named.only_public = true;
  EXPECT_TRUE(testing::run(client.send(named)));
  EXPECT_TRUE(testing::run(client.send(get("http://127.0.0.1:" + server.port() + "/")))) << "the operator's own address";
}

TEST(ClientGuard, asks_no_proxy_of_the_environment) {
  Counting server("127.0.0.1:0");
  Counting proxy("127.0.0.1:0");
  const auto address = "http://127.0.0.1:" + proxy.port();
  for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"})
    ::setenv(name, address.c_str(), 1);
  Client client;
  EXPECT_TRUE(testing::run(client.send(get("http://127.0.0.1:" + server.port() + "/"))));
  EXPECT_FALSE(testing::run(client.send(get("https://127.0.0.1:" + server.port() + "/")))) << "it speaks no TLS";
  auto inside = get("http://127.0.0.1:" + server.port() + "/");
  inside.only_public = true;
  EXPECT_FALSE(testing::run(client.send(inside)));
  for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"}) ::unsetenv(name);
  EXPECT_EQ(server.calls, 1);
  EXPECT_EQ(proxy.calls, 0);
}

class ClientTrust : public ::testing::Test {
 protected:
  ClientTrust() { run("openssl req -x509 " + new_key("ca") + " -subj '/CN=Test CA' -days 30 -out " + file("ca.pem")); }

  std::string file(const std::string& name) const { return folder.file(name); }
  std::string new_key(const std::string& name) const {
    return "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout " + file(name + ".key");
  }
  static void run(const std::string& command) { ASSERT_EQ(std::system((command + " 2>/dev/null").c_str()), 0) << command; }

  // One that the test's own authority has signed. By `openssl ca`: `openssl x509` of Debian 13 signs none that has ended already.
  void issue(const std::string& host, std::chrono::hours until = 30 * 24h) const {
    run("openssl req -new " + new_key("own") + " -subj /CN=" + host + " -addext subjectAltName=DNS:" + host + " -out " +
        file("own.csr"));
    std::ofstream(file("index.txt"));
    std::ofstream(file("ca.cnf")) << "[ca]\ndefault_ca = own\n[own]\ndatabase = " << file("index.txt")
                                  << "\nnew_certs_dir = " << folder.file("")
                                  << "\nrand_serial = yes\ndefault_md = sha256\npolicy = any\n"
                                  << "copy_extensions = copy\n[any]\ncommonName = supplied\n";
    const auto now = SystemClock().now();
    run("openssl ca -batch -notext -config " + file("ca.cnf") + " -cert " + file("ca.pem") + " -keyfile " + file("ca.key") +
        " -startdate " + utc(now - 10 * 24h) + " -enddate " + utc(now + until) + " -in " + file("own.csr") + " -out " +
        file("own.pem"));
  }
  static std::string utc(Timestamp time) { return date::format("%Y%m%d%H%M%SZ", date::floor<std::chrono::seconds>(time)); }

  // What a call of https://shop.test is told by a server with that certificate; "": it was answered.
  std::string trouble() {
    ServerLimits limits;
    limits.certificate = std::make_shared<TlsCertificate>(TlsCertificate::Files{file("own.pem"), file("own.key")}, clock,
                                                          TlsCertificate::Notes{});
    Counting server("127.0.0.1:0", limits);
    Client client({.authorities = file("ca.pem"), .resolve = [&] { return "shop.test:" + server.port() + ":127.0.0.1"; }});
    auto request = get("https://shop.test:" + server.port() + "/");
    request.headers.emplace_back("Authorization", "Basic secret");
    const auto answer = testing::run(client.send(request));
    EXPECT_EQ(server.calls, answer ? 1 : 0) << "whoever it is has heard nothing";
    if (answer) return "";
    EXPECT_FALSE(answer.error().maybe_received);
    return answer.error().message;
  }

  testing::TemporaryFolder folder;
  ManualClock clock{SystemClock().now() - 72h};  // the server's: it would not begin with a certificate that has ended
};

TEST_F(ClientTrust, a_certificate_of_a_known_authority_for_this_host_is_believed) {
  issue("shop.test");
  EXPECT_EQ(trouble(), "");
}

TEST_F(ClientTrust, a_certificate_that_was_signed_by_itself_is_not_believed) {
  run("openssl req -x509 " + new_key("own") + " -subj /CN=shop.test -addext subjectAltName=DNS:shop.test -days 30 -out " +
      file("own.pem"));
  EXPECT_THAT(trouble(), HasSubstr("self-signed"));
}

TEST_F(ClientTrust, a_certificate_that_has_ended_is_not_believed) {
  issue("shop.test", -24h);
  EXPECT_THAT(trouble(), HasSubstr("expired"));
}

TEST_F(ClientTrust, a_certificate_of_another_host_is_not_believed) {
  issue("other.test");
  EXPECT_THAT(trouble(), HasSubstr("shop.test"));
}

}  // namespace
}  // namespace kassabro::http
