#include "app/receipt_links.hpp"

#include <gtest/gtest.h>

#include "testing/samples.hpp"
#include "testing/sqlite_store.hpp"

namespace kassabro::app {
namespace {

using testing::noon;
using testing::run;

class ReceiptLinksTest : public ::testing::Test {
 protected:
  testing::SqliteFile file;
  ManualClock clock{noon};
  ReceiptLinks links{file->receipt_links(), clock, {}};
};

TEST_F(ReceiptLinksTest, a_token_is_128_bits_that_a_url_takes_as_they_are) {
  const auto token = run(links.token_for(1, "11513")).reveal();
  EXPECT_EQ(token.size(), 22U);
  EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), std::string::npos);
  EXPECT_NE(run(links.token_for(1, "11514")).reveal(), token);
  EXPECT_EQ(run(links.token_for(1, "11513")).reveal(), token) << "one an order";
}

TEST_F(ReceiptLinksTest, a_link_opens_for_90_days_and_is_told_from_others_for_a_year_more) {
  const auto token = run(links.token_for(1, "11513")).reveal();
  auto found = run(links.find(token));
  EXPECT_EQ(found.state, ReceiptLinkState::open);
  EXPECT_EQ(found.link.order_id, "11513");
  EXPECT_EQ(run(links.find(token + "x")).state, ReceiptLinkState::unknown);
  EXPECT_EQ(run(links.find("")).state, ReceiptLinkState::unknown);
  clock.advance(std::chrono::days(90));
  EXPECT_EQ(run(links.find(token)).state, ReceiptLinkState::expired);
  EXPECT_NE(run(links.token_for(1, "11513")).reveal(), token) << "a new one";
  EXPECT_EQ(run(links.forget_old(1)), 0U);
  clock.advance(std::chrono::days(366));
  EXPECT_EQ(run(links.forget_old(1)), 1U) << "the new one is younger";
  EXPECT_EQ(run(links.find(token)).state, ReceiptLinkState::unknown);
}

TEST_F(ReceiptLinksTest, the_database_holds_no_token) {
  const auto token = run(links.token_for(1, "11513")).reveal();
  EXPECT_EQ(file.count("SELECT count(*) FROM receipt_links"), 1);
  EXPECT_EQ(file.count("SELECT count(*) FROM receipt_links WHERE instr(token, CAST('" + token + "' AS BLOB)) > 0"), 0);
}

TEST(ReceiptAddress, is_short) {
  EXPECT_EQ(receipt_address("https://shop.example/", SecretString("abc")), "https://shop.example/r/abc");
}

}  // namespace
}  // namespace kassabro::app
