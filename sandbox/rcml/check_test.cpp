#include "sandbox/rcml/check.hpp"

#include <gtest/gtest.h>

#include "sandbox/rcml/testing.hpp"

namespace kassabro::sandbox::rcml {
namespace {

using testing::Anna;
using testing::email_of;
using testing::parsed;
using testing::section_of;
using testing::text_of_inline;

// "" for a good document, else the sentence that Rule answers.
std::string email_flaw(std::string_view body, std::string_view head = "") {
  const auto flaw = find_email_flaw(email_of(body, head), Anna());
  return flaw ? flaw->message : "";
}

std::string part_flaw(std::string_view part) { return email_flaw(section_of(part)); }

constexpr auto invalid_template = "Invalid template was specified";
constexpr auto bad_nesting = "Not available child component for parent component";

TEST(RcmlCheck, takes_the_smallest_documents_of_the_contract) {
  EXPECT_EQ(email_flaw(section_of(text_of_inline(R"({"type":"text","text":"Thank you for your purchase"})"))), "");
  EXPECT_EQ(email_flaw(""), "") << "a body without anything passes the live API";
}

TEST(RcmlCheck, takes_the_head_that_the_editor_expects) {
  const auto style = [](const char* name, const char* size, const char* weight) {
    return R"({"tagName":"rc-class","attributes":{"name":")" + std::string(name) +
           R"(","font-family":"'Helvetica', sans-serif","font-size":")" + size + R"(","font-weight":")" + weight +
           R"(","color":"#0F0F1F","line-height":"120%","letter-spacing":"0em","font-style":"normal","text-decoration":"none"}})";
  };
  const auto head =
      R"({"tagName":"rc-brand-style","attributes":{"id":1}},{"tagName":"rc-attributes","children":[)"
      R"({"tagName":"rc-body","attributes":{"background-color":"#F3F3F3"}},{"tagName":"rc-section","attributes":{"background-color":"#FFFFFF"}},)"
      R"({"tagName":"rc-button","attributes":{"background-color":"#05CC87"}},)"
      R"({"tagName":"rc-class","attributes":{"name":"rcml-brand-color","background-color":"#F6F8F9"}},)"
      R"({"tagName":"rc-class","attributes":{"name":"rcml-logo-style","src":"https://shop.example.com/logo.png"}},)" +
      style("rcml-p-style", "16px", "400") + "," + style("rcml-h1-style", "36px", "700") +
      R"(,{"tagName":"rc-social","children":[{"tagName":"rc-social-element","attributes":{"name":"facebook","href":""}}]}]},)"
      R"({"tagName":"rc-font","attributes":{"name":"'Lato'","href":"https://fonts.example.com/lato.css"}},)"
      R"({"tagName":"rc-preview","content":"Thanks"},{"tagName":"rc-plain-text","content":{"type":"text","text":"Thanks"}})";
  const auto logo = R"({"tagName":"rc-logo","attributes":{"rc-class":"rcml-logo-style rc-initial-logo"}})";
  EXPECT_EQ(email_flaw(section_of(logo), head), "");
  EXPECT_EQ(email_flaw("", R"({"tagName":"rc-brand-style","attributes":{"brand-style-id":1}})"), invalid_template);
}

TEST(RcmlCheck, wants_one_head_before_one_body) {
  const Anna anna;
  const auto head = R"({"tagName":"rc-head","children":[]})", body = R"({"tagName":"rc-body","children":[]})";
  const auto flaw = [&](const std::string& children) {
    return find_email_flaw(parsed(R"({"tagName":"rcml","children":[)" + children + "]}"), anna).has_value();
  };
  EXPECT_FALSE(flaw(std::string(head) + "," + body));
  EXPECT_TRUE(flaw(std::string(body) + "," + head));
  EXPECT_TRUE(flaw(body));
  EXPECT_TRUE(find_email_flaw(parsed(R"({"tagName":"rc-sms"})"), anna));
  EXPECT_TRUE(find_email_flaw(parsed("[]"), anna));
}

TEST(RcmlCheck, names_bad_nesting_with_the_words_of_rule) {
  EXPECT_EQ(email_flaw(text_of_inline(R"({"type":"text","text":"no section"})")), bad_nesting);
  EXPECT_EQ(part_flaw(R"({"tagName":"rc-marquee"})"), bad_nesting);
  EXPECT_EQ(email_flaw(R"({"tagName":"rc-wrapper","children":[{"tagName":"rc-loop","children":[]}]})"), bad_nesting);
}

TEST(RcmlCheck, refuses_unknown_members_and_attributes_and_values_of_the_wrong_form) {
  EXPECT_EQ(part_flaw(R"({"tagName":"rc-spacer","attributes":{"height":"32px"}})"), "");
  EXPECT_EQ(part_flaw(R"({"tagName":"rc-spacer","colour":"red"})"), invalid_template);
  EXPECT_EQ(part_flaw(R"({"tagName":"rc-spacer","attributes":{"level":"1"}})"), invalid_template);
  EXPECT_EQ(part_flaw(R"j({"tagName":"rc-divider","attributes":{"border-color":"rgb(1,2,3)"}})j"), invalid_template);
  EXPECT_EQ(part_flaw(R"({"tagName":"rc-divider","attributes":{"border-color":"#abc","padding":"0 10px"}})"), "");
  EXPECT_EQ(part_flaw(R"({"tagName":"rc-image","attributes":{"src":"a.png","width":"50%"}})"), invalid_template) << "px only";
  EXPECT_EQ(part_flaw(R"({"tagName":"rc-image","attributes":{"alt":""}})"), invalid_template) << "no src";
  EXPECT_EQ(email_flaw(R"({"tagName":"rc-section","attributes":{"rc-class":"x"},"children":[]})"), invalid_template);
}

TEST(RcmlCheck, wants_columns_in_percent_to_add_up) {
  const auto columns = [](const char* one, const char* two) {
    const auto column = [](const char* width) {
      return R"({"tagName":"rc-column","attributes":{"width":")" + std::string(width) + R"("},"children":[]})";
    };
    return email_flaw(R"({"tagName":"rc-section","children":[)" + column(one) + "," + column(two) + "]}");
  };
  EXPECT_EQ(columns("50%", "50%"), "");
  EXPECT_EQ(columns("50%", "40%"), invalid_template);
  EXPECT_EQ(columns("100px", "40%"), "");
}

TEST(RcmlCheck, refuses_fields_and_tags_that_do_not_exist) {
  EXPECT_EQ(part_flaw(text_of_inline(testing::placeholder("CustomField", "Order.Total"))), "");
  EXPECT_EQ(part_flaw(text_of_inline(testing::placeholder("CustomField", "Order.Totla"))), invalid_template);
  EXPECT_EQ(part_flaw(text_of_inline(testing::placeholder("Subscriber", "first_name"))), invalid_template);
  EXPECT_EQ(part_flaw(text_of_inline(testing::placeholder("Date", "[CustomField:Order.Date]::Y-m-d"))), "");
  const auto loop = [](const char* value) {
    return email_flaw(R"({"tagName":"rc-loop","attributes":{"loop-type":"custom-field","loop-value":")" + std::string(value) +
                      R"("},"children":[)" + section_of("") + "]}");
  };
  EXPECT_EQ(loop("13"), "");
  EXPECT_EQ(loop("Order.Total"), invalid_template) << "by id, not by name";
  EXPECT_EQ(loop("99"), invalid_template);
}

TEST(RcmlCheck, refuses_rich_text_that_is_not_exactly_of_its_form) {
  EXPECT_EQ(part_flaw(text_of_inline(R"({"type":"text","text":""})")), invalid_template);
  EXPECT_EQ(part_flaw(text_of_inline(R"({"type":"text","text":"a","marks":[{"type":"bold"}]})")), invalid_template);
  EXPECT_EQ(part_flaw(text_of_inline(R"({"type":"hardbreak"})")), invalid_template);
  EXPECT_EQ(
      part_flaw(text_of_inline(
          R"({"type":"text","text":"a","marks":[{"type":"font","attrs":{"font-weight":"bold"}},{"type":"link","attrs":{"href":"[Link:Unsubscribe]","target":"_blank","no-tracked":"true"}}]})")),
      "");
  EXPECT_EQ(part_flaw(R"({"tagName":"rc-raw","content":"<b>bare</b>"})"), invalid_template);
  EXPECT_EQ(part_flaw(R"({"tagName":"rc-raw","content":{"type":"html","text":"<b>x</b>"}})"), "");
}

TEST(RcmlCheck, takes_switches_with_one_section_in_each_case) {
  const auto choice = [](const std::string& attributes, const std::string& sections) {
    return email_flaw(R"({"tagName":"rc-switch","children":[{"tagName":"rc-case","attributes":{)" + attributes +
                      R"(},"children":[)" + sections + "]}]}");
  };
  const auto one = section_of("");
  EXPECT_EQ(choice(R"("case-type":"default")", one), "");
  EXPECT_EQ(choice(R"("case-type":"custom-field","case-property":13,"case-condition":"eq","case-value":"1")", one), "");
  EXPECT_EQ(choice(R"("case-type":"custom-field","case-property":"13","case-condition":"eq","case-value":"1")", one),
            invalid_template);
  EXPECT_EQ(choice(R"("case-type":"tag","case-condition":"eq","case-value":42)", one), "");
  EXPECT_EQ(choice(R"("case-type":"tag","case-condition":"eq","case-value":43)", one), invalid_template);
  EXPECT_EQ(choice(R"("case-type":"default")", one + "," + one), invalid_template);
}

TEST(RcmlCheck, takes_the_text_message_of_the_contract_and_refuses_the_old_model) {
  const Anna anna;
  const auto sms = [&](const std::string& nodes) {
    return find_sms_flaw(
        parsed(R"({"id":"3f2a8c1e-5b7d-4e90-9a61-0c4d2e7f8b13","tagName":"rc-sms","content":{"type":"sms","content":[)" +
               nodes + "]}}"),
        anna);
  };
  EXPECT_FALSE(sms(R"({"type":"message","text":"Thank you!"})"));
  EXPECT_FALSE(sms(R"({"type":"link","text":"https://a.se","attrs":{"track":true,"shorten":true}})"));
  EXPECT_TRUE(sms(R"({"type":"link","text":"https://a.se","attrs":{"track":true,"shorten":false}})"));
  EXPECT_FALSE(sms(
      R"({"type":"placeholder","attrs":{"type":"Link","name":"Unsubscribe","original":"[Link:Unsubscribe]","value":null,"is-unsubscribe":true}})"));
  EXPECT_TRUE(sms(
      R"({"type":"placeholder","attrs":{"type":"Link","name":"Unsubscribe","original":"[Link:Unsubscribe]","value":null}})"));
  EXPECT_TRUE(sms(R"({"type":"paragraph"})"));
  EXPECT_TRUE(find_sms_flaw(parsed(R"({"id":"1","tagName":"rc-sms","content":{"type":"sms","content":[]}})"), anna));
}

}  // namespace
}  // namespace kassabro::sandbox::rcml
