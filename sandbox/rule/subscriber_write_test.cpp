// Points 11 and 12 of section 13: what one v2 write makes, and which automations it fires.
#include <gtest/gtest.h>

#include "sandbox/rule/testing.hpp"

namespace kassabro::sandbox::rule {
namespace {

using testing::object_of;
using testing::Rule;
using namespace std::chrono_literals;

std::string order_call(std::string_view number, std::string_view automation = R"("reset")") {
  return std::string(R"({"update_on_duplicate":true,"automation":)") + std::string(automation) +
         R"(,"tags":["OrderCompleted"],"subscribers":{"email":"anna@example.com","fields":[)" +
         R"({"key":"Order.Number","value":")" + std::string(number) +
         R"("},{"key":"Order.Names","value":["Socks","Tea"],"type":"multiple"},)" +
         R"({"key":"Order.Products","value":"[{\"sku\":\"A\"}]","type":"json"},{"key":"Subscriber.FirstName","value":"Anna"}]}})";
}

TEST(RuleWrite, creates_groups_fields_and_tags_and_overwrites_a_flat_group) {
  Rule rule;
  EXPECT_EQ(rule.post("/v2/subscribers", order_call("1")).status, 200);
  EXPECT_EQ(rule.post("/v2/subscribers", order_call("2")).status, 200);
  ASSERT_NE(rule.data_of("Order"), nullptr);
  EXPECT_EQ(rule.data_of("Order")->records.size(), 1U);
  EXPECT_EQ(rule.data_of("Order")->records[0].values[0].text, "2");
  EXPECT_EQ(rule.account().find_group("Order")->fields[1].type, FieldType::multiple);
  EXPECT_EQ(rule.anna().tags.size(), 1U);
}

TEST(RuleWrite, appends_one_record_a_call_to_a_historical_group) {
  Rule rule;
  rule.account().group_named("Order", rule.now).historical = true;
  rule.post("/v2/subscribers", order_call("1"));
  rule.post("/v2/subscribers", order_call("2"));
  ASSERT_EQ(rule.data_of("Order")->records.size(), 2U);
  EXPECT_EQ(rule.data_of("Order")->records[0].values.size(), 3U) << "all its fields together";
  EXPECT_EQ(rule.data_of("Subscriber")->records.size(), 1U);
}

TEST(RuleWrite, a_group_made_by_customizations_becomes_historical_by_the_first_v3_write_that_says_so) {
  for (const bool upgrade : {true, false}) {
    Rule rule;
    rule.state.switches.historical_upgrade = upgrade;
    rule.post("/v2/customizations", R"({"fields":[{"key":"Order.Number"},{"key":"Order.Date","type":"datetime"}]})");
    const auto target = "/v3/custom-field-data/" + std::to_string(rule.add_anna());
    for (const auto* number : {"1", "2"})
      EXPECT_EQ(
          rule.post(target,
                    std::string(R"({"groups":[{"group":"Order","historical":true,"values":[{"field":"Number","value":")") +
                        number + R"("},{"field":"Date","value":"2026-11-23 10:00:00"}]}]})")
              .status,
          201);
    EXPECT_EQ(rule.data_of("Order")->records.size(), upgrade ? 2U : 1U);
  }
}

TEST(RuleWrite, customizations_are_idempotent_and_keep_a_fields_type) {
  Rule rule;
  rule.post("/v2/customizations", R"({"fields":[{"key":"Order.Date","type":"date"}]})");
  rule.post("/v2/customizations", R"({"fields":[{"key":"Order.Date","type":"text"}]})");
  const auto group = object_of(rule.get("/v2/customizations/Order"));
  ASSERT_EQ(group.at("fields").as_array().size(), 1U);
  EXPECT_EQ(group.at("fields").as_array()[0].at("type").as_string(), "date");
  EXPECT_FALSE(group.contains("historical"));
  EXPECT_EQ(rule.post("/v2/customizations", R"({"fields":[{"key":"A.B.C"}]})").status, 400);
}

TEST(RuleWrite, refuses_a_bad_phone_date_or_json_and_names_the_field) {
  Rule rule;
  const auto fields_of = [&](std::string_view subscribers) {
    const auto response = rule.post("/v2/subscribers", std::string(R"({"subscribers":)") + std::string(subscribers) + "}");
    EXPECT_EQ(response.status, 400);
    const auto body = object_of(response);
    return body.contains("fields") ? std::string(body.at("fields").as_object().begin()->key()) : "";
  };
  EXPECT_EQ(fields_of(R"({"email":"a@b.se","phone_number":"12"})"), "subscribers.phone_number");
  EXPECT_EQ(fields_of(R"([{"email":"a@b.se"},{"email":"c@d.se","phone_number":"x"}])"), "subscribers.1.phone_number");
  EXPECT_EQ(fields_of(R"({"email":"a@b.se","fields":[{"key":"O.D","type":"date","value":"2026-02-30"}]})"),
            "subscribers.fields.0.value");
  EXPECT_EQ(fields_of(R"({"email":"a@b.se","fields":[{"key":"O.P","type":"json","value":"{"}]})"),
            "subscribers.fields.0.value");
  EXPECT_EQ(fields_of(R"({"email":"a@b.se","fields":[{"key":"OP","value":"1"}]})"), "subscribers.fields.0.key");
  EXPECT_EQ(fields_of(R"({"fields":[]})"), "subscribers");
  EXPECT_TRUE(rule.account().subscribers().empty()) << "a refused call changes nothing";
}

TEST(RuleWrite, refuses_duplicate_and_unknown_tags_and_more_than_1000) {
  Rule rule;
  const auto anna = R"("subscribers":{"email":"anna@example.com"}})";
  EXPECT_EQ(object_of(rule.post("/v2/subscribers", std::string(R"({"tags":["A","A"],)") + anna)).at("error").as_string(),
            "DuplicateTag");
  EXPECT_EQ(rule.post("/v2/subscribers", std::string(R"({"tags":["99999"],)") + anna).status, 404);
  EXPECT_EQ(rule.post("/v2/subscribers", std::string(R"({"tags":[],)") + anna).status, 400);
  std::string many = R"({"subscribers":[{"email":"a0@b.se"})";
  for (int i = 1; i <= 1000; ++i) many += R"(,{"email":"a)" + std::to_string(i) + R"(@b.se"})";
  EXPECT_EQ(rule.post("/v2/subscribers", many + "]}").status, 413);
}

TEST(RuleWrite, matches_on_email_or_phone_and_409_without_update_on_duplicate) {
  Rule rule;
  const auto id = rule.add_anna();
  EXPECT_EQ(rule.post("/v2/subscribers", R"({"subscribers":{"phone_number":"070-1234567"}})").status, 409);
  const auto body = object_of(rule.post(
      "/v2/subscribers", R"({"update_on_duplicate":true,"subscribers":{"phone_number":"+46701234567","language":"en"}})"));
  EXPECT_EQ(body.at("subscriber").at("id").as_int64(), id);
  EXPECT_EQ(rule.anna().language, "en");
  EXPECT_EQ(body.at("message").as_string(), "Success");
}

TEST(RuleWrite, a_list_is_acknowledged_with_counts) {
  Rule rule;
  rule.add_anna();
  const auto body = object_of(
      rule.post("/v2/subscribers",
                R"({"update_on_duplicate":true,"subscribers":[{"email":"anna@example.com"},{"email":"bo@example.com"}]})"));
  EXPECT_EQ(body.at("subscribers_created").as_int64(), 1);
  EXPECT_EQ(body.at("subscribers_updated").as_int64(), 1);
  EXPECT_FALSE(body.contains("subscriber"));
}

// --- the automation ledger

std::size_t passes(Rule& rule) { return rule.anna().passes.size(); }

TEST(RuleAutomation, reset_runs_for_every_order_and_cancels_what_is_queued) {
  Rule rule;
  rule.post("/v2/subscribers", order_call("1"));
  rule.post("/v2/subscribers", order_call("2"));
  EXPECT_EQ(passes(rule), 2U);
  EXPECT_EQ(state_of(rule.anna().passes[0], rule.now), "sent");
  rule.state.switches.automation_delay = 1h;
  rule.post("/v2/subscribers", order_call("3"));
  rule.post("/v2/subscribers", order_call("4"));
  EXPECT_EQ(passes(rule), 3U) << "the queued pass of order 3 was cancelled";
  EXPECT_EQ(state_of(rule.anna().passes[2], rule.now), "queued");
}

TEST(RuleAutomation, send_fires_once_and_force_always) {
  Rule rule;
  rule.add_anna();
  const auto tag = [&](const char* mode) {
    rule.put("/v3/subscribers/anna@example.com/tags", std::string(R"({"tags":["A"],"automation":")") + mode + R"("})");
  };
  tag("send");
  tag("send");
  EXPECT_EQ(passes(rule), 1U);
  tag("force");
  EXPECT_EQ(passes(rule), 2U);
  tag("reset");
  EXPECT_EQ(passes(rule), 3U);
  tag("send");
  EXPECT_EQ(passes(rule), 3U);
}

TEST(RuleAutomation, without_a_mode_only_somebody_new_sets_it_off) {
  Rule rule;
  rule.post("/v2/subscribers", order_call("1", "false"));
  EXPECT_EQ(passes(rule), 1U);
  rule.post("/v2/subscribers", order_call("2", "false"));
  EXPECT_EQ(passes(rule), 1U);
  rule.post("/v2/subscribers/anna@example.com/tags", R"({"tags":["B"]})");
  EXPECT_EQ(passes(rule), 1U);
}

TEST(RuleAutomation, batches_of_20_fire_nothing_unless_forced_and_at_most_100_can_be) {
  const auto batch = [](std::size_t size, std::string_view sync) {
    std::string body =
        R"({"update_on_duplicate":true,"automation":"reset","tags":["T"],)" + std::string(sync) + R"("subscribers":[)";
    for (std::size_t i = 0; i < size; ++i) body += (i == 0 ? "" : ",") + (R"({"email":"a)" + std::to_string(i)) + R"(@b.se"})";
    return body + "]}";
  };
  const auto fired = [&](std::size_t size, std::string_view sync) {
    Rule rule;
    EXPECT_EQ(rule.post("/v2/subscribers", batch(size, sync)).status, 200);
    return !rule.account().subscribers().begin()->second.passes.empty();
  };
  EXPECT_TRUE(fired(19, ""));
  EXPECT_FALSE(fired(20, ""));
  EXPECT_TRUE(fired(100, R"("sync_subscribers":true,)"));
  EXPECT_FALSE(fired(1, R"("sync_subscribers":false,)"));
  Rule rule;
  EXPECT_EQ(rule.post("/v2/subscribers", batch(101, R"("sync_subscribers":true,)")).status, 400);
}

TEST(RuleAutomation, any_mode_unblocks_a_blocked_subscriber_and_none_does_not) {
  Rule rule;
  rule.add_anna();
  rule.anna().status = Status::blocked;
  rule.put("/v3/subscribers/anna@example.com/tags", R"({"tags":["A"]})");
  EXPECT_EQ(rule.anna().status, Status::blocked);
  rule.put("/v3/subscribers/anna@example.com/tags", R"({"tags":["A"],"automation":"send"})");
  EXPECT_EQ(rule.anna().status, Status::active);
}

TEST(RuleAutomation, a_flow_of_the_editor_is_completed_after_its_delay) {
  Rule rule;
  rule.add_anna();
  rule.put("/v3/subscribers/anna@example.com/tags", R"({"tags":["A"]})");
  const auto tag_id = std::to_string(rule.account().find_tag(std::string_view("A"))->id);
  const auto automail =
      object_of(rule.post("/v3/editor/automail",
                          R"({"name":"Thanks","active":true,"sendout_type":1,"trigger":{"type":"TAG","id":)" + tag_id + "}}"));
  const auto automail_id = std::to_string(automail.at("data").at("id").as_int64());
  rule.post("/v3/editor/message", R"({"type":1,"subject":"Hi","dispatcher":{"type":"automail","id":)" + automail_id +
                                      R"(},"automail_setting":{"active":true,"delay_in_seconds":60}})");
  rule.put("/v3/subscribers/anna@example.com/tags", R"({"tags":["A"],"automation":"send"})");
  ASSERT_EQ(passes(rule), 1U);
  EXPECT_EQ(state_of(rule.anna().passes[0], rule.now), "queued");
  EXPECT_EQ(state_of(rule.anna().passes[0], rule.now + 60s), "completed");
}

}  // namespace
}  // namespace kassabro::sandbox::rule
