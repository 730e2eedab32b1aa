#include "main/public_api.hpp"

#include <gtest/gtest.h>

namespace kassabro::main {
namespace {

TEST(PublicApi, finds_its_base_below_any_prefix) {
  EXPECT_EQ(path_below("/sitoo/v1/contacts", "/sitoo/v1"), "/contacts");
  EXPECT_EQ(path_below("/shop/sitoo/v1", "/sitoo/v1"), "/");
  EXPECT_FALSE(path_below("/sitoo/v10/contacts", "/sitoo/v1"));
  EXPECT_FALSE(path_below("/contacts", "/sitoo/v1"));
}

TEST(PublicApi, a_receipts_token_is_the_last_segment_after_r) {
  EXPECT_EQ(receipt_token("/r/abc"), "abc");
  EXPECT_EQ(receipt_token("/shop/r/abc"), "abc");
  for (const char* path : {"/", "/r", "/r/abc/more", "/for/abc", "/r.abc", ""}) EXPECT_FALSE(receipt_token(path)) << path;
}

TEST(PublicApi, an_unknown_path_is_logged_without_its_values) {
  EXPECT_EQ(without_values("/contacts/255934461/redeem-all"), "/contacts/{}/redeem-all");
  EXPECT_EQ(without_values("/customers/anna%40shop.se"), "/customers/{}");
  EXPECT_EQ(without_values("/customers/anna"), "/customers/{}");
  EXPECT_EQ(without_values("/rk_aaaaaaaa/contacts"), "/{}/contacts");
}

}  // namespace
}  // namespace kassabro::main
