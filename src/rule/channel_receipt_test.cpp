#include "http/basic_credentials.hpp"
#include "rule/channel_fixture.hpp"

namespace kassabro::rule {
namespace {

using app::Delivered;
using app::DeliveryKind;
using app::Rejected;
using app::Retry;

class ChannelReceiptTest : public ChannelTest {
 protected:
  static app::DeliveryJob receipt() {
    auto job = samples::job(DeliveryKind::digital_receipt, samples::full_contact());
    app::ReceiptMessage message;
    message.email = "anna@shop.se";
    message.from_name = "Åsas Kläder";
    message.subject = "Kvitto från Åsas Kläder";
    message.html = "<p>1 234,50 kr</p>";
    message.plain = "1 234,50 kr";
    job.receipt = message;
    return job;
  }
};

TEST_F(ChannelReceiptTest, a_mail_carries_both_parts_in_base64) {
  establish();
  as<Delivered>(deliver(receipt()));
  ASSERT_EQ(rule.transactionals.size(), 1U);
  const auto& body = rule.transactionals[0];
  EXPECT_EQ(body.at("transaction_type"), "email");
  EXPECT_EQ(body.at("transaction_name"), "Sitoo-Receipt");
  EXPECT_EQ(body.at("subject"), "Kvitto från Åsas Kläder");
  EXPECT_EQ(body.at("to"), (json::object{{"email", "anna@shop.se"}}));
  EXPECT_EQ(body.at("from"), (json::object{{"name", "Åsas Kläder"}}));
  EXPECT_EQ(http::decode_base64(body.at("content").at("html").as_string()), "<p>1 234,50 kr</p>");
  EXPECT_EQ(http::decode_base64(body.at("content").at("plain").as_string()), "1 234,50 kr");
  EXPECT_TRUE(rule.started.empty()) << "no flow hangs on a receipt";
}

TEST_F(ChannelReceiptTest, an_sms_is_plain_text) {
  establish();
  auto job = receipt();
  job.receipt->email = "";
  job.receipt->phone = "+46701234567";
  job.receipt->sms = "Shop: Kvitto 1 234,50 kr https://k.se/r/abc";
  as<Delivered>(deliver(std::move(job)));
  const auto& body = rule.transactionals.at(0);
  EXPECT_EQ(body.at("transaction_type"), "text_message");
  EXPECT_EQ(body.at("to"), (json::object{{"phone_number", "+46701234567"}}));
  EXPECT_EQ(body.at("content"), "Shop: Kvitto 1 234,50 kr https://k.se/r/abc");
}

TEST_F(ChannelReceiptTest, goes_to_whoever_has_opted_out_of_marketing_too) {
  establish();
  auto job = receipt();
  job.link = app::RemoteLink{5, true, clock.now()};
  as<Delivered>(deliver(std::move(job)));
  EXPECT_EQ(rule.transactionals.size(), 1U);
}

TEST_F(ChannelReceiptTest, what_may_have_been_sent_is_not_sent_again_by_itself) {
  establish();
  rule.faults.push_back({"POST /v2/transactionals", 0, true});
  const auto first = deliver(receipt());
  EXPECT_TRUE(as<Rejected>(first).forgets_doubt) << "a person who replays it wants it sent";
  auto again = receipt();
  again.delivery.ambiguous = true;
  const auto second = deliver(std::move(again));
  EXPECT_TRUE(as<Rejected>(second).forgets_doubt) << "a kill in the middle";
  EXPECT_EQ(rule.transactionals.size(), 1U);
}

TEST_F(ChannelReceiptTest, a_rule_that_is_closed_for_the_moment_has_sent_nothing) {
  establish();
  rule.faults.push_back({"POST /v2/transactionals", 503, false});
  EXPECT_FALSE(as<Retry>(deliver(receipt())).ambiguous);
  as<Delivered>(deliver(receipt()));
  EXPECT_EQ(rule.transactionals.size(), 1U);
}

TEST_F(ChannelReceiptTest, an_account_without_transactional_messages_goes_on) {
  establish();
  rule.faults.push_back({"POST /v2/transactionals", 403, false});
  as<Rejected>(deliver(receipt()));
  as<Delivered>(deliver(ordered()));
}

TEST_F(ChannelReceiptTest, stands_behind_the_flows_of_its_round) {
  establish();
  std::vector<app::DeliveryJob> jobs{receipt(), ordered(order_number(1), contact_number(1))};
  deliver(std::move(jobs));
  EXPECT_EQ(rule.received.back().path, "/v2/transactionals");
}

TEST_F(ChannelReceiptTest, an_address_that_rule_refuses_is_set_aside_with_its_reason) {
  establish();
  rule.faults.push_back({"POST /v2/transactionals", 400, false, {}, R"({"error":"ValidationError","message":"to.email: No"})"});
  EXPECT_FALSE(as<Rejected>(deliver(receipt())).reason.empty());
}

TEST_F(ChannelReceiptTest, nothing_is_sent_where_nobody_can_be_reached_or_the_feed_is_off) {
  establish();
  auto unreachable = receipt();
  unreachable.receipt = std::nullopt;
  as<Rejected>(deliver(std::move(unreachable)));
  account.settings["rule"] = json::object{{"feeds", json::object{{"digital_receipt", false}}}};
  as<Delivered>(deliver(receipt()));
  EXPECT_TRUE(rule.transactionals.empty());
}

}  // namespace
}  // namespace kassabro::rule
