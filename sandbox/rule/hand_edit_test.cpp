#include "sandbox/rule/hand_edit.hpp"

#include <gtest/gtest.h>

#include "sandbox/rule/pages_api.hpp"
#include "sandbox/rule/testing.hpp"

namespace kassabro::sandbox::rule {
namespace {

using testing::object_of;
using testing::Rule;

struct Edited : Rule {
  std::int64_t id = add_anna();
  void edit(const json::value& value) {
    EXPECT_TRUE(edit_field(account(), anna(), "Sitoo-Contact", "bonuschecks", value, 0, now));
  }
  std::string v2_value() {
    const auto groups = object_of(get("/v2/subscriber/anna@example.com/fields")).at("groups").as_array();
    return text_member(groups.at(0).at("fields").as_array()[0].as_object(), "value");
  }
  json::value v3_value() {
    const auto body = object_of(get("/v3/custom-field-data/" + std::to_string(id) + "?groups_name%5B%5D=Sitoo-Contact"));
    return body.at("data").as_array().at(0).at("values").as_array().at(0).at("field_value");
  }
};

TEST(HandEdit, keeps_any_text_as_it_stands) {
  Edited rule;
  for (const char* text : {R"([ {"id":"a", "value":"1.00"} ])", R"([{"id":"a",})", "null", "hello \"you\""}) {
    rule.edit(text);
    EXPECT_EQ(rule.v2_value(), text);
    const auto card = parse_json(dump_account(rule.account(), "anna@example.com", rule.now));
    ASSERT_TRUE(card) << "a dump stays JSON, whatever was typed: " << text;
  }
  EXPECT_EQ(rule.account().find_field(*rule.account().find_group("Sitoo-Contact"), "bonuschecks")->type, FieldType::json);
  EXPECT_EQ(rule.v3_value().as_string(), "hello \"you\"");
}

TEST(HandEdit, json_is_kept_as_its_text_and_read_back_as_json_or_text) {
  Edited rule;
  rule.edit(json::array{json::object{{"id", "a"}}});
  EXPECT_EQ(rule.v2_value(), R"([{"id":"a"}])");
  EXPECT_TRUE(rule.v3_value().is_array());
  rule.state.switches.json_as_text = true;
  EXPECT_EQ(rule.v3_value().as_string(), R"([{"id":"a"}])");
}

TEST(HandEdit, the_page_edits_a_field_and_one_record_of_many) {
  Edited rule;
  auto& group = rule.account().group_named("Order", rule.now);
  group.historical = true;
  const auto field_id = rule.account().field_named(group, "Number", FieldType::text, rule.now).id;
  const auto first = rule.account().write_values(rule.anna(), group, {{field_id, "1"}}, rule.now).id;
  rule.account().write_values(rule.anna(), group, {{field_id, "2"}}, rule.now);
  const auto account_id = rule.account().id;
  const auto put = [&](const std::string& body) {
    http::Request request;
    request.method = http::Method::put;
    request.body = body;
    const auto path = "/accounts/" + std::to_string(account_id) + "/subscribers/" + std::to_string(rule.id) + "/fields";
    return answer_pages(rule.state, request, path, rule.now).status;
  };
  EXPECT_EQ(put(R"({"group":"Order","field":"Number","value":"1b","record":)" + std::to_string(first) + "}"), 200);
  EXPECT_EQ(put(R"({"group":"Order","field":"Number","value":"2b"})"), 200);
  EXPECT_EQ(put(R"({"group":"Order","field":"Number","value":"3","record":1})"), 404);
  EXPECT_EQ(put(R"({"group":"Order","value":"3"})"), 400);
  EXPECT_EQ(rule.data_of("Order")->records[0].values[0].text, "1b");
  EXPECT_EQ(rule.data_of("Order")->records[1].values[0].text, "2b");
}

}  // namespace
}  // namespace kassabro::sandbox::rule
