#include "rule/automations/automations.hpp"

#include <gmock/gmock.h>

#include "rule/automations/fake_editor.hpp"

namespace kassabro::rule::automations {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr auto all_created = "automail create, message create, template create, dynamic-set create, activity none";
constexpr auto all_of_retention =
    "tag create, automail create, message create, template create, dynamic-set create, activity none";
constexpr auto all_current = "automail none, message none, template none, dynamic-set none, activity none";

TEST_F(AutomationsTest, a_plan_writes_nothing_and_names_what_would_be_made) {
  const auto planned = plan();
  EXPECT_TRUE(planned.done);
  ASSERT_EQ(planned.flows.size(), 3U);
  EXPECT_EQ(told(planned, 0), "tag create, fields create, " + std::string(all_created));
  EXPECT_EQ(told(planned, 1), "tag create, " + std::string(all_created));
  EXPECT_EQ(step(planned, "automail").name, "Kassabro Thank-you");
  EXPECT_THAT(editor.writes, IsEmpty());
  EXPECT_THAT(rule.received_at("POST"), IsEmpty());
  EXPECT_THAT(memory.kept, IsEmpty());
}

TEST_F(AutomationsTest, apply_makes_each_flow_once_inactive_on_its_tag) {
  EXPECT_TRUE(apply().done);
  for (const auto part : all_parts) EXPECT_EQ(editor.count(part), 3U) << to_text(part);
  const auto& thanks = editor.part(Part::automail);
  EXPECT_EQ(thanks.at("active"), false);
  EXPECT_EQ(thanks.at("trigger"), (json::object{{"type", "TAG"}, {"id", editor.tags.at("OrderCompleted")}}));
  EXPECT_EQ(thanks.at("sendout_type"), 2);
  EXPECT_EQ(editor.part(Part::automail, 1).at("sendout_type"), 1);
  EXPECT_EQ(editor.part(Part::message).at("automail_setting"), (json::object{{"active", true}, {"delay_in_seconds", 3600}}));
  EXPECT_EQ(editor.part(Part::dynamic_set).at("template_id"), editor.part(Part::template_).at("id"));
  EXPECT_TRUE(rule.started.empty()) << "no flow was started";
  EXPECT_TRUE(rule.people.empty()) << "the test customer is gone";

  editor.writes.clear();
  const auto before = rule.received.size();
  const auto planned = plan();
  const auto again = apply();
  for (std::size_t flow = 0; flow < 3; ++flow) {
    EXPECT_EQ(told(planned, flow), all_current);
    EXPECT_EQ(told(again, flow), all_current);
  }
  EXPECT_THAT(editor.writes, IsEmpty());
  EXPECT_EQ(rule.received.size(), before) << "no test customer either";
}

TEST_F(AutomationsTest, a_test_customer_of_somebody_else_stays) {
  rule.add_person(std::string(trial_email), "");
  EXPECT_TRUE(apply().done);
  EXPECT_EQ(rule.people.size(), 1U);
}

TEST_F(AutomationsTest, what_a_person_has_edited_stays_and_is_told) {
  apply();
  editor.part(Part::automail)["name"] = "My thanks";
  editor.part(Part::message)["subject"] = "Hello";
  editor.part(Part::template_)["template"] = json::object{{"tagName", "rcml"}};
  editor.part(Part::dynamic_set)["subject"] = "Other";
  editor.writes.clear();
  account.settings["automations"] = json::object{{"language", "en"}, {"thank_you_delay_minutes", 5}};
  const auto applied = apply();
  EXPECT_EQ(told(applied), "automail keep, message keep, template keep, dynamic-set keep, activity none");
  EXPECT_THAT(step(applied, "message").detail, HasSubstr("Kassabro would write something else by now"));
  EXPECT_THAT(step(applied, "automail").detail, HasSubstr("it stays as it is"));
  EXPECT_EQ(told(applied, 1), "automail none, message update, template update, dynamic-set none, activity none")
      << "the others go on";
  EXPECT_EQ(editor.part(Part::message).at("subject"), "Hello");
  for (const auto& write : editor.writes) EXPECT_THAT(write, ::testing::Not(HasSubstr("POST")));
}

TEST_F(AutomationsTest, a_wish_that_has_changed_is_written_and_switches_stay_as_they_are) {
  apply();
  editor.part(Part::automail)["active"] = true;
  editor.part(Part::message)["automail_setting"].as_object()["active"] = false;
  account.settings["automations"] = json::object{{"thank_you_delay_minutes", 5}};
  account.settings["rule"] = json::object{{"order_tag", "Bought"}};
  const auto applied = apply();
  EXPECT_EQ(told(applied), "tag create, automail update, message update, template none, dynamic-set none, activity none");
  EXPECT_EQ(editor.part(Part::automail).at("active"), true);
  EXPECT_EQ(editor.part(Part::automail).at("trigger").at("id"), editor.tags.at("Bought"));
  EXPECT_EQ(editor.part(Part::message).at("automail_setting"), (json::object{{"active", false}, {"delay_in_seconds", 300}}));
  EXPECT_EQ(told(apply()), all_current);
}

TEST_F(AutomationsTest, what_was_deleted_comes_back_only_when_asked_for) {
  apply();
  editor.parts["automail"].erase(editor.parts["automail"].begin());
  editor.parts["message"].erase(editor.parts["message"].begin());
  editor.parts["dynamic-set"].erase(editor.parts["dynamic-set"].begin());
  editor.parts["template"].erase(editor.parts["template"].begin());
  editor.writes.clear();
  const auto left = apply({.activate = true});
  EXPECT_EQ(told(left), "automail leave, activity leave");
  EXPECT_EQ(step(left, "automail").state, State::gone);
  EXPECT_EQ(editor.count(Part::automail), 2U);
  EXPECT_EQ(told(apply({.recreate = true})), all_created);
  for (const auto part : all_parts) EXPECT_EQ(editor.count(part), 3U) << to_text(part);
  EXPECT_EQ(told(apply({.recreate = true})), all_current);
}

TEST_F(AutomationsTest, a_letter_that_was_deleted_alone_is_made_again_for_its_message) {
  apply();
  editor.parts["template"].erase(editor.parts["template"].begin());
  EXPECT_EQ(told(apply()), "automail none, message none, template leave, activity none");
  EXPECT_EQ(told(apply({.recreate = true})), "automail none, message none, template create, dynamic-set update, activity none");
  EXPECT_EQ(editor.count(Part::dynamic_set), 3U);
}

TEST_F(AutomationsTest, names_that_are_taken_are_left_to_their_owners) {
  editor.tags["Other"] = 99;
  editor.add(Part::automail, {{"name", "Kassabro Thank-you"},
                              {"active", false},
                              {"trigger", json::object{{"type", "TAG"}, {"id", 99}}},
                              {"sendout_type", 1}});
  editor.add(Part::template_, {{"name", "Kassabro Thank-you"}, {"message_type", "email"}, {"template", json::object{}}});
  const auto planned = plan();
  EXPECT_THAT(step(planned, "template").detail, HasSubstr("is taken"));
  EXPECT_TRUE(apply().done);
  EXPECT_EQ(editor.part(Part::automail, 1).at("name"), "Kassabro Thank-you 2");
  EXPECT_EQ(editor.part(Part::template_, 1).at("name"), "Kassabro Thank-you 2");
  EXPECT_EQ(told(apply()), all_current);
}

TEST_F(AutomationsTest, a_tag_renamed_in_rule_is_told_and_left) {
  apply();
  editor.rename_tag("OrderCompleted", "Bought something");
  editor.writes.clear();
  const auto before = rule.received.size();
  const auto applied = apply({.activate = true});
  EXPECT_THAT(applied.flows.at(0).notes,
              Contains(HasSubstr("now called \"Bought something\" in Rule; Kassabro sends \"OrderCompleted\"")));
  EXPECT_EQ(told(applied), "automail none, message none, template none, dynamic-set none, activity leave");
  EXPECT_EQ(rule.received.size(), before) << "and the old name is not brought back";
  account.settings["rule"] = json::object{{"order_tag", "Bought something"}};
  EXPECT_EQ(told(apply()), all_current);
}

TEST_F(AutomationsTest, flows_are_switched_on_when_asked_for) {
  const auto applied = apply({.activate = true});
  EXPECT_EQ(step(applied, "activity").action, Action::activate);
  EXPECT_TRUE(applied.flows.at(0).active);
  EXPECT_EQ(editor.part(Part::automail).at("active"), true);
  editor.writes.clear();
  EXPECT_EQ(told(apply({.activate = true})), all_current);
  EXPECT_THAT(editor.writes, IsEmpty());
}

TEST_F(AutomationsTest, a_flow_is_not_switched_on_beside_another_on_its_tag) {
  apply();
  editor.add(Part::automail, {{"name", "Old thanks"},
                              {"active", true},
                              {"trigger", json::object{{"type", "TAG"}, {"id", editor.tags.at("OrderCompleted")}}},
                              {"sendout_type", 2}});
  const auto applied = apply({.activate = true});
  EXPECT_THAT(applied.flows.at(0).notes, Contains(HasSubstr("\"Old thanks\" hangs on the tag OrderCompleted too")));
  EXPECT_EQ(step(applied, "activity").action, Action::leave);
  EXPECT_EQ(editor.part(Part::automail).at("active"), false);
  EXPECT_EQ(editor.part(Part::automail, 1).at("active"), true) << "the others are";
}

TEST_F(AutomationsTest, a_second_message_is_never_put_into_an_automation) {
  apply();
  memory.kept.clear();
  editor.part(Part::message)["subject"] = "By hand";
  const auto applied = apply();
  EXPECT_EQ(told(applied), "automail adopt, message leave, activity none");
  EXPECT_EQ(editor.count(Part::message), 3U);
  EXPECT_EQ(told(applied, 1), "automail adopt, message adopt, template adopt, dynamic-set adopt, activity none")
      << "what was forgotten is taken up again";
}

TEST_F(AutomationsTest, a_refused_call_is_told_with_rules_words_and_the_next_apply_goes_on) {
  editor.refused_subject = "Vi saknar dig på " + account.name;
  const auto applied = apply();
  EXPECT_FALSE(applied.done);
  EXPECT_EQ(told(applied, 1), all_of_retention) << "the other flows are made";
  EXPECT_EQ(told(applied, 2), "tag create, automail create, message create!");
  EXPECT_THAT(step(applied, "message", 2).detail, HasSubstr("[subject] The subject is too long."));
  editor.refused_subject.clear();
  EXPECT_EQ(told(apply(), 2), "automail none, message create, template create, dynamic-set create, activity none");
}

TEST_F(AutomationsTest, of_two_at_a_time_the_second_is_refused) {
  boost::asio::io_context io;
  std::vector<Result<Report>> ended;
  for (int i = 0; i < 2; ++i)
    boost::asio::co_spawn(io, automations.apply(account, Request{}),
                          [&](const std::exception_ptr&, Result<Report> report) { ended.push_back(std::move(report)); });
  io.run();
  ASSERT_EQ(ended.size(), 2U);
  EXPECT_EQ(ended.at(0).error().code, ErrorCode::conflict);
  EXPECT_TRUE(ended.at(1)->done);
  EXPECT_EQ(editor.count(Part::automail), 3U);
  EXPECT_TRUE(plan().done) << "and then it is free again";
}

TEST_F(AutomationsTest, flows_that_are_not_named_are_left_alone) {
  EXPECT_EQ(apply({.flows = {Flow::winback}}).flows.size(), 1U);
  EXPECT_EQ(editor.count(Part::automail), 1U);
  EXPECT_EQ(editor.part(Part::automail).at("name"), "Kassabro Winback");
}

TEST_F(AutomationsTest, what_nothing_would_start_is_told) {
  account.settings["rule"] =
      json::object{{"order_tag", ""}, {"start_flows", false}, {"feeds", json::object{{"winback_due", false}}}};
  const auto planned = plan();
  EXPECT_THAT(step(planned, "tag").detail, HasSubstr("rule.order_tag is empty"));
  EXPECT_THAT(planned.flows.at(2).notes, Contains(HasSubstr("rule.start_flows is off")));
  EXPECT_THAT(planned.flows.at(2).notes, Contains(HasSubstr("winback_due is off")));
  EXPECT_EQ(told(apply()), "tag leave");
}

TEST_F(AutomationsTest, a_group_that_no_letter_can_merge_is_refused_by_name) {
  account.settings["rule"] = json::object{{"order_group", "Bad]group"}};
  const auto refused = run(automations.plan(account, {}));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().field, "rule.order_group");
}

TEST_F(AutomationsTest, the_accounts_own_look_is_taken) {
  editor.brand_style = parse_json(R"({"id":7,"colours":[{"type":"accent","hex":"#ABCDEF"}]})").value().as_object();
  apply();
  EXPECT_THAT(to_json_text(editor.part(Part::template_)), HasSubstr("#ABCDEF"));
}

TEST_F(AutomationsTest, a_preview_is_rules_once_the_flow_is_applied) {
  const auto preview = [&](std::string email) {
    return run(automations.preview(account, Flow::thank_you, std::nullopt, std::move(email)));
  };
  EXPECT_EQ(preview("")->html, "");
  EXPECT_THAT(preview("")->letter.subject, HasSubstr("Tack"));
  apply();
  editor.part(Part::message)["subject"] = "By hand";
  EXPECT_EQ(preview("")->html, "<p>a letter</p>");
  EXPECT_EQ(preview("")->letter.subject, "By hand");
  EXPECT_EQ(preview("nobody@shop.se").error().field, "email");
}

}  // namespace
}  // namespace kassabro::rule::automations
