#include "sandbox/rule/editor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sandbox/rule/testing.hpp"

namespace kassabro::sandbox::rule {
namespace {

using ::testing::HasSubstr;
using testing::object_of;
using testing::Rule;

constexpr auto empty_mail =
    R"({"tagName":"rcml","children":[{"tagName":"rc-head","children":[]},{"tagName":"rc-body","children":[]}]})";

json::object data_of(const http::Response& response) {
  EXPECT_LT(response.status, 300) << response.body;
  return object_of(response).at("data").as_object();
}

std::string id_of(const http::Response& response) { return text_member(data_of(response), "id"); }

struct Editor : Rule {
  std::string tag_id;
  Editor() {
    add_anna();
    put("/v3/subscribers/anna@example.com/tags", R"({"tags":["Order"]})");
    tag_id = text_member(object_of(get("/v2/tags/Order?identified_by=name")), "id");
  }
  http::Response add_automail(const std::string& more = "") {
    return post("/v3/editor/automail", R"({"name":"Thanks")" + more + "}");
  }
  http::Response add_message(const std::string& automail_id, const std::string& more = "") {
    return post("/v3/editor/message", R"({"dispatcher":{"id":)" + automail_id +
                                          R"(,"type":"automail"},"type":1,"subject":"Hi",)" +
                                          R"("automail_setting":{"active":true,"delay_in_seconds":3600})" + more + "}");
  }
  http::Response add_template(const std::string& name, const std::string& document = empty_mail) {
    return post("/v3/editor/template", R"({"name":")" + name + R"(","message_type":"email","template":)" + document + "}");
  }
};

TEST(RuleEditor, an_automail_is_made_inactive_and_explains_its_sendout_type) {
  Editor rule;
  const auto made = rule.add_automail(R"(,"trigger":{"type":"TAG","id":)" + rule.tag_id + R"(},"sendout_type":2)");
  EXPECT_EQ(made.status, 201);
  auto automail = data_of(made);
  EXPECT_EQ(automail.at("active"), false);
  EXPECT_EQ(automail.at("sendout_type"),
            (json::object{{"value", 2}, {"key", "transactional"}, {"description", "transactional"}}));
  EXPECT_EQ(automail.at("trigger").at("name"), "Order");
  EXPECT_TRUE(automail.at("description").is_null());
  EXPECT_EQ(automail.size(), 8U) << "and nothing else: " << made.body;
}

TEST(RuleEditor, an_automail_is_changed_as_a_whole_or_not_at_all) {
  Editor rule;
  const auto path = "/v3/editor/automail/" + id_of(rule.add_automail());
  const auto partial = rule.put(path, R"({"active":true})");
  EXPECT_EQ(partial.status, 422);
  EXPECT_EQ(object_of(partial).at("errors").at("name").at(0), "The name field is required.");
  const auto whole = [&](const char* type) {
    return R"({"name":"Thanks","active":true,"sendout_type":1,"trigger":{"type":")" + std::string(type) + R"(","id":)" +
           rule.tag_id + "}}";
  };
  EXPECT_EQ(rule.put(path, whole("tag")).status, 422) << "upper case";
  EXPECT_EQ(data_of(rule.put(path, whole("TAG"))).at("active"), true);
  EXPECT_EQ(rule.put(path, R"({"name":"T","active":true,"sendout_type":1,"trigger":{"type":"TAG","id":999}})").status, 422);
  EXPECT_EQ(rule.put("/v3/editor/automail/999", whole("TAG")).status, 404);
}

TEST(RuleEditor, automails_are_found_by_words_and_state_page_by_page) {
  Editor rule;
  for (const auto* name : {"A one", "A two", "B"})
    rule.post("/v3/editor/automail", R"({"name":")" + std::string(name) + R"("})");
  const auto count = [&](const std::string& query) {
    return object_of(rule.get("/v3/editor/automail?" + query)).at("data").as_array().size();
  };
  EXPECT_EQ(count("query=a%20"), 2U);
  EXPECT_EQ(count("per_page=2&page=2"), 1U);
  EXPECT_EQ(count("active=1"), 0U);
  EXPECT_EQ(count("message_type=2"), 0U);
}

TEST(RuleEditor, a_message_names_its_automail_and_reads_its_delay_back_in_another_form) {
  Editor rule;
  const auto automail_id = id_of(rule.add_automail());
  const auto message = data_of(rule.add_message(automail_id));
  EXPECT_EQ(message.at("dispatcher").at("type"), -2);
  EXPECT_EQ(message.at("automail_setting"), (json::object{{"type", "delay"}, {"active", true}, {"delay", 3600}}));
  EXPECT_TRUE(message.at("default_dynamic_set").is_null());
  EXPECT_EQ(rule.add_message("999").status, 422);
  const auto bare = rule.post("/v3/editor/message",
                              R"({"dispatcher":{"id":)" + automail_id + R"(,"type":"automail"},"type":1,"subject":"Hi"})");
  EXPECT_EQ(bare.status, 422);
  EXPECT_THAT(bare.body, HasSubstr("The automail setting field is required"));
  EXPECT_EQ(object_of(rule.get("/v3/editor/message?dispatcher_type=automail&id=" + automail_id)).at("data").as_array().size(),
            1U);
  EXPECT_EQ(data_of(rule.put("/v3/editor/message/" + text_member(message, "id"), R"({"subject":"New"})")).at("subject"), "New")
      << "partial";
}

TEST(RuleEditor, a_template_is_named_once_and_refused_with_the_words_of_rule) {
  Editor rule;
  const auto id = id_of(rule.add_template("One"));
  const auto twin = rule.add_template("One");
  EXPECT_EQ(twin.status, 422);
  EXPECT_EQ(object_of(twin).at("errors").at("name").at(0), "The name has already been taken.");
  const auto bad = rule.add_template("Two", R"({"tagName":"rc-body"})");
  EXPECT_EQ(bad.status, 422);
  EXPECT_EQ(object_of(bad).at("message"), "Invalid template was specified");
  EXPECT_EQ(rule.put("/v3/editor/template/" + id, R"({"name":"Other"})").status, 422) << "all three are needed";
  EXPECT_EQ(rule.put("/v3/editor/template/" + id,
                     R"({"name":"One","message_type":"email","template":)" + std::string(empty_mail) + "}")
                .status,
            200);
  EXPECT_EQ(rule.erase("/v3/editor/template/" + id).status, 204);
  EXPECT_EQ(rule.get("/v3/editor/template/" + id).status, 404);
}

TEST(RuleEditor, a_dynamic_set_joins_message_and_template_and_the_second_default_deactivates_the_first) {
  Editor rule;
  const auto message_id = id_of(rule.add_message(id_of(rule.add_automail())));
  const auto template_id = id_of(rule.add_template("One"));
  const auto body = R"({"message_id":)" + message_id + R"(,"template_id":)" + template_id + "}";
  const auto first = id_of(rule.post("/v3/editor/dynamic-set", body));
  const auto second = data_of(rule.post("/v3/editor/dynamic-set", body));
  EXPECT_EQ(second.at("name"), "Default");
  EXPECT_EQ(second.at("active"), true);
  EXPECT_EQ(data_of(rule.get("/v3/editor/dynamic-set/" + first)).at("active"), false);
  const auto list = object_of(rule.get("/v3/editor/dynamic-set?message_id=" + message_id)).at("data").as_array();
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].as_object().size(), 3U) << "a list gives id, name and template_id";
  EXPECT_EQ(rule.post("/v3/editor/dynamic-set", R"({"message_id":999})").status, 422);
}

TEST(RuleEditor, deleting_takes_along_what_hangs_on_it) {
  Editor rule;
  const auto automail_id = id_of(rule.add_automail());
  const auto message_id = id_of(rule.add_message(automail_id));
  const auto template_id = id_of(rule.add_template("One"));
  const auto set_id =
      id_of(rule.post("/v3/editor/dynamic-set", R"({"message_id":)" + message_id + R"(,"template_id":)" + template_id + "}"));
  EXPECT_EQ(rule.erase("/v3/editor/automail/" + automail_id).status, 204);
  for (const auto& path : {"message/" + message_id, "dynamic-set/" + set_id, "template/" + template_id})
    EXPECT_EQ(rule.get("/v3/editor/" + path).status, 404) << path;
}

TEST(RuleEditor, a_template_is_shown_as_one_subscriber_would_read_it_or_with_its_tokens) {
  Editor rule;
  rule.post(
      "/v2/subscribers",
      R"({"update_on_duplicate":true,"subscribers":{"email":"anna@example.com","fields":[{"key":"Subscriber.FirstName","value":"Anna"}]}})");
  const auto document =
      R"({"tagName":"rcml","children":[{"tagName":"rc-head","children":[]},{"tagName":"rc-body","children":[{"tagName":"rc-section","children":[{"tagName":"rc-column","children":[{"tagName":"rc-text","content":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"placeholder","attrs":{"type":"CustomField","value":null,"name":"n","original":"[CustomField:Subscriber.FirstName]","max-length":null}}]}]}}]}]}]}]})";
  const auto path = "/v3/editor/template/" + id_of(rule.add_template("One", document)) + "/render";
  EXPECT_THAT(rule.get(path).body, HasSubstr("[CustomField:Subscriber.FirstName]"));
  EXPECT_THAT(rule.get(path + "?subscriber_id=" + std::to_string(rule.anna().id)).body,
              HasSubstr("<p style=\"margin:0\">Anna</p>"));
  EXPECT_EQ(rule.get("/v3/editor/template/999/render").status, 404);
}

TEST(RuleEditor, recipients_are_tags_subscribers_and_no_segments) {
  Editor rule;
  const auto tags = object_of(rule.get("/v3/editor/recipients/tags?per_page=1")).at("data").as_array();
  ASSERT_EQ(tags.size(), 1U);
  EXPECT_EQ(tags[0].at("name"), "Order");
  EXPECT_EQ(tags[0].at("has_next_item"), false);
  EXPECT_EQ(object_of(rule.get("/v3/editor/recipients/subscribers")).at("data").at(0).at("phone"), "+46701234567");
  EXPECT_TRUE(object_of(rule.get("/v3/editor/recipients/segments")).at("data").as_array().empty());
  EXPECT_EQ(rule.get("/v3/editor/recipients/lists").status, 404);
}

TEST(RuleEditor, a_brand_style_has_colours_fonts_images_and_links) {
  Rule rule;
  EXPECT_EQ(object_of(rule.get("/v3/brand-styles")).at("data").at(0).at("is_default"), true);
  const auto style = data_of(rule.get("/v3/brand-styles/1"));
  EXPECT_EQ(style.at("colours").at(0), (json::object{{"type", "accent"}, {"hex", "#05CC87"}}));
  EXPECT_EQ(style.at("fonts").as_array().size(), 2U);
  EXPECT_EQ(rule.get("/v3/brand-styles/2").status, 404);
}

}  // namespace
}  // namespace kassabro::sandbox::rule
