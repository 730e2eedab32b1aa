#include "receipt/compose_message.hpp"

#include "testing/bonus_shop.hpp"

namespace kassabro::receipt {
namespace {

using testing::run;

class ComposeMessageTest : public testing::BonusShop {
 protected:
  void want(const char* send) {
    account.settings["receipt"] = json::object{{"send", send}, {"shop", "Åsas Kläder"}, {"from_email", "kvitto@shop.se"}};
    file.write([&](app::Tables& tables) { tables.accounts.update(account); });
    registry.forget(account.id);
  }
  std::optional<app::ReceiptMessage> message() { return run(compose.message(account.id, "11513", *contact(anna))); }

  app::AccountRegistry registry{file->accounts()};
  app::ReceiptLinks links{file->receipt_links(), clock, {}};
  ReadReceipt receipts{{registry, file->orders(), file->contacts(), file->bonus_checks()}};
  ComposeMessage compose{{registry, file->cards(), links, receipts}, "https://k.se"};
};

TEST_F(ComposeMessageTest, a_mail_with_the_receipt_and_the_link_to_its_page) {
  want("email_or_sms");
  auto sale = sale_with("11513", "B1", 2'000);
  sale.lines[0].name = "<script>alert(1)</script>";
  accept(sale);
  const auto mail = message();
  ASSERT_TRUE(mail);
  const auto page = app::receipt_address("https://k.se", run(links.token_for(account.id, "11513")));
  EXPECT_EQ(mail->email, "anna@shop.se");
  EXPECT_EQ(mail->from_name, "Åsas Kläder");
  EXPECT_EQ(mail->from_email, "kvitto@shop.se");
  EXPECT_NE(mail->subject.find("Åsas Kläder"), std::string::npos);
  for (const auto* part : {&mail->html, &mail->plain}) EXPECT_NE(part->find(page), std::string::npos);
  EXPECT_EQ(mail->html.find("<script>alert"), std::string::npos) << "a product's name is text";
  EXPECT_NE(mail->html.find("&lt;script&gt;"), std::string::npos);
  EXPECT_EQ(run(compose.address(account.id, "11513")), page);
}

TEST_F(ComposeMessageTest, an_sms_where_the_mail_would_come_back) {
  want("email_or_sms");
  accept(sale_with("11513", "B1"));
  file.execute("UPDATE contacts SET mobile = '+46701234567' WHERE contact_id = 7");
  file.write([&](app::Tables& tables) { tables.extras.save(account.id, anna, {.bounced = {"anna@shop.se"}}); });
  const auto sms = message();
  ASSERT_TRUE(sms);
  EXPECT_EQ(sms->phone, "+46701234567");
  EXPECT_TRUE(sms->email.empty());
  EXPECT_NE(sms->sms.find("https://k.se/r/"), std::string::npos);
}

TEST_F(ComposeMessageTest, nothing_where_nothing_is_to_be_sent) {
  want("sms");
  EXPECT_FALSE(message()) << "no such order";
  accept(sale_with("11513", "B1"));
  EXPECT_FALSE(message()) << "no phone";
  want("off");
  EXPECT_FALSE(message());
  EXPECT_EQ(run(compose.address(account.id, "11513")), "");
}

TEST_F(ComposeMessageTest, a_test_call_shows_a_whole_receipt) {
  const auto sample = sample_message(account, testing::sample_order("TEST-1"), testing::sample_contact(1, "test"));
  EXPECT_EQ(sample.email, "test@shop.se");
  EXPECT_FALSE(sample.html.empty());
  EXPECT_FALSE(sample.plain.empty());
}

}  // namespace
}  // namespace kassabro::receipt
