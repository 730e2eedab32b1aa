#include "sandbox/rule/delivery.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sandbox/rule/inbox.hpp"
#include "sandbox/rule/letter_links.hpp"
#include "sandbox/rule/testing.hpp"

namespace kassabro::sandbox::rule {
namespace {

using ::testing::HasSubstr;
using testing::object_of;
using testing::Rule;
using namespace std::chrono_literals;

enum class Sendout { marketing = 1, transactional = 2 };

// A shop that has set up automations on the tag Order.
struct Shop : Rule {
  std::string tag_id;
  int templates = 0;

  Shop() {
    buy("1");  // so that tag, group and fields exist
    rule_tag();
  }
  void rule_tag() { tag_id = text_member(object_of(get("/v2/tags/Order?identified_by=name")), "id"); }

  void buy(const std::string& number, const std::string& mode = "reset") {
    post("/v2/subscribers", R"({"update_on_duplicate":true,"automation":")" + mode +
                                R"(","tags":["Order"],"subscribers":{"email":"anna@example.com","phone_number":"0701234567",)"
                                R"("fields":[{"key":"Order.Number","value":")" +
                                number + R"("}]}})");
  }
  std::string made(const std::string& resource, const std::string& body) {
    const auto response = post("/v3/editor/" + resource, body);
    EXPECT_EQ(response.status, 201) << response.body;
    return text_member(object_of(response).at("data").as_object(), "id");
  }
  std::string add_automail(Sendout sendout) {
    return made("automail", R"({"name":"Flow","active":true,"sendout_type":)" + std::to_string(static_cast<int>(sendout)) +
                                R"(,"trigger":{"type":"TAG","id":)" + tag_id + "}}");
  }
  std::string design(const std::string& link) {
    return R"({"tagName":"rcml","children":[{"tagName":"rc-head","children":[]},{"tagName":"rc-body","children":[{"tagName":"rc-section","children":[{"tagName":"rc-column","children":[)"
           R"({"tagName":"rc-text","content":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Order "},{"type":"placeholder","attrs":{"type":"CustomField","value":null,"name":"Order.Number","original":"[CustomField:Order.Number]","max-length":null}}]}]}},)"
           R"({"tagName":"rc-button","attributes":{"href":")" +
           link +
           R"("},"content":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Go"}]}]}}]}]}]}]})";
  }
  // A message of the automail with its own template, so many seconds after the trigger. Returns its id.
  std::string add_mail(const std::string& automail_id, const std::string& subject, int delay,
                       const std::string& link = "[Link:Unsubscribe]") {
    const auto message_id =
        made("message", R"({"dispatcher":{"type":"automail","id":)" + automail_id + R"(},"type":1,"subject":")" + subject +
                            R"(","automail_setting":{"active":true,"delay_in_seconds":)" + std::to_string(delay) + "}}");
    const auto template_id = made("template", R"({"name":"T)" + std::to_string(++templates) +
                                                  R"(","message_type":"email","template":)" + design(link) + "}");
    made("dynamic-set", R"({"message_id":)" + message_id + R"(,"template_id":)" + template_id + "}");
    return message_id;
  }
  void pass(std::chrono::seconds time) {
    now += time;
    deliver_due(state, now);
  }
  json::array mail() {
    return inbox_json(account(), Inbox::email, "ANNA@example.com", "http://sandbox").at("items").as_array();
  }
  json::array ledger() { return passes_json(account(), "Order", "anna@example.com", now).at("items").as_array(); }
  // The states of the messages of the ledger's n-th pass.
  std::vector<std::string> states(std::size_t n) {
    std::vector<std::string> out;
    const auto passes = ledger();
    for (const auto& message : passes.at(n).at("messages").as_array()) out.push_back(text_member(message.as_object(), "state"));
    return out;
  }
};

TEST(RuleDelivery, sends_each_message_of_the_flow_after_its_delay) {
  Shop shop;
  const auto automail_id = shop.add_automail(Sendout::transactional);
  shop.add_mail(automail_id, "Back soon?", 8 * 86'400);
  shop.add_mail(automail_id, "Thanks for [CustomField:Order.Number]", 0);
  shop.buy("2");
  auto mail = shop.mail();
  ASSERT_EQ(mail.size(), 1U);
  EXPECT_EQ(mail[0].at("subject"), "Thanks for 2");
  EXPECT_EQ(mail[0].at("kind"), "transactional");
  EXPECT_EQ(mail[0].at("status"), "sent");
  EXPECT_EQ(mail[0].at("tag"), "Order");
  EXPECT_EQ(mail[0].at("at"), "2026-11-23 11:00:00");
  EXPECT_THAT(std::string(mail[0].at("plain").as_string()), HasSubstr("Order 2"));
  EXPECT_THAT(std::string(mail[0].at("html").as_string()), HasSubstr("Order 2"));
  EXPECT_EQ(shop.ledger().at(1).at("state"), "sent");
  shop.pass(std::chrono::days(9));
  mail = shop.mail();
  ASSERT_EQ(mail.size(), 2U);
  EXPECT_EQ(mail[1].at("subject"), "Back soon?");
  EXPECT_EQ(mail[1].at("at"), "2026-12-01 11:00:00") << "when it was due, not when the clock was moved";
  EXPECT_EQ(shop.ledger().at(1).at("state"), "completed");
}

TEST(RuleDelivery, a_reset_cancels_what_is_queued_so_that_a_winback_reaches_nobody_who_came_back) {
  Shop shop;
  const auto automail_id = shop.add_automail(Sendout::marketing);
  shop.add_mail(automail_id, "Thanks", 0);
  shop.add_mail(automail_id, "Winback", 3600);
  shop.buy("2");
  shop.pass(30min);
  shop.buy("3");
  EXPECT_EQ(shop.states(1), (std::vector<std::string>{"sent", "cancelled"}));
  shop.pass(30min);
  EXPECT_EQ(shop.mail().size(), 2U) << "the first winback would have been due now";
  shop.pass(30min);
  EXPECT_EQ(shop.mail().size(), 3U);
}

TEST(RuleDelivery, force_leaves_what_is_queued_and_send_runs_once) {
  Shop shop;
  shop.add_mail(shop.add_automail(Sendout::marketing), "Later", 3600);
  shop.buy("2", "force");
  shop.buy("3", "force");
  shop.put("/v3/subscribers/anna@example.com/tags", R"({"tags":["Order"],"automation":"send"})");
  shop.pass(1h);
  EXPECT_EQ(shop.mail().size(), 2U);
}

TEST(RuleDelivery, a_pass_that_a_reset_cancelled_as_a_whole_shows_in_the_ledger_only) {
  Shop shop;
  shop.add_mail(shop.add_automail(Sendout::marketing), "Later", 3600);
  shop.buy("2");
  shop.buy("3");
  EXPECT_EQ(shop.ledger().size(), 3U);
  EXPECT_EQ(shop.ledger().at(1).at("state"), "cancelled");
  const auto card = *parse_json(subscriber_card(shop.account(), shop.anna(), shop.now));
  EXPECT_EQ(card.at("automations").as_array().size(), 2U);
}

TEST(RuleDelivery, taking_the_tag_off_cancels_nothing) {
  Shop shop;
  shop.add_mail(shop.add_automail(Sendout::marketing), "Later", 3600);
  shop.buy("2");
  shop.erase("/v3/subscribers/anna@example.com/tags/Order");
  shop.pass(1h);
  EXPECT_EQ(shop.mail().size(), 1U);
}

TEST(RuleDelivery, who_unsubscribed_or_is_blocked_gets_transactional_messages_only) {
  Shop shop;
  shop.add_mail(shop.add_automail(Sendout::marketing), "News", 60);
  shop.add_mail(shop.add_automail(Sendout::transactional), "Receipt", 60);
  const auto kinds = [&] {
    std::vector<std::string> out;
    for (const auto& letter : shop.mail())
      out.push_back(text_member(letter.as_object(), "subject") + " " + text_member(letter.as_object(), "status"));
    shop.account().letters.clear();
    return out;
  };
  shop.buy("2");
  shop.post("/v3/suppressions/", R"({"subscribers":[)" + std::to_string(shop.anna().id) + R"(],"message_types":["email"]})");
  shop.pass(60s);
  EXPECT_EQ(kinds(), (std::vector<std::string>{"News suppressed", "Receipt sent"}));
  EXPECT_EQ(shop.states(1), (std::vector<std::string>{"not_sent", "sent"}));
  EXPECT_EQ(shop.ledger().at(1).at("messages").at(0).at("reason"), "The subscriber is suppressed.");
  shop.erase("/v3/suppressions/", R"({"subscribers":[)" + std::to_string(shop.anna().id) + "]}");
  shop.buy("3");
  shop.post("/v3/subscribers/block", R"({"subscribers":[{"email":"anna@example.com"}]})");
  shop.pass(60s);
  EXPECT_EQ(kinds(), (std::vector<std::string>{"News suppressed", "Receipt sent"}));
}

TEST(RuleDelivery, an_automail_that_was_switched_off_sends_nothing_more) {
  Shop shop;
  const auto automail_id = shop.add_automail(Sendout::marketing);
  shop.add_mail(automail_id, "Later", 60);
  shop.buy("2");
  shop.put("/v3/editor/automail/" + automail_id,
           R"({"name":"Flow","active":false,"sendout_type":1,"trigger":{"type":"TAG","id":)" + shop.tag_id + "}}");
  shop.pass(60s);
  EXPECT_TRUE(shop.mail().empty());
  EXPECT_EQ(shop.ledger().at(1).at("messages").at(0).at("reason"), "The automail is not active.");
  shop.buy("3");
  EXPECT_TRUE(shop.ledger().at(2).at("messages").as_array().empty()) << "and starts nothing";
}

TEST(RuleDelivery, a_text_message_goes_to_the_phone) {
  Shop shop;
  const auto automail_id = shop.add_automail(Sendout::transactional);
  const auto message_id = shop.made("message", R"({"dispatcher":{"type":"automail","id":)" + automail_id +
                                                   R"(},"type":2,"automail_setting":{"active":true,"delay_in_seconds":0}})");
  const auto template_id = shop.made(
      "template",
      R"({"message_type":"text_message","template":{"id":"3f2a8c1e-5b7d-4e90-9a61-0c4d2e7f8b13","tagName":"rc-sms","content":{"type":"sms","content":[{"type":"message","text":"Thanks for "},{"type":"placeholder","attrs":{"type":"CustomField","original":"[CustomField:Order.Number]","name":"n","value":null}}]}}})");
  shop.made("dynamic-set", R"({"message_id":)" + message_id + R"(,"template_id":)" + template_id + "}");
  shop.buy("2");
  const auto sms = inbox_json(shop.account(), Inbox::sms, "0701234567", "http://sandbox").at("items").as_array();
  ASSERT_EQ(sms.size(), 1U);
  EXPECT_EQ(sms[0].at("to"), "+46701234567");
  EXPECT_EQ(sms[0].at("plain"), "Thanks for 2");
  EXPECT_TRUE(sms[0].at("html").is_null());
  EXPECT_TRUE(shop.mail().empty());
}

TEST(RuleDelivery, the_unsubscribe_link_takes_its_reader_off_the_list_and_tells_the_webhook) {
  Shop shop;
  shop.add_mail(shop.add_automail(Sendout::marketing), "News", 0);
  shop.buy("2");
  const auto html = std::string(shop.mail().at(0).at("html").as_string());
  const auto begin = html.find("http://sandbox/rule/letters/");
  ASSERT_NE(begin, std::string::npos) << html;
  const auto path = html.substr(begin, html.find('"', begin) - begin).substr(std::string("http://sandbox/rule/letters").size());
  shop.state.webhooks["unsubscribe"] = {"http://hook"};
  const auto open = [&](http::Method method, const std::string& target) {
    http::Request request;
    request.method = method;
    return answer_letter_link(shop.state, request, target, "http://sandbox", shop.now);
  };
  EXPECT_EQ(open(http::Method::head, path).status, 200);
  EXPECT_TRUE(shop.anna().suppressions.empty()) << "a look at the head is no wish";
  EXPECT_THAT(open(http::Method::get, path).body, HasSubstr("You have been unsubscribed"));
  ASSERT_EQ(shop.anna().suppressions.size(), 1U);
  EXPECT_EQ(shop.anna().suppressions[0].source, "user");
  EXPECT_EQ(shop.state.outbound.size(), 1U);
  EXPECT_EQ(open(http::Method::get, "/1/1042-wrong/unsubscribe").status, 404);
  const auto letter_path = path.substr(0, path.rfind('/'));
  EXPECT_THAT(open(http::Method::get, letter_path).body, HasSubstr("Order 2")) << "the letter in the browser";
  shop.buy("3");
  EXPECT_EQ(shop.mail().at(1).at("status"), "suppressed");
}

TEST(RuleTransactionals, lie_in_the_mailbox_as_they_were_sent) {
  Rule rule;
  rule.add_anna();
  rule.state.webhooks["transaction-sent"] = {"http://hook"};
  const auto answer = object_of(rule.post(
      "/v2/transactionals",
      R"({"transaction_type":"email","transaction_name":"Receipt","subject":"Your receipt","from":{"name":"Shop","email":"a@shop.se"},"to":{"email":"anna@example.com"},"content":{"plain":"SGVq","html":"PGI+SGVqPC9iPg=="}})"));
  const auto mail = inbox_json(rule.account(), Inbox::email, "anna@example.com", "").at("items").as_array();
  ASSERT_EQ(mail.size(), 1U);
  EXPECT_EQ(mail[0].at("html"), "<b>Hej</b>");
  EXPECT_EQ(mail[0].at("plain"), "Hej");
  EXPECT_EQ(mail[0].at("from"), "Shop <a@shop.se>");
  EXPECT_EQ(mail[0].at("transaction_id"), answer.at("transaction_id"));
  ASSERT_EQ(rule.state.outbound.size(), 1U);
  EXPECT_THAT(rule.state.outbound[0].body, HasSubstr("\"subject\":\"Your receipt\""));
  EXPECT_THAT(rule.state.outbound[0].body, HasSubstr("\"phone_number\":\"+46701234567\""));
}

TEST(RuleTransactionals, go_to_blocked_readers_but_not_to_those_who_refuse_them) {
  Rule rule;
  rule.add_anna();
  rule.anna().status = Status::blocked;
  const auto sms = R"({"transaction_type":"text_message","to":{"phone_number":"0701234567"},"content":"Your receipt"})";
  rule.post("/v2/transactionals", sms);
  rule.post("/v2/suppressions",
            R"({"subscribers":[{"email":"anna@example.com"}],"suppress_on":{"transaction":["text_message"]}})");
  rule.post("/v2/transactionals", sms);
  const auto items = inbox_json(rule.account(), Inbox::sms, "+46701234567", "").at("items").as_array();
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].at("status"), "sent");
  EXPECT_EQ(items[1].at("status"), "suppressed");
}

}  // namespace
}  // namespace kassabro::sandbox::rule
