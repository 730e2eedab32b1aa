#include "sandbox/rcml/mail.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/time_text.hpp"
#include "sandbox/rcml/testing.hpp"
#include "sandbox/rcml/tokens.hpp"

namespace kassabro::sandbox::rcml {
namespace {

using testing::Anna;
using testing::email_of;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::placeholder;
using testing::section_of;
using testing::text_of_inline;

Mail mail_of(std::string_view body, std::string_view head = "") {
  return render_email(email_of(body, head), Anna(), "Subject", "");
}

TEST(RcmlTokens, are_replaced_inner_ones_first_and_cut_on_demand) {
  const Anna anna;
  EXPECT_EQ(fill_tokens("Total [CustomField:Order.Total] kr", anna), "Total 349.00 kr");
  EXPECT_EQ(fill_tokens("[CustomField:Order.Total::3]", anna), "349…");
  EXPECT_EQ(fill_tokens("[not a token] [CustomField:Order.Nothing]", anna), "[not a token] ");
  EXPECT_EQ(fill_tokens("[CustomField:Order.Total]", NoValues()), "[CustomField:Order.Total]") << "a preview without a reader";
  EXPECT_EQ(fill_tokens("[CustomField:Order", anna), "[CustomField:Order");
}

TEST(RcmlTokens, write_dates_in_the_form_that_is_asked_for) {
  const auto now = *parse_timestamp("2026-11-23T23:30:00Z");
  EXPECT_EQ(date_text("now", now), "2026-11-24") << "half past midnight in Stockholm";
  EXPECT_EQ(date_text("tomorrow::d.m.Y", now), "25.11.2026");
  EXPECT_EQ(date_text("in-2-days::m/d/Y", now), "11/26/2026");
  EXPECT_EQ(date_text("3-days-ago::Y-m-d", now), "2026-11-21");
  EXPECT_EQ(date_text("2026-12-24 18:00:00::d/m/Y", now), "24/12/2026");
  EXPECT_EQ(date_text("soon::Y", now), "");
}

TEST(RcmlMail, shows_merge_fields_as_text_and_never_as_html) {
  const auto mail = mail_of(
      section_of(text_of_inline(R"({"type":"text","text":"Hi "},)" + placeholder("CustomField", "Subscriber.FirstName"))));
  EXPECT_THAT(mail.html, HasSubstr("Hi Anna &lt;b&gt;"));
  EXPECT_EQ(mail.plain, "Hi Anna <b>\n");
}

TEST(RcmlMail, lets_own_attributes_win_over_classes_and_classes_over_the_head) {
  const auto head =
      R"({"tagName":"rc-attributes","children":[{"tagName":"rc-text","attributes":{"color":"#111111","font-size":"16px","align":"right"}},)"
      R"({"tagName":"rc-class","attributes":{"name":"big","font-size":"36px","color":"#222222"}}]})";
  const auto text =
      R"({"tagName":"rc-text","attributes":{"rc-class":"big","color":"#333333"},"content":{"type":"doc","content":[{"type":"paragraph"}]}})";
  const auto html = mail_of(section_of(text), head).html;
  EXPECT_THAT(html, HasSubstr("color:#333333;"));
  EXPECT_THAT(html, HasSubstr("font-size:36px;"));
  EXPECT_THAT(html, HasSubstr("text-align:right;"));
  EXPECT_THAT(html, HasSubstr("padding:0 0 20px 0;")) << "the editor's default";
}

TEST(RcmlMail, writes_a_loop_once_for_each_item_of_the_field) {
  const auto loop = [](std::string_view more) {
    return R"({"tagName":"rc-loop","attributes":{"loop-type":"custom-field","loop-value":"14")" + std::string(more) +
           R"(},"children":[)" +
           section_of(text_of_inline(
               R"({"type":"loop-value","attrs":{"original":"[LoopValue:qty.1]","value":"qty","index":"1"}},{"type":"text","text":" × "},{"type":"loop-value","attrs":{"original":"[LoopValue:name.1]","value":"name","index":"1"}})")) +
           "]}";
  };
  const auto mail = mail_of(loop(""));
  EXPECT_EQ(mail.plain, "2 × Mug\n1 × Tea & milk\n");
  EXPECT_THAT(mail.html, HasSubstr("1 × Tea &amp; milk"));
  EXPECT_EQ(mail_of(loop(R"(,"loop-max-iterations":1)")).plain, "2 × Mug\n");
}

TEST(RcmlMail, puts_several_items_into_a_round_when_the_tokens_ask_for_them) {
  const auto body = R"({"tagName":"rc-loop","attributes":{"loop-type":"custom-field","loop-value":"14"},"children":[)" +
                    section_of(text_of_inline(R"({"type":"text","text":"[LoopValue:name.1], [LoopValue:name.2]"})")) + "]}";
  EXPECT_EQ(mail_of(body).plain, "Mug, Tea & milk\n");
}

TEST(RcmlMail, shows_the_first_case_that_is_met) {
  const auto entry = [](const std::string& attributes, const std::string& text) {
    return R"({"tagName":"rc-case","attributes":{)" + attributes + R"(},"children":[)" +
           section_of(text_of_inline(R"({"type":"text","text":")" + text + R"("})")) + "]}";
  };
  const auto pick = [&](const std::string& cases) {
    return mail_of(R"({"tagName":"rc-switch","children":[)" + cases + "]}").plain;
  };
  const auto fallback = entry(R"("case-type":"default")", "else");
  const auto field = R"("case-type":"custom-field","case-property":13,"case-condition":"eq","case-value":"349.00")";
  EXPECT_EQ(pick(entry(field, "349") + "," + fallback), "349\n");
  EXPECT_EQ(pick(entry(R"("case-type":"tag","case-condition":"ne","case-value":42)", "no tag") + "," + fallback), "else\n");
  EXPECT_EQ(pick(entry(R"("case-type":"tag","case-condition":"eq","case-value":"42")", "tag") + "," + fallback), "tag\n");
}

TEST(RcmlMail, draws_buttons_images_dividers_and_links_and_drops_scripts_in_addresses) {
  const auto mail = mail_of(section_of(
      R"({"tagName":"rc-button","attributes":{"href":"https://shop.example/?a=1&b=2"},"content":{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Shop"}]}]}},)"
      R"j({"tagName":"rc-image","attributes":{"src":"javascript:alert(1)","alt":"a \"b\"","width":"96px"}},{"tagName":"rc-divider"},{"tagName":"rc-spacer"},)j"
      R"({"tagName":"rc-social","children":[{"tagName":"rc-social-element","attributes":{"name":"facebook","href":"https://facebook.com/x"}}]},)"
      R"({"tagName":"rc-raw","content":{"type":"html","text":"<b>[CustomField:Order.Total]</b>"}})"));
  EXPECT_THAT(mail.html, HasSubstr("<a href=\"https://shop.example/?a=1&amp;b=2\""));
  EXPECT_THAT(mail.html, HasSubstr("<img src=\"#\" alt=\"a &quot;b&quot;\" width=\"96\""));
  EXPECT_THAT(mail.html, Not(HasSubstr("javascript")));
  EXPECT_THAT(mail.html, HasSubstr("border-top-color:#000000;"));
  EXPECT_THAT(mail.html, HasSubstr("<b>349.00</b>")) << "rc-raw is verbatim";
  EXPECT_THAT(mail.plain, HasSubstr("Shop\nhttps://shop.example/?a=1&b=2\n---\nfacebook: https://facebook.com/x"));
}

TEST(RcmlMail, writes_font_and_link_marks_and_lists) {
  const auto text =
      R"({"tagName":"rc-text","content":{"type":"doc","content":[{"type":"bullet-list","attrs":{"spread":false},"content":[{"type":"list-item","attrs":{"label":"•","list-type":"bullet","spread":"false"},"content":[{"type":"paragraph","content":[{"type":"text","text":"one","marks":[{"type":"font","attrs":{"font-weight":"bold"}},{"type":"link","attrs":{"href":"https://a.se","target":null,"no-tracked":"true"}}]},{"type":"hardbreak","attrs":{"isInline":true}}]}]}]}]}})";
  const auto mail = mail_of(section_of(text));
  EXPECT_THAT(mail.html, HasSubstr("<ul><li><p style=\"margin:0\"><a href=\"https://a.se\" rel=\"noopener\">"
                                   "<span style=\"font-weight:bold;\">one</span></a><br></p></li></ul>"));
  EXPECT_EQ(mail.plain, "- one (https://a.se)\n");
}

TEST(RcmlMail, takes_the_plain_part_and_the_preview_from_the_head) {
  const auto mail = mail_of(section_of(""), R"({"tagName":"rc-preview","content":"Your points"},)"
                                            R"({"tagName":"rc-plain-text","content":{"type":"text","text":"Own text"}})");
  EXPECT_EQ(mail.plain, "Own text");
  EXPECT_THAT(mail.html, HasSubstr("Your points</div>"));
}

TEST(RcmlSms, is_its_texts_links_and_placeholders_in_a_row) {
  const auto document = testing::parsed(
      R"({"tagName":"rc-sms","content":{"type":"sms","content":[{"type":"message","text":"Thanks!\nTotal "},)"
      R"({"type":"placeholder","attrs":{"type":"CustomField","original":"[CustomField:Order.Total]","name":"n","value":null}},)"
      R"({"type":"link","text":" https://a.se","attrs":{"track":false,"shorten":false}}]}})");
  const auto sms = render_sms(document, Anna());
  EXPECT_EQ(sms.plain, "Thanks!\nTotal 349.00 https://a.se");
  EXPECT_EQ(sms.html, "");
}

}  // namespace
}  // namespace kassabro::sandbox::rcml
