#include "http/basic_credentials.hpp"

#include <gtest/gtest.h>

namespace kassabro::http {
namespace {

TEST(BasicCredentials, are_read_as_they_are_written) {
  const auto header = to_basic_header({"1500-1", SecretString("s:nd b\xC3\xB6x")});
  const auto read = parse_basic(header);
  ASSERT_TRUE(read) << header;
  EXPECT_EQ(read->user, "1500-1");
  EXPECT_EQ(read->password.reveal(), "s:nd b\xC3\xB6x");
  EXPECT_EQ(to_basic_header({"Aladdin", SecretString("open sesame")}), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
}

TEST(BasicCredentials, the_scheme_is_read_in_any_case_and_the_padding_may_be_missing) {
  for (const char* header : {"basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Basic  QWxhZGRpbjpvcGVuIHNlc2FtZQ"})
    EXPECT_EQ(parse_basic(header).value().user, "Aladdin") << header;
}

TEST(BasicCredentials, anything_else_is_none) {
  for (const char* header : {"", "Basic", "Bearer QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Basic ???", "Basic QWxhZGRpbg=="})
    EXPECT_FALSE(parse_basic(header)) << header;
}

}  // namespace
}  // namespace kassabro::http
