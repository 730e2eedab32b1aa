#include "person_page/page.hpp"

#include <gtest/gtest.h>

#include "receipt/markup.hpp"

namespace kassabro::person_page {
namespace {

using receipt::Language;

json::object sample() {
  return parse_json(R"({
    "made_at": "2026-11-30T12:00:00Z", "account": {"account_id": "1", "name": "Skor & <b>Väskor</b>"},
    "customer": {"first_name": "<script>alert(1)</script>", "email": "anna@shop.se", "accepts_email": true, "accepts_sms": false,
                 "company": "", "birthday": null, "accepted_consents": ["club", "letters\" onload=\"x"], "rule": {"remote_id": "77"}},
    "orders": [{"order_id": "1", "total": "12.50", "lines": [{"name": "Skjorta", "quantity": 2, "odd_<i>name": "kept"}]}, {"order_id": "2"}],
    "receipts": [], "received": null})")
      ->get_object();
}

void gather(const json::value& value, std::vector<std::string>& out) {
  if (const auto* object = value.if_object())
    for (const auto& [name, member] : *object) gather(member, out);
  else if (const auto* list = value.if_array())
    for (const auto& item : *list) gather(item, out);
  else if (const auto text = text_of(value); text && !text->empty() && !value.is_bool())
    out.push_back(*text);
}

TEST(PersonPage, shows_each_value_in_a_form_that_no_browser_takes_for_markup) {
  const auto html = page_html(sample(), Language::swedish);
  std::vector<std::string> values;
  gather(sample(), values);
  ASSERT_EQ(values.size(), 14U);
  for (const auto& value : values) EXPECT_TRUE(html.contains(receipt::escaped(value))) << value;
  for (const auto* markup : {"<script", "<b>", "<i>", "onload=\"x"}) EXPECT_FALSE(html.contains(markup)) << markup;
  EXPECT_TRUE(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST(PersonPage, needs_nothing_from_elsewhere_and_forbids_that_anything_is_run) {
  const auto html = page_html(sample(), Language::swedish);
  EXPECT_TRUE(
      html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; style-src &#39;sha256-"));
  for (const auto* word : {"src=", "href=", "url(", "@import", "http://", "https://"})
    EXPECT_FALSE(html.contains(word)) << word;
}

TEST(PersonPage, speaks_the_language_of_the_shop) {
  const auto swedish = page_html(sample(), Language::swedish);
  EXPECT_TRUE(swedish.contains("<html lang=\"sv\">"));
  for (const auto* text :
       {"<h1>Personuppgifter</h1>", "<h2>Köp i kassan</h2>", "<dt>Förnamn</dt>", "<dt>Ja till e-post</dt><dd>Ja</dd>"})
    EXPECT_TRUE(swedish.contains(text)) << text;
  const auto english = page_html(sample(), Language::english);
  EXPECT_TRUE(english.contains("<html lang=\"en\">"));
  for (const auto* text :
       {"<h1>Personal data</h1>", "<h2>Purchases at the till</h2>", "<dt>First name</dt>", "<dt>remote id</dt>"})
    EXPECT_TRUE(english.contains(text)) << text;
}

TEST(PersonPage, leaves_out_what_is_empty_and_says_where_there_is_nothing) {
  const auto html = page_html(sample(), Language::english);
  EXPECT_FALSE(html.contains("<dt>Company</dt>"));
  EXPECT_FALSE(html.contains("<dt>Birthday</dt>"));
  EXPECT_TRUE(html.contains("<h2>Digital receipts</h2>\n<p class=\"note\">Nothing.</p>"));
  EXPECT_TRUE(html.contains("<h2>What came in, as it came</h2>\n<p class=\"note\">Left out.</p>"));
  EXPECT_TRUE(html.contains("<dt>Agreed to text messages</dt><dd>No</dd>")) << "no is an answer";
}

}  // namespace
}  // namespace kassabro::person_page
