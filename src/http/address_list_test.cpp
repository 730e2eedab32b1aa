#include "http/address_list.hpp"

#include <gtest/gtest.h>

namespace kassabro::http {
namespace {

bool is_public(std::string_view text) { return is_public_address(*parse_address(text)); }

TEST(AddressList, holds_addresses_and_networks_of_both_kinds) {
  const auto list = *AddressList::parse("127.0.0.1, 10.1.2.3/8,, fd00::/8");
  EXPECT_TRUE(list.contains(*parse_address("127.0.0.1")));
  EXPECT_FALSE(list.contains(*parse_address("127.0.0.2")));
  EXPECT_TRUE(list.contains(*parse_address("10.255.0.1")));
  EXPECT_TRUE(list.contains(*parse_address("::ffff:10.0.0.1")));
  EXPECT_TRUE(list.contains(*parse_address("fd12::1")));
  EXPECT_FALSE(list.contains(*parse_address("fe80::1")));
  EXPECT_TRUE(AddressList::parse("")->is_empty());
}

TEST(AddressList, names_what_is_no_address) {
  EXPECT_NE(AddressList::parse("10.0.0.1, shop.se").error().message.find("shop.se"), std::string::npos);
  EXPECT_FALSE(AddressList::parse("10.0.0.0/33"));
}

TEST(PublicAddress, is_none_that_leads_inside) {
  for (const auto* inside : {"127.0.0.1",
                             "127.8.8.8",
                             "0.0.0.0",
                             "10.0.0.1",
                             "172.16.0.1",
                             "172.31.255.255",
                             "192.168.1.1",
                             "169.254.169.254",
                             "100.64.0.1",
                             "198.18.0.1",
                             "224.0.0.1",
                             "255.255.255.255",
                             "::",
                             "::1",
                             "fe80::1",
                             "fd00::1",
                             "ff02::1",
                             "::ffff:127.0.0.1",
                             "64:ff9b::7f00:1",
                             "64:ff9b::a00:1",
                             "2002:7f00:1::",
                             "2002:c0a8:101::1"})
    EXPECT_FALSE(is_public(inside)) << inside;
}

TEST(PublicAddress, is_one_of_the_open_internet) {
  for (const auto* outside : {"8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2a00:1450:400f:80d::200e",
                              "64:ff9b::808:808", "2002:808:808::1"})
    EXPECT_TRUE(is_public(outside)) << outside;
}

}  // namespace
}  // namespace kassabro::http
