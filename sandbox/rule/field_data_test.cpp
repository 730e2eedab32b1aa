#include <gtest/gtest.h>

#include "sandbox/rule/testing.hpp"

namespace kassabro::sandbox::rule {
namespace {

using testing::object_of;
using testing::Rule;

struct WithOrders : Rule {
  std::string target = "/v3/custom-field-data/" + std::to_string(add_anna());
  http::Response write(std::string_view number) {
    return post(target, std::string(R"({"groups":[{"group":"Order","create_if_not_exists":true,"historical":true,"values":[)") +
                            R"({"field":"Number","create_if_not_exists":true,"value":")" + std::string(number) + R"("},)" +
                            R"({"field":"Products","create_if_not_exists":true,"value":{"sku":"A"}}]}]})");
  }
};

TEST(RuleFieldData, search_finds_one_record_and_put_changes_it) {
  WithOrders rule;
  EXPECT_EQ(rule.write("1").status, 201);
  rule.write("2");
  const auto found = object_of(rule.get(rule.target + "/search?group=Order&field=Number&value=1"));
  EXPECT_TRUE(found.at("data").at("historical").as_bool());
  EXPECT_EQ(found.at("data").at("values").as_array()[1].at("field_value").at("sku").as_string(), "A");
  EXPECT_EQ(rule.get(rule.target + "/search?group=Order&field=Number&value=9").status, 404);
  EXPECT_EQ(
      rule.put(rule.target,
               R"({"identifier":{"group":"Order","field":"Number","value":"1"},"values":[{"field":"Number","value":"1b"}]})")
          .status,
      204);
  ASSERT_EQ(rule.data_of("Order")->records.size(), 2U);
  EXPECT_EQ(rule.data_of("Order")->records[0].values[0].text, "1b");
  const auto by_id = rule.target + "/search?data_id=" + std::to_string(found.at("data").at("id").as_int64());
  EXPECT_EQ(rule.get(by_id).status, 200);
}

TEST(RuleFieldData, a_missing_group_or_field_is_ignored_without_the_create_flag) {
  WithOrders rule;
  EXPECT_EQ(rule.post(rule.target, R"({"groups":[{"group":"Nope","values":[{"field":"A","value":"1"}]}]})").status, 201);
  EXPECT_EQ(rule.account().find_group("Nope"), nullptr);
  EXPECT_EQ(rule.get(rule.target + "/group/Nope").status, 404);
}

TEST(RuleFieldData, deleting_a_group_forgets_its_records) {
  WithOrders rule;
  rule.write("1");
  EXPECT_EQ(rule.erase(rule.target + "/group/Order").status, 204);
  EXPECT_EQ(rule.data_of("Order"), nullptr);
}

TEST(RuleFieldData, the_fields_call_of_v2_is_singular_and_names_a_field_twice) {
  WithOrders rule;
  rule.write("7");
  const auto groups = object_of(rule.get("/v2/subscriber/anna@example.com/fields")).at("groups").as_array();
  ASSERT_EQ(groups.size(), 1U);
  const auto& field = groups[0].at("fields").as_array()[0];
  EXPECT_EQ(field.at("name").as_string(), "Number");
  EXPECT_EQ(field.at("key").as_string(), "Number");
  EXPECT_EQ(field.at("value").as_string(), "7");
}

TEST(RuleFieldData, slow_readers_see_the_value_before) {
  Rule rule;
  const auto write = [&](std::string_view name) {
    rule.post("/v2/subscribers",
              R"({"update_on_duplicate":true,"subscribers":{"email":"anna@example.com","fields":[{"key":"S.Name","value":")" +
                  std::string(name) + R"("}]}})");
  };
  const auto read = [&] {
    return std::string(object_of(rule.get("/v2/subscriber/anna@example.com/fields"))
                           .at("groups")
                           .as_array()[0]
                           .at("fields")
                           .as_array()[0]
                           .at("value")
                           .as_string());
  };
  write("Ann");
  rule.now += std::chrono::seconds(10);
  rule.state.switches.read_delay = std::chrono::seconds(1);
  write("Anna");
  EXPECT_EQ(read(), "Ann");
  rule.now += std::chrono::seconds(1);
  EXPECT_EQ(read(), "Anna");
}

TEST(RuleDump, is_json_and_finds_one_subscriber) {
  WithOrders rule;
  rule.write("1\\\"\\n");
  rule.post("/v2/subscribers",
            R"({"subscribers":{"email":"bo@example.com","fields":[{"key":"Order.Names","type":"multiple","value":["a"]}]}})");
  const auto all = parse_json(dump_account(rule.account(), "", rule.now));
  ASSERT_TRUE(all);
  EXPECT_EQ(all->at("subscribers").as_array().size(), 2U);
  const auto one = parse_json(dump_account(rule.account(), "070-1234567", rule.now));
  ASSERT_EQ(one->at("subscribers").as_array().size(), 1U);
  EXPECT_EQ(one->at("subscribers").as_array()[0].at("groups").as_array()[0].at("records").as_array().size(), 1U);
}

TEST(RuleTransactional, wants_base64_for_mail_and_answers_an_id) {
  Rule rule;
  const auto mail = [](std::string_view html) {
    return R"({"transaction_type":"email","transaction_name":"Receipt","subject":"Receipt","from":{"name":"Shop"},"to":{"email":"a@b.se"},"content":{"html":")" +
           std::string(html) + R"("}})";
  };
  const auto sent = rule.post("/v2/transactionals", mail("PGI+SGk8L2I+"));
  EXPECT_EQ(sent.status, 200);
  EXPECT_TRUE(object_of(sent).at("transaction_id").is_int64());
  EXPECT_EQ(rule.post("/v2/transactionals", mail("<b>Hi</b>")).status, 400);
}

}  // namespace
}  // namespace kassabro::sandbox::rule
