// Consent both ways: what a person does in Rule shows at the till's next search, and what they choose at the till goes to Rule.
#include <gtest/gtest.h>

#include "tests/support/events_shop.hpp"
#include "tests/support/rule_view.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

class Consent : public ::testing::Test {
 protected:
  Consent() {
    EXPECT_EQ(change(R"({"accepts_email":true,"accepts_sms":true})").status, 200);
    EXPECT_TRUE(system_.wait_until_delivered()) << system_.log();
  }

  Answer change(const std::string& body) {
    return system_.spi(Method::put, "/contacts/" + std::string(parse_json(shop_.anna)->as_string()), body);
  }
  void set(const std::string& settings) {
    const auto done = system_.command({"account", "set", shop_.account.text("account_id"), "--settings", settings});
    ASSERT_EQ(done.status, 0) << done.output;
  }
  // The till's search.
  json::object found() {
    const auto answer = system_.spi(Method::get, "/contacts?key=anna@shop.se");
    const auto value = answer.json();
    return value.is_array() && !value.get_array().empty() ? value.at(0).as_object() : json::object{};
  }
  bool till_shows(const char* member) { return bool_member(found(), member).value_or(false); }
  void connect_webhooks() {
    const auto shown = parse_json(system_.command({"account", "show", shop_.account.text("account_id")}).output)->as_object();
    for (const auto& [event, url] : shown.at("webhook_urls").as_object())
      system_.sandbox(Method::post, "/control/webhooks", to_json_text(json::object{{"event", event}, {"url", url}}));
  }
  void happen(const std::string& event, const std::string& more = {}) {
    const auto answer = system_.sandbox(Method::post, "/control/rule/accounts/" + system_.token() + "/events",
                                        R"({"event":")" + event + R"(","email":"anna@shop.se")" + more + "}");
    ASSERT_EQ(answer.status, 200) << answer.body;
  }
  std::string rule_card() { return to_json_text(system_.rule_dump().at("subscribers").as_array().at(0)); }
  bool has_taken(const std::string& event) {
    Caller caller;
    const auto metrics = caller.call(Method::get, system_.admin_url() + "/metrics").body;
    return metrics.find(R"(kassabro_webhooks_total{event=")" + event + R"(",result="taken"})") != std::string::npos;
  }
  bool is_suppressed() { return rule_card().find(R"("dispatcher_type":"campaign")") != std::string::npos; }
  void sell() {
    ASSERT_EQ(system_.sandbox(Method::post, "/control/pos/sell", sale_to_anna(shop_)).status, 200);
    ASSERT_TRUE(system_.wait_until_quiet());
  }

  System system_;
  EventsShop shop_ = open_events_shop(system_);
};

TEST_F(Consent, an_opt_out_in_rule_shows_at_the_next_search) {
  connect_webhooks();
  EXPECT_TRUE(till_shows("accepts_email"));
  happen("unsubscribe");
  ASSERT_TRUE(eventually([&] { return !till_shows("accepts_email"); })) << system_.log();
  EXPECT_TRUE(till_shows("accepts_sms")) << "the other channel stands";
  ASSERT_TRUE(system_.wait_until_delivered());
  EXPECT_NE(rule_card().find("accepts_email"), std::string::npos);
  happen("resubscribed");
  ASSERT_TRUE(eventually([&] { return till_shows("accepts_email"); })) << system_.log();
}

TEST_F(Consent, a_purchase_unblocks_nobody) {
  connect_webhooks();
  sell();
  happen("unsubscribe");
  ASSERT_TRUE(eventually([&] { return !till_shows("accepts_email"); }));
  sell();
  EXPECT_TRUE(is_suppressed());
  const auto passes = RuleView(system_.rule_dump()).subscriber("anna@shop.se").automations();
  EXPECT_EQ(std::ranges::count_if(passes, [](const auto& pass) { return pass.first == "OrderCompleted"; }), 1)
      << "only the purchase before the opt-out started the flow";
  EXPECT_EQ(RuleView(system_.rule_dump()).subscriber("anna@shop.se").records("Sitoo-Order").size(), 2U);
}

TEST_F(Consent, what_no_webhook_has_told_is_found_by_asking) {
  happen("unsubscribe");
  const auto run = system_.admin(Method::post, "/api/v1/jobs/run",
                                 R"({"account":")" + shop_.account.text("account_id") + R"(","kind":"consents"})");
  ASSERT_EQ(run.status, 200) << run.body;
  EXPECT_TRUE(eventually([&] { return !till_shows("accepts_email"); })) << system_.log();
}

TEST_F(Consent, a_choice_at_the_till_becomes_a_suppression_where_that_is_wanted) {
  EXPECT_EQ(change(R"({"accepts_email":false})").status, 200);
  ASSERT_TRUE(system_.wait_until_delivered());
  EXPECT_FALSE(is_suppressed()) << "it is a field only, unless asked";
  EXPECT_EQ(change(R"({"accepts_email":true})").status, 200);
  set(R"({"consent":{"suppressions":true}})");
  connect_webhooks();
  EXPECT_EQ(change(R"({"accepts_email":false})").status, 200);
  ASSERT_TRUE(system_.wait_until_delivered());
  EXPECT_TRUE(is_suppressed());
  EXPECT_EQ(change(R"({"accepts_email":true})").status, 200);
  ASSERT_TRUE(system_.wait_until_delivered());
  EXPECT_FALSE(is_suppressed()) << "what we have suppressed we free";
  EXPECT_TRUE(RuleView(system_.rule_dump()).subscriber("anna@shop.se").tags().contains("Newsletter"));
  EXPECT_EQ(change(R"({"accepts_email":false})").status, 200);
  ASSERT_TRUE(system_.wait_until_delivered());
  happen("resubscribed");  // on Rule's own page
  happen("unsubscribe");
  ASSERT_TRUE(eventually([&] { return has_taken("unsubscribe"); }));
  EXPECT_EQ(change(R"({"accepts_email":true})").status, 200);
  ASSERT_TRUE(system_.wait_until_delivered());
  EXPECT_FALSE(is_suppressed()) << "a newer agreement than the opt-out in Rule";
  EXPECT_TRUE(till_shows("accepts_email"));
}

TEST_F(Consent, a_channel_that_we_free_opens_no_other) {
  set(R"({"consent":{"suppressions":true}})");
  connect_webhooks();
  happen("unsubscribe");
  happen("unsubscribe", R"(,"message_type":"text_message")");
  ASSERT_TRUE(eventually([&] { return !till_shows("accepts_email") && !till_shows("accepts_sms"); }));
  EXPECT_EQ(change(R"({"accepts_sms":true})").status, 200);
  ASSERT_TRUE(system_.wait_until_delivered());
  ASSERT_TRUE(eventually([&] { return has_taken("resubscribed"); })) << "Rule's echo, which names no channel";
  ASSERT_TRUE(system_.wait_until_delivered());
  EXPECT_FALSE(till_shows("accepts_email"));
  EXPECT_TRUE(till_shows("accepts_sms"));
  EXPECT_TRUE(is_suppressed()) << "for e-mail";
}

TEST_F(Consent, a_flood_of_webhooks_of_strangers_hurts_nobody) {
  const auto shown = parse_json(system_.command({"account", "show", shop_.account.text("account_id")}).output)->as_object();
  const auto url = text_member(shown.at("webhook_urls").as_object(), "unsubscribe");
  Caller caller;
  for (int i = 0; i < 500; ++i)
    ASSERT_EQ(caller.call(Method::post, url, R"({"subscriber":{"id":)" + std::to_string(900'000 + i) + "}}").status, 200);
  EXPECT_EQ(caller.call(Method::post, url, "nonsense").status, 400);
  EXPECT_EQ(caller.call(Method::post, url.substr(0, url.rfind('/')) + "x/unsubscribe", "{}").status, 404);
  EXPECT_TRUE(till_shows("accepts_email"));
  EXPECT_EQ(system_.log().find(url.substr(url.find("/webhooks/") + 10, 20)), std::string::npos) << "no secret in the log";
}

}  // namespace
}  // namespace kassabro::tests
