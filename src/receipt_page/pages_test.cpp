#include "receipt_page/pages.hpp"

#include <gmock/gmock.h>

#include "testing/receipts.hpp"
#include "testing/samples.hpp"
#include "testing/sqlite_store.hpp"

namespace kassabro::receipt_page {
namespace {

using ::testing::HasSubstr;
using testing::noon;
using testing::run;

class ReceiptPagesTest : public ::testing::Test {
 protected:
  ReceiptPagesTest() {
    file.write([](app::Tables& tables) {
      auto account = testing::sample_account(1, "Åsas");
      account.settings = {{"receipt", {{"details", {"Storgatan 1", "556000-0000"}}}}};
      ASSERT_TRUE(tables.accounts.insert(account, 0));
      ASSERT_TRUE(tables.contacts.insert(1, testing::sample_contact(7)));
      auto order = testing::check_order();
      order.contact = 7;
      tables.orders.save(1, {order, true}, noon);
    });
    token = run(links.token_for(1, "11513")).reveal();
  }

  http::Response get(const std::string& target, std::string_view accept_language = {}, std::string peer = "10.0.0.1") {
    http::Request request;
    request.target = target;
    request.peer = std::move(peer);
    if (!accept_language.empty()) request.headers = {{"accept-language", accept_language}};
    return run(pages.handle(request, request.path().substr(std::string_view("/r/").size())));
  }

  static std::string header(const http::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
      if (key == name) return value;
    return {};
  }

  testing::SqliteFile file;
  ManualClock clock{noon};
  app::ReceiptLinks links{file->receipt_links(), clock, {}};
  app::AccountRegistry accounts{file->accounts()};
  receipt::ReadReceipt read{{accounts, file->orders(), file->contacts(), file->bonus_checks()}};
  ReceiptPages pages{links, read, clock};
  std::string token;
};

TEST_F(ReceiptPagesTest, who_has_the_link_sees_the_receipt) {
  const auto response = get("/r/" + token);
  EXPECT_EQ(response.status, 200);
  for (const char* text : {"Åsas", "556000-0000", "Coat", "1\u00a0198,00\u00a0kr", "m7", "BC-1"})
    EXPECT_THAT(response.body, HasSubstr(text));
}

TEST_F(ReceiptPagesTest, every_answer_stays_private) {
  for (const auto& target : {"/r/" + token, std::string("/r/nothing"), std::string("/r/")}) {
    const auto response = get(target);
    EXPECT_EQ(header(response, "X-Robots-Tag"), "noindex, nofollow");
    EXPECT_EQ(header(response, "Cache-Control"), "private, no-store");
    EXPECT_EQ(header(response, "Referrer-Policy"), "no-referrer");
    EXPECT_THAT(header(response, "Content-Security-Policy"), HasSubstr("default-src 'none'"));
  }
}

TEST_F(ReceiptPagesTest, the_language_is_the_one_asked_for_or_the_browsers_or_the_accounts) {
  EXPECT_THAT(get("/r/" + token).body, HasSubstr("<html lang=\"sv\">"));
  EXPECT_THAT(get("/r/" + token, "en-GB,en;q=0.9").body, HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(get("/r/" + token + "?lang=sv", "en").body, HasSubstr("<html lang=\"sv\">"));
  EXPECT_THAT(get("/r/" + token + "?lang=xx", "de").body, HasSubstr("<html lang=\"sv\">"));
}

TEST_F(ReceiptPagesTest, what_is_no_token_is_not_found_whatever_it_is) {
  const auto body = get("/r/nothing").body;
  for (const auto& wrong : {token + "x", token.substr(1), std::string("11513"), std::string("%00"), std::string(5'000, 'a')}) {
    const auto response = get("/r/" + wrong);
    EXPECT_EQ(response.status, 404) << wrong;
    EXPECT_EQ(response.body, body) << wrong;
  }
}

TEST_F(ReceiptPagesTest, who_tries_many_tokens_waits_a_minute_and_others_need_not) {
  for (int i = 0; i < 60; ++i) ASSERT_EQ(get("/r/guess" + std::to_string(i)).status, 404) << i;
  const auto response = get("/r/" + token);
  EXPECT_EQ(response.status, 429) << "whatever it is";
  EXPECT_EQ(header(response, "Retry-After"), "60");
  EXPECT_EQ(header(response, "Cache-Control"), "private, no-store");
  EXPECT_THAT(response.body, HasSubstr("Please wait a minute"));
  EXPECT_EQ(get("/r/" + token, "", "10.0.0.2").status, 200);
  clock.advance(std::chrono::minutes(1));
  EXPECT_EQ(get("/r/" + token).status, 200);
}

TEST_F(ReceiptPagesTest, an_expired_link_says_so) {
  clock.advance(std::chrono::days(90));
  const auto response = get("/r/" + token);
  EXPECT_EQ(response.status, 410);
  EXPECT_THAT(response.body, HasSubstr("Länken har gått ut"));
}

TEST_F(ReceiptPagesTest, a_link_to_an_order_that_is_gone_opens_nothing) {
  EXPECT_EQ(get("/r/" + run(links.token_for(1, "other")).reveal()).status, 404);
  EXPECT_EQ(get("/r/" + run(links.token_for(2, "11513")).reveal()).status, 404);
}

TEST_F(ReceiptPagesTest, a_receipt_is_only_read) {
  http::Request request;
  request.method = http::Method::post;
  const auto response = run(pages.handle(request, token));
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(header(response, "Allow"), "GET, HEAD");
}

}  // namespace
}  // namespace kassabro::receipt_page
