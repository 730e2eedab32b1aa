#include "http/tls_certificate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <cstdlib>
#include <fstream>

#include "base/error.hpp"
#include "http/server.hpp"
#include "testing/wire.hpp"

namespace kassabro::http {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
namespace asio = boost::asio;
using Hours = std::chrono::duration<double, std::ratio<3600>>;

class TlsCertificateTest : public ::testing::Test {
 protected:
  TlsCertificateTest() { std::filesystem::create_directory(folder); }
  ~TlsCertificateTest() override { std::filesystem::remove_all(folder); }

  // As certbot's would be, but signed by itself.
  void make(const std::string& name, const std::string& days = "30") const {
    const auto command = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=" + name +
                         " -days " + days + " -keyout " + files.key + " -out " + files.certificate + " 2>/dev/null";
    ASSERT_EQ(std::system(command.c_str()), 0);
    // The test is quicker than some file systems count time.
    const auto later = std::filesystem::last_write_time(files.certificate) + std::chrono::seconds(++made);
    std::filesystem::last_write_time(files.certificate, later);
  }
  void write(const std::string& file, const std::string& text) const { std::ofstream(file) << text; }

  std::string failure() {
    try {
      TlsCertificate certificate(files, clock, {});
    } catch (const InfrastructureFailure& error) {
      return error.what();
    }
    return "";
  }

  TlsCertificate::Notes notes() {
    return {[this](Timestamp at) { ends.push_back(at); }, [this](const std::string& what) { troubles.push_back(what); }};
  }

  std::filesystem::path folder = std::filesystem::temp_directory_path() / ("kassabro_tls_" + std::to_string(::getpid()));
  TlsCertificate::Files files{folder / "certificate.pem", folder / "key.pem"};
  SystemClock system_clock;
  ManualClock clock{system_clock.now()};
  std::vector<Timestamp> ends;
  std::vector<std::string> troubles;
  mutable int made = 0;
};

// A client that shows whose certificate it was shown; it trusts everybody.
struct TlsClient {
  explicit TlsClient(std::uint16_t port) {
    stream.next_layer().connect({asio::ip::address_v4::loopback(), port});
    stream.handshake(asio::ssl::stream_base::client);
  }
  std::string peer() {
    char name[256] = "";
    auto* certificate = SSL_get1_peer_certificate(stream.native_handle());
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
    X509_free(certificate);
    return name;
  }
  // The answer to the last request of the connection, and how the connection ended.
  std::pair<std::string, boost::system::error_code> ask_last(const std::string& request) {
    asio::write(stream, asio::buffer(request));
    std::string answer;
    boost::system::error_code ended;
    asio::read(stream, asio::dynamic_buffer(answer), ended);
    return {answer, ended};
  }

  asio::io_context context;
  asio::ssl::context tls{asio::ssl::context::tls_client};
  asio::ssl::stream<asio::ip::tcp::socket> stream{context, tls};
};

Async<Response> echo(const Request& request) {
  Response response;
  response.body = std::string(request.target) + " " + std::string(request.body);
  co_return response;
}

TEST_F(TlsCertificateTest, says_which_file_is_wrong) {
  EXPECT_THAT(failure(), HasSubstr("certificate.pem"));
  make("a.shop.se");
  EXPECT_EQ(failure(), "");
  write(files.key, "no key");
  EXPECT_THAT(failure(), HasSubstr("key.pem"));
  make("a.shop.se");
  const auto key = folder / "other.pem";
  ASSERT_EQ(std::system(("openssl genpkey -algorithm ed25519 -out " + key.string() + " 2>/dev/null").c_str()), 0);
  files.key = key;
  EXPECT_THAT(failure(), HasSubstr("other.pem"));
}

TEST_F(TlsCertificateTest, does_not_begin_with_one_that_has_ended) {
  make("a.shop.se", "1");
  clock.advance(48h);
  EXPECT_THAT(failure(), HasSubstr("has ended"));
}

TEST_F(TlsCertificateTest, takes_new_files_and_keeps_the_old_while_new_ones_are_of_no_use) {
  make("a.shop.se", "10");
  TlsCertificate certificate(files, clock, notes());
  const auto first = certificate.context();
  ASSERT_EQ(ends.size(), 1U);
  EXPECT_NEAR(Hours(ends[0] - clock.now()).count(), 240, 1);

  write(files.certificate, "half a file");
  EXPECT_EQ(certificate.context(), first) << "it was looked at a moment ago";
  clock.advance(2s);
  EXPECT_EQ(certificate.context(), first);
  ASSERT_EQ(troubles.size(), 1U);
  EXPECT_THAT(troubles[0], HasSubstr("certificate.pem"));
  clock.advance(2s);
  EXPECT_EQ(certificate.context(), first);
  EXPECT_EQ(troubles.size(), 1U) << "told for each connection";

  make("b.shop.se", "20");
  clock.advance(2s);
  EXPECT_NE(certificate.context(), first);
  ASSERT_EQ(ends.size(), 2U);
  EXPECT_NEAR(Hours(ends[1] - clock.now()).count(), 480, 1);
}

TEST_F(TlsCertificateTest, a_server_speaks_https_and_changes_its_certificate_between_two_connections) {
  make("a.shop.se");
  ServerLimits limits;
  limits.certificate = std::make_shared<TlsCertificate>(files, clock, notes());
  IoThreads threads{2};
  Server server(threads, "127.0.0.1:0", &echo, limits);
  TlsClient before(server.port());
  EXPECT_EQ(before.peer(), "a.shop.se");

  make("b.shop.se");
  clock.advance(2s);
  EXPECT_EQ(TlsClient(server.port()).peer(), "b.shop.se");
  const std::string body(100'000, 'x');
  const auto [answer, ended] =
      before.ask_last("POST /still?a=b HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 100000\r\n\r\n" + body);
  EXPECT_THAT(answer, HasSubstr("/still?a=b " + body));
  EXPECT_EQ(ended, asio::error::eof) << "the server takes its leave: nothing was cut off";
}

TEST_F(TlsCertificateTest, whoever_speaks_no_tls_is_let_go_and_nobody_else_suffers) {
  make("a.shop.se");
  ServerLimits limits{.request_timeout = 1s};
  limits.certificate = std::make_shared<TlsCertificate>(files, clock, notes());
  IoThreads threads{1};
  Server server(threads, "127.0.0.1:0", &echo, limits);
  testing::Wire silent(server.port());
  testing::Wire plain(server.port());
  plain.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(plain.receive_all(), ::testing::Not(HasSubstr("HTTP/1.1")));
  EXPECT_THAT(TlsClient(server.port()).ask_last("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").first,
              HasSubstr("/a"));
  EXPECT_EQ(silent.receive_all(), "") << "closed after its second";
}

}  // namespace
}  // namespace kassabro::http
