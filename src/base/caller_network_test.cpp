#include "base/caller_network.hpp"

#include <gtest/gtest.h>

namespace kassabro {
namespace {

TEST(CallerNetwork, is_an_ipv4_address_or_the_first_half_of_an_ipv6_address) {
  EXPECT_EQ(caller_network("10.0.0.1"), caller_network("::ffff:10.0.0.1"));
  EXPECT_NE(caller_network("10.0.0.1"), caller_network("10.0.0.2"));
  EXPECT_EQ(caller_network("2001:db8:1:2::1"), caller_network("2001:db8:1:2:ffff:ffff:ffff:ffff"));
  EXPECT_NE(caller_network("2001:db8:1:2::1"), caller_network("2001:db8:1:3::1"));
  EXPECT_NE(caller_network("::1"), caller_network("127.0.0.1"));
  EXPECT_EQ(caller_network("no address"), caller_network("no address"));
  EXPECT_NE(caller_network("no address"), caller_network(""));
}

}  // namespace
}  // namespace kassabro
