// The public listener with a certificate of its own, called as a till would: by somebody else's TLS.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

class TlsTest : public ::testing::Test {
 protected:
  void make_certificate(const std::string& name) const {
    const auto made = run({"/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                           "-nodes", "-subj", "/CN=" + name, "-addext", "subjectAltName=IP:127.0.0.1,DNS:" + name, "-days", "5",
                           "-keyout", folder.path("key.pem"), "-out", folder.path("certificate.pem")});
    ASSERT_EQ(made.status, 0) << made.output;
  }
  Finished curl(const System& system, std::vector<std::string> arguments) const {
    std::vector<std::string> line{"/usr/bin/curl", "-sS", "--max-time", "20", "--cacert", folder.path("certificate.pem")};
    line.insert(line.end(), arguments.begin(), arguments.end() - 1);
    line.push_back("https://127.0.0.1:" + std::to_string(system.public_port()) + arguments.back());
    return run(line);
  }
  std::vector<std::string> settings() const {
    return {"public.tls_certificate=" + folder.path("certificate.pem"), "public.tls_key=" + folder.path("key.pem")};
  }

  TempFolder folder;
};

TEST_F(TlsTest, a_till_calls_over_https_and_a_renewed_certificate_needs_no_restart) {
  make_certificate("a.shop.se");
  System system(settings());
  const auto answer = curl(system, {"-H", "Authorization: Bearer " + system.token(), "/sitoo/v1/consents"});
  EXPECT_EQ(answer.status, 0);
  EXPECT_EQ(answer.output.substr(0, 1), "[") << answer.output;
  EXPECT_THAT(system.admin(http::Method::get, "/metrics").body, HasSubstr("kassabro_certificate_end_timestamp_seconds "));

  make_certificate("b.shop.se");  // signed by itself: who trusts the new one trusts only it
  EXPECT_TRUE(eventually([&] { return curl(system, {"/healthz"}).status == 0; }));
  EXPECT_EQ(system.stop_kassabro(), 0);
}

TEST_F(TlsTest, a_certificate_that_ends_soon_is_an_alert) {
  make_certificate("a.shop.se");  // for five days
  System system(settings());
  EXPECT_TRUE(eventually([&] { return system.log().find("alert certificate: it ends at ") != std::string::npos; }, 30s))
      << system.log();
}

TEST_F(TlsTest, a_certificate_of_no_use_is_named_and_the_one_of_before_stays) {
  make_certificate("a.shop.se");
  const auto trusted = folder.path("trusted.pem");
  std::filesystem::copy_file(folder.path("certificate.pem"), trusted);
  System system(settings());
  std::filesystem::resize_file(folder.path("certificate.pem"), 10);
  std::filesystem::last_write_time(folder.path("certificate.pem"), std::filesystem::file_time_type::clock::now());
  const auto call = [&] {
    return run({"/usr/bin/curl", "-sS", "--cacert", trusted,
                "https://127.0.0.1:" + std::to_string(system.public_port()) + "/healthz"});
  };
  EXPECT_TRUE(eventually([&] { return call().status == 0 && system.log().find("certificate.pem") != std::string::npos; }))
      << system.log();
  EXPECT_EQ(call().status, 0);
}

}  // namespace
}  // namespace kassabro::tests
