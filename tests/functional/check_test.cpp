// `kassabro check` as somebody runs it before they connect a till.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

TEST(Check, our_own_server_holds_and_the_results_are_written_for_build_servers) {
  const TempFolder folder;
  System system;
  ASSERT_EQ(system.spi(http::Method::get, "/consents").status, 200);
  const auto held =
      system.command({"check", "v1", "--url", system.api_url(), "--token", system.token(), "--junit", folder.path("v1.xml")});
  EXPECT_EQ(held.status, 0) << held.output;
  std::ifstream in(folder.path("v1.xml"));
  const std::string xml{std::istreambuf_iterator<char>(in), {}};
  EXPECT_NE(xml.find("failures=\"0\""), std::string::npos) << xml;
}

TEST(Check, a_server_that_is_none_fails) {
  System system;
  const auto wrong = system.command({"check", "v2", "--url", system.sandbox_url(), "--user", "a", "--password", "b"});
  EXPECT_EQ(wrong.status, 1);
  EXPECT_NE(wrong.output.find("<failure"), std::string::npos) << wrong.output;
  EXPECT_EQ(system.command({"check", "v1", "--url", "till.example.com"}).status, 2);
}

}  // namespace
}  // namespace kassabro::tests
