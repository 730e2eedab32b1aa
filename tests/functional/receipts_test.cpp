// Digital receipts: a sale at the till, a mail or an SMS in the customer's inbox, and the page behind its link.
#include <gtest/gtest.h>

#include "tests/support/events_shop.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

class Receipts : public ::testing::Test {
 protected:
  void send_by(const std::string& send) {
    const auto set = system_.command({"account", "set", shop_.account.text("account_id"), "--settings",
                                      R"({"receipt":{"send":")" + send + R"(","shop":"Åsas Kläder"}})"});
    ASSERT_EQ(set.status, 0) << set.output;
  }
  json::object sell(const std::string& more = {}) {
    const auto sold = system_.sandbox(Method::post, "/control/pos/sell", sale_to_anna(shop_, more));
    EXPECT_EQ(sold.status, 200) << sold.body;
    EXPECT_TRUE(system_.wait_until_quiet()) << system_.log();
    return sold.json().as_object();
  }
  json::array inbox(const std::string& kind, const std::string& to) {
    return system_.sandbox(Method::get, "/control/rule/accounts/" + system_.token() + "/" + kind + "?to=" + to)
        .json()
        .at("items")
        .as_array();
  }
  json::array mails() { return inbox("mailbox", "anna@shop.se"); }
  // The path of the first link to a receipt's page in a text.
  std::string page_in(std::string_view text) const {
    const auto link = text.find(system_.base_url() + "/r/");
    if (link == std::string_view::npos) return {};
    const auto path = text.substr(link + system_.base_url().size());
    return std::string(path.substr(0, path.find_first_of(" \"\n<")));
  }

  System system_;
  EventsShop shop_ = open_events_shop(system_);
};

TEST_F(Receipts, a_sale_brings_one_mail_whose_link_shows_the_receipt) {
  send_by("email");
  const auto sold = sell();
  ASSERT_EQ(mails().size(), 1U);
  const auto mail = mails().at(0).as_object();
  EXPECT_EQ(mail.at("kind"), "transactional");
  EXPECT_NE(text_member(mail, "subject").find("Åsas Kläder"), std::string::npos);
  for (const char* part : {"html", "plain"}) {
    EXPECT_NE(text_member(mail, part).find("698,00"), std::string::npos) << part;
    EXPECT_NE(text_member(mail, part).find("Skjorta"), std::string::npos) << part;
  }
  const auto path = page_in(text_member(mail, "plain"));
  ASSERT_FALSE(path.empty()) << text_member(mail, "plain");
  const auto page = system_.kassabro(Method::get, path);
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find(text_member(sold, "receipt_id")), std::string::npos);
  EXPECT_EQ(system_.kassabro(Method::get, path + "x").status, 404);

  const auto order = text_member(sold, "order_id");
  ASSERT_EQ(
      system_.sandbox(Method::post, "/control/orders/" + order + "/update", R"({"additionaldata":{"pos-staff":"Kim"}})").status,
      200);
  ASSERT_TRUE(system_.wait_until_quiet());
  EXPECT_EQ(mails().size(), 1U) << "a changed order is no new receipt";
  const auto record = system_.rule_dump().at("subscribers").as_array().at(0);
  EXPECT_NE(to_json_text(record).find(path), std::string::npos) << "the link stands with the order in Rule";
}

TEST_F(Receipts, whoever_has_opted_out_of_marketing_gets_the_receipt_all_the_same) {
  send_by("email");
  sell();
  ASSERT_EQ(system_
                .sandbox(Method::post, "/control/rule/accounts/" + system_.token() + "/events",
                         R"({"event":"unsubscribe","email":"anna@shop.se","message_type":"email"})")
                .status,
            200);
  sell();
  ASSERT_EQ(mails().size(), 2U);
  EXPECT_EQ(mails().at(1).at("status"), "sent");
}

TEST_F(Receipts, a_cashier_asks_for_the_mail_and_gets_it_each_time) {
  send_by("on_request");
  const auto quiet = sell();
  EXPECT_EQ(mails().size(), 0U);
  sell(R"("email_receipt":true)");
  EXPECT_EQ(mails().size(), 1U);
  const auto ask = [&](const char* id) {
    const auto event = R"({"events":[{"event_id":")" + std::string(id) +
                       R"(","event_type":"order","data":{"eshop_id":1,"order_id":)" + text_member(quiet, "order_id") +
                       R"(,"order_event_type":"email-receipt"}}]})";
    EXPECT_EQ(system_.sandbox(Method::post, "/control/events/send", event).status, 200);
    EXPECT_TRUE(system_.wait_until_quiet());
  };
  ask("a1");
  EXPECT_EQ(mails().size(), 2U);
  ask("a1");
  EXPECT_EQ(mails().size(), 2U) << "the same event again";
  ask("a2");
  EXPECT_EQ(mails().size(), 3U);
}

TEST_F(Receipts, without_an_address_an_sms_with_a_short_link) {
  send_by("email_or_sms");
  const auto added = system_.spi(Method::post, "/contacts", R"({"mobile":"0709998877"})");
  ASSERT_EQ(added.status, 200) << added.body;
  const auto sold = system_.sandbox(Method::post, "/control/pos/sell",
                                    R"({"spi":"v2","contact_id":)" + added.body +
                                        R"(,"items":[{"sku":"S1","name":"Skjorta","quantity":1,"price":"349.00","vat":25}]})");
  ASSERT_EQ(sold.status, 200) << sold.body;
  ASSERT_TRUE(system_.wait_until_quiet());
  const auto texts = inbox("sms", "%2B46709998877");
  ASSERT_EQ(texts.size(), 1U);
  const auto path = page_in(text_member(texts.at(0).as_object(), "plain"));
  ASSERT_FALSE(path.empty()) << to_json_text(texts);
  EXPECT_EQ(system_.kassabro(Method::get, path).status, 200);
}

TEST_F(Receipts, an_answer_that_is_lost_after_the_mail_was_sent_brings_no_second_mail) {
  send_by("email");
  ASSERT_EQ(system_
                .sandbox(Method::post, "/control/faults",
                         R"({"system":"rule","path":"/v2/transactionals","method":"POST","drop":true,"count":1})")
                .status,
            200);
  const auto sold = system_.sandbox(Method::post, "/control/pos/sell", sale_to_anna(shop_));
  ASSERT_EQ(sold.status, 200);
  const auto parked = [&] {
    return parse_json(system_.command({"outbox", "list", "--state", "parked"}).output)->at("items").as_array();
  };
  ASSERT_TRUE(eventually([&] { return parked().size() == 1; })) << system_.log();
  EXPECT_EQ(mails().size(), 1U);
  EXPECT_EQ(text_member(parked().at(0).as_object(), "kind"), "digital_receipt");
  const auto replayed = system_.command({"outbox", "replay", text_member(parked().at(0).as_object(), "delivery_id")});
  EXPECT_EQ(replayed.status, 0) << replayed.output;
  ASSERT_TRUE(system_.wait_until_delivered());
  EXPECT_EQ(mails().size(), 2U) << "a person wanted it again";
}

}  // namespace
}  // namespace kassabro::tests
