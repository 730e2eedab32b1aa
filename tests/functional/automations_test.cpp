// The flows of Rule's article, made in the account by one command, and what of them reaches a customer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/events_shop.hpp"
#include "tests/support/rule_view.hpp"

namespace kassabro::tests {
namespace {

using http::Method;
using ::testing::HasSubstr;

class Automations : public ::testing::Test {
 protected:
  json::object run(std::vector<std::string> command, int status = 0) {
    command.insert(command.begin(), "automations");
    command.insert(command.end(), {"--account", shop_.account.text("account_id")});
    const auto finished = system_.command(std::move(command));
    EXPECT_EQ(finished.status, status) << finished.output;
    const auto value = parse_json(finished.output);
    return value && value->is_object() ? value->get_object() : json::object{};
  }
  // The actions of one flow's parts and switch, e.g. "create create create create activate".
  static std::string actions(const json::object& report, std::size_t flow) {
    std::string text;
    for (const auto& step : report.at("flows").at(flow).at("steps").as_array()) {
      const auto& object = step.as_object();
      const auto what = text_member(object, "what");
      if (what == "tag" || what == "fields") continue;
      text += (text.empty() ? "" : " ") + text_member(object, "action");
    }
    return text;
  }

  Answer editor(Method method, const std::string& path, const std::string& body = {}) {
    return caller_.call(method, system_.sandbox_url() + "/rule/api/v3/editor/" + path, body,
                        {{"Authorization", "Bearer " + system_.token()}, {"Content-Type", "application/json;charset=utf-8"}});
  }
  json::array all(const std::string& resource) { return editor(Method::get, resource).json().at("data").as_array(); }

  void sell() {
    const auto sold = system_.sandbox(Method::post, "/control/pos/sell", sale_to_anna(shop_));
    ASSERT_EQ(sold.status, 200) << sold.body;
    ASSERT_TRUE(system_.wait_until_quiet()) << system_.log();
  }
  void advance(const std::string& time) {
    ASSERT_EQ(system_.sandbox(Method::post, "/control/clock", R"({"advance":")" + time + "\"}").status, 200);
  }
  json::array mailbox() {
    return system_.sandbox(Method::get, "/control/rule/accounts/" + system_.token() + "/mailbox?to=anna@shop.se")
        .json()
        .at("items")
        .as_array();
  }

  System system_;
  EventsShop shop_ = open_events_shop(system_);
  Caller caller_;
};

TEST_F(Automations, are_planned_made_once_and_thank_for_a_purchase_once) {
  const auto planned = run({"plan"});
  for (std::size_t flow = 0; flow < 3; ++flow) EXPECT_EQ(actions(planned, flow), "create create create create none");
  EXPECT_TRUE(all("automail").empty()) << "a plan makes nothing";

  const auto applied = run({"apply"});
  EXPECT_TRUE(applied.at("done").as_bool()) << to_json_text(applied);
  EXPECT_EQ(all("automail").size(), 3U);
  for (const auto& automail : all("automail")) EXPECT_EQ(automail.at("active"), false) << "inactive unless asked";
  EXPECT_EQ(RuleView(system_.rule_dump()).subscriber_count(), 1U) << "only Anna: the test customer is gone";

  const auto again = run({"apply", "--activate", "--flow", "thank_you"});
  EXPECT_EQ(actions(again, 0), "none none none none activate");
  const auto after = run({"plan"});
  for (std::size_t flow = 0; flow < 3; ++flow) EXPECT_EQ(actions(after, flow), "none none none none none");
  EXPECT_TRUE(after.at("flows").at(0).at("active").as_bool());
  EXPECT_EQ(all("automail").size(), 3U);
  EXPECT_EQ(all("template").size(), 3U);

  sell();
  EXPECT_TRUE(mailbox().empty()) << "not before its time";
  advance("PT2H");
  advance("P8D");
  const auto letters = mailbox();
  ASSERT_EQ(letters.size(), 1U) << to_json_text(letters);
  const auto& letter = letters.at(0).as_object();
  EXPECT_EQ(text_member(letter, "status"), "sent");
  EXPECT_THAT(text_member(letter, "subject"), HasSubstr("Tack för ditt köp"));
  for (const auto* part : {"2 × Skjorta", "698.00", "SEK", "/unsubscribe"})
    EXPECT_THAT(text_member(letter, "html"), HasSubstr(part));
  EXPECT_THAT(text_member(letter, "html"), ::testing::Not(HasSubstr("[CustomField")));
}

TEST_F(Automations, keep_what_a_person_has_edited_and_say_so) {
  ASSERT_TRUE(run({"apply", "--language", "en"}).at("done").as_bool());
  const auto message = all("message").at(0).as_object();
  const auto path = "message/" + text_member(message, "id");
  ASSERT_EQ(editor(Method::put, path, R"({"subject":"Our own words"})").status, 200);
  const auto renamed =
      editor(Method::put, "template/" + text_member(all("template").at(1).as_object(), "id"),
             R"({"name":"Mine","message_type":"email","template":)" + to_json_text(all("template").at(1).at("template")) + "}");
  ASSERT_EQ(renamed.status, 200) << renamed.body;

  const auto applied = run({"apply", "--language", "sv"});
  EXPECT_EQ(actions(applied, 0), "none keep update none none") << to_json_text(applied);
  EXPECT_EQ(actions(applied, 1), "none update keep none none") << to_json_text(applied);
  EXPECT_EQ(actions(applied, 2), "none update update none none") << to_json_text(applied);
  EXPECT_EQ(text_member(editor(Method::get, path).json().at("data").as_object(), "subject"), "Our own words");
  EXPECT_EQ(actions(run({"plan"}), 2), "none none none none none") << "the language is remembered";

  const auto removed = run({"remove"});
  EXPECT_EQ(actions(removed, 0), "keep keep keep keep");
  EXPECT_EQ(actions(removed, 2), "remove remove remove remove");
  EXPECT_EQ(all("automail").size(), 2U);
  run({"remove", "--force"});
  EXPECT_TRUE(all("automail").empty());
  EXPECT_TRUE(all("template").empty());
}

TEST_F(Automations, can_be_seen_before_and_after_they_are_made) {
  const auto before = run({"preview", "winback", "--language", "en"});
  EXPECT_FALSE(before.at("rendered").as_bool());
  EXPECT_THAT(text_member(before, "subject"), HasSubstr("We miss you"));
  ASSERT_TRUE(run({"apply"}).at("done").as_bool());
  sell();
  const auto after = run({"preview", "thank_you", "--email", "anna@shop.se"});
  EXPECT_TRUE(after.at("rendered").as_bool());
  EXPECT_THAT(text_member(after, "html"), HasSubstr("2 × Skjorta"));
}

TEST_F(Automations, tell_what_is_wrong) {
  run({"plan", "--flow", "nonsense"}, 1);
  run({"plan", "--language", "no"}, 1);
  EXPECT_EQ(system_.command({"automations", "plan"}).status, 2) << "no account";
  const auto refused = system_.command(
      {"account", "set", shop_.account.text("account_id"), "--settings", R"({"automations":{"language":"tlh"}})"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.output, HasSubstr("automations.language"));
  ASSERT_EQ(
      system_
          .sandbox(
              Method::post, "/control/faults",
              R"({"system":"rule","path":"/v3/editor/message","status":422,"body":"{\"message\":\"The given data was invalid.\",\"errors\":{\"subject\":[\"The subject is too long.\"]}}","count":1})")
          .status,
      200);
  const auto failed = run({"apply"}, 1);
  EXPECT_THAT(to_json_text(failed), HasSubstr("The subject is too long."));
  EXPECT_TRUE(run({"apply"}).at("done").as_bool()) << "the next one goes on";
  EXPECT_EQ(all("automail").size(), 3U);
}

}  // namespace
}  // namespace kassabro::tests
