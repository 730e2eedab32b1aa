#include "rule/automations/letter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace kassabro::rule::automations {
namespace {

using testing::HasSubstr;
using testing::Not;

LetterPlan plan_of(Flow flow, Language language, std::string shop = "Butiken") {
  LetterPlan plan{flow, language, std::move(shop), {}, order_fields_of(RuleNames{})};
  std::int64_t id = 10;
  for (auto* field : refs_of(plan.order)) field->id = ++id;
  return plan;
}

std::string text_in(const Letter& letter) { return to_json_text(letter.document); }

void collect_ids(const json::value& node, std::multiset<std::string>& ids) {
  if (!node.is_object()) return;
  ids.insert(text_member(node.get_object(), "id"));
  if (const auto* children = node.get_object().if_contains("children"))
    for (const auto& child : children->as_array()) collect_ids(child, ids);
}

TEST(Letter, every_flow_has_its_texts_in_both_languages_and_a_way_out) {
  for (const auto flow : all_flows)
    for (const auto language : {Language::swedish, Language::english}) {
      const auto letter = write_letter(plan_of(flow, language));
      EXPECT_FALSE(letter.subject.empty());
      EXPECT_FALSE(letter.pre_header.empty());
      EXPECT_THAT(text_in(letter), HasSubstr("[Link:Unsubscribe]"));
      EXPECT_THAT(text_in(letter), HasSubstr(words_of(language).unsubscribe));
      EXPECT_THAT(text_in(letter) + letter.subject, Not(HasSubstr("{shop}")));
    }
  EXPECT_EQ(write_letter(plan_of(Flow::thank_you, Language::swedish)).subject, "Tack för ditt köp hos Butiken");
  EXPECT_EQ(write_letter(plan_of(Flow::thank_you, Language::english)).subject, "Thank you for your purchase at Butiken");
}

TEST(Letter, a_thank_you_shows_the_lines_and_the_sum_of_the_order) {
  const auto text = text_in(write_letter(plan_of(Flow::thank_you, Language::swedish)));
  EXPECT_THAT(text, HasSubstr(R"("loop-value":"11")"));
  for (const auto* token :
       {"[LoopValue:quantity.1]", "[LoopValue:name.1]", "[LoopValue:total.1]", "[CustomField:Sitoo-Order.total]",
        "[CustomField:Sitoo-Order.orderdate]", "[CustomField:Sitoo-Order.store]", "[CustomField:Sitoo-Order.currency]"})
    EXPECT_THAT(text, HasSubstr(token));
  EXPECT_THAT(text_in(write_letter(plan_of(Flow::winback, Language::swedish))), Not(HasSubstr("Sitoo-Order")));
}

TEST(Letter, every_node_has_a_name_of_its_own_which_stays) {
  const auto letter = write_letter(plan_of(Flow::thank_you, Language::swedish));
  std::multiset<std::string> ids;
  collect_ids(letter.document, ids);
  EXPECT_GT(ids.size(), 20U);
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
  for (const auto& id : ids) EXPECT_EQ(id.size(), 36U) << id;
  EXPECT_EQ(letter.document, write_letter(plan_of(Flow::thank_you, Language::swedish)).document);
}

TEST(Letter, a_shops_name_is_text_and_nothing_else) {
  const std::string shop = "\"<b>O'Hara & Co</b>\" {shop} [CustomField:Sitoo-Contact.phone] [Link:Unsubscribe]\n\x01";
  const auto letter = write_letter(plan_of(Flow::winback, Language::english, shop));
  const std::string shown = "\"<b>O'Hara & Co</b>\" {shop} (CustomField:Sitoo-Contact.phone) (Link:Unsubscri";
  EXPECT_THAT(letter.subject, HasSubstr(shown));
  const auto text = text_in(letter);
  EXPECT_THAT(text, Not(HasSubstr("[CustomField")));
  EXPECT_EQ(parse_json(text).value(), json::value(letter.document)) << "quotes are escaped";
  EXPECT_EQ(plain(std::string(500, 'x')).size(), 80U);
  EXPECT_EQ(plain("Å[ä]"), "Å(ä)");
}

TEST(Letter, names_that_would_break_a_merge_field_are_known) {
  EXPECT_TRUE(can_be_merged("Sitoo-Order"));
  for (const auto* name : {"", "a]b", "[a", "a::b", "a\nb"}) EXPECT_FALSE(can_be_merged(name)) << name;
}

TEST(Brand, the_default_style_is_chosen_and_only_sound_values_are_taken) {
  const auto list = parse_json(R"({"data":[{"id":1,"is_default":false},{"id":2,"is_default":true}]})").value();
  EXPECT_EQ(parse_brand_choice(list), 2);
  EXPECT_EQ(parse_brand_choice(parse_json(R"({"data":[]})").value()), std::nullopt);
  const auto brand = parse_brand(
      parse_json(
          R"~({"data":{"id":2,"colours":[{"type":"accent","hex":"#123456"},{"type":"dark","hex":"red;background:url(x)"}],
              "fonts":[{"type":"title","name":"'Lato', sans-serif","url":"https://fonts.example.com/lato"},
                       {"type":"body","name":"x}<"}],
              "images":[{"type":"logo","public_path":"https://cdn.example.com/logo.png"}],
              "links":[{"type":"website","link":"javascript:alert(1)"}]}})~")
          .value());
  EXPECT_EQ(brand.button_colour, "#123456");
  EXPECT_EQ(brand.text_colour, "#0F0F1F");
  EXPECT_EQ(brand.title_font.family, "'Lato', sans-serif");
  EXPECT_EQ(brand.body_font.family, "'Helvetica', sans-serif");
  EXPECT_EQ(brand.logo, "https://cdn.example.com/logo.png");
  EXPECT_EQ(brand.website, "");
  auto plan = plan_of(Flow::retention, Language::swedish);
  plan.brand = brand;
  const auto text = text_in(write_letter(plan));
  for (const auto* part : {"rc-brand-style", "rc-font", "rc-logo", "#123456"}) EXPECT_THAT(text, HasSubstr(part));
}

}  // namespace
}  // namespace kassabro::rule::automations
