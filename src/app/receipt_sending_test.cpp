#include "app/receipt_sending.hpp"

#include "app/accept_events.hpp"
#include "testing/bonus_shop.hpp"

namespace kassabro::app {
namespace {

using testing::noon;
using testing::run;

class ReceiptSendingTest : public testing::BonusShop {
 protected:
  void want(const std::string& send, const std::string& consent = "") {
    account.settings["receipt"] = json::object{{"send", send}, {"consent", consent}};
  }
  domain::Order sale(const std::string& id = "11513") {
    auto order = testing::sample_order(id);
    order.contact_ref = "7";
    order.ordered_at = noon;
    return order;
  }
  void ask(const std::string& id, const std::string& event_id) {
    AcceptEvents accept_events(file->unit_of_work(), clock);
    run(accept_events(account, "sitoo", "[]", {{{event_id, "order", 1, id, true}}, {}}));
  }
  std::size_t receipts() {
    const auto kinds = waiting();
    return static_cast<std::size_t>(std::ranges::count(kinds, DeliveryKind::digital_receipt));
  }
  void settle_all() { file.execute("UPDATE outbox SET state = 'delivered'"); }
};

TEST_F(ReceiptSendingTest, a_receipt_follows_its_order_once) {
  want("email");
  accept(sale());
  EXPECT_EQ(waiting(), (std::vector{DeliveryKind::order_completed, DeliveryKind::digital_receipt}));
  accept(sale());
  auto changed = sale();
  changed.staff = "Kim";
  accept(changed);
  EXPECT_EQ(receipts(), 1U) << "neither the same order again nor a changed one";
}

TEST_F(ReceiptSendingTest, nobody_gets_one_unasked) {
  for (const std::string send : {"off", "on_request"}) {
    want(send);
    accept(sale("of-" + send));
  }
  account.settings.erase("receipt");
  accept(sale("unset"));
  EXPECT_EQ(receipts(), 0U);
}

TEST_F(ReceiptSendingTest, only_who_has_agreed_gets_one_where_the_account_asks_for_that) {
  want("email", "digital-receipt");
  accept(sale("1"));
  EXPECT_EQ(receipts(), 0U);
  file.execute("UPDATE contacts SET accepted_consents = '[\"digital-receipt\"]' WHERE contact_id = 7");
  accept(sale("2"));
  EXPECT_EQ(receipts(), 1U);
}

TEST_F(ReceiptSendingTest, an_address_that_takes_no_mail_gets_none_unless_a_cashier_asks) {
  want("email");
  file.write([&](Tables& tables) { tables.extras.save(account.id, anna, {.bounced = {"anna@shop.se"}}); });
  accept(sale());
  EXPECT_EQ(receipts(), 0U);
  ask("11513", "e1");
  accept(sale());
  EXPECT_EQ(receipts(), 1U);
}

TEST_F(ReceiptSendingTest, what_was_asked_for_while_receipts_are_off_is_not_sent_later) {
  want("off");
  ask("11513", "e1");
  want("on_request");
  accept(sale());
  EXPECT_EQ(receipts(), 0U);
}

TEST_F(ReceiptSendingTest, an_old_purchase_is_not_told) {
  want("email");
  clock.advance(std::chrono::days(4));
  accept(sale());
  EXPECT_EQ(receipts(), 0U);
}

TEST_F(ReceiptSendingTest, a_cashiers_request_waits_for_its_order_and_sends_once) {
  want("on_request");
  ask("11513", "e1");
  EXPECT_EQ(receipts(), 0U);
  accept(sale());
  EXPECT_EQ(receipts(), 1U);
  accept(sale());
  EXPECT_EQ(receipts(), 1U) << "the request is used up";
  settle_all();
  ask("11513", "e1");
  accept(sale());
  EXPECT_EQ(receipts(), 0U) << "the same event again asks for nothing";
  ask("11513", "e2");
  accept(sale());
  EXPECT_EQ(receipts(), 1U) << "asked for again: sent again";
}

TEST_F(ReceiptSendingTest, a_request_that_comes_with_the_sale_makes_no_second_one) {
  want("email");
  ask("11513", "e1");
  accept(sale());
  EXPECT_EQ(receipts(), 1U);
}

TEST_F(ReceiptSendingTest, where_a_receipt_goes) {
  auto contact = testing::sample_contact(9, "eva", "+46701234567");
  const auto to = [&](ReceiptSending send, const std::vector<std::string>& bounced = {}) {
    const auto address = receipt_address_of(send, contact, bounced);
    return !address ? "nowhere" : address->email + address->phone;
  };
  EXPECT_EQ(to(ReceiptSending::email), "eva@shop.se");
  EXPECT_EQ(to(ReceiptSending::email_or_sms), "eva@shop.se");
  EXPECT_EQ(to(ReceiptSending::sms), "+46701234567");
  EXPECT_EQ(to(ReceiptSending::on_request), "eva@shop.se");
  EXPECT_EQ(to(ReceiptSending::off), "nowhere");
  EXPECT_EQ(to(ReceiptSending::email, {"eva@shop.se"}), "nowhere") << "mails come back from there";
  EXPECT_EQ(to(ReceiptSending::email_or_sms, {"eva@shop.se"}), "+46701234567");
  contact.email = std::nullopt;
  EXPECT_EQ(to(ReceiptSending::email), "nowhere");
  contact.mobile = domain::Phone::from_e164("+46812345678");
  EXPECT_EQ(to(ReceiptSending::sms), "nowhere") << "a landline";
}

TEST(ReceiptSendingSettingsTest, errors_name_the_member) {
  EXPECT_EQ(parse_receipt_sending({{"send", "fax"}}).error().field, "receipt.send");
  EXPECT_EQ(parse_receipt_sending({{"consent", 7}}).error().field, "receipt.consent");
  EXPECT_EQ(parse_receipt_sending({{"send", "email_or_sms"}})->send, ReceiptSending::email_or_sms);
}

}  // namespace
}  // namespace kassabro::app
