// The page, the mail and the texts: what they show, and what they never let through.
#include <gmock/gmock.h>

#include "receipt/markup.hpp"
#include "receipt/messages.hpp"
#include "receipt/page.hpp"
#include "receipt/page_style.hpp"
#include "receipt/qr.hpp"
#include "testing/receipts.hpp"

namespace kassabro::receipt {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view link = "https://shop.example/r/abc?x=1&y=\"2";

Receipt shown(const domain::Order& order, Language language = Language::swedish) {
  Surroundings around;
  around.language = language;
  around.shop = "Åsas & Bos";
  around.time_zone = "Europe/Stockholm";
  return make_receipt(order, around);
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// Elements that are opened and closed, with nothing between them that was not meant to be there.
TEST(ReceiptForms, every_kind_in_both_languages_is_whole_and_lets_nothing_in) {
  for (const auto& [kind, order] : testing::all_kinds_of_receipts())
    for (const auto language : {Language::swedish, Language::english}) {
      const auto receipt = shown(order, language);
      for (const auto& html : {page_html(receipt), mail_html(receipt, link)}) {
        for (const char* element : {"table", "tr", "td", "p", "a", "body", "html", "title", "style", "div", "span"})
          EXPECT_EQ(count_of(html, "<" + std::string(element) + ">") + count_of(html, "<" + std::string(element) + " "),
                    count_of(html, "</" + std::string(element) + ">"))
              << kind << " " << element;
        for (const char* strange : {"<script", "<img", "<b>", "\" onclick", "' onclick", "{}"})
          EXPECT_THAT(html, Not(HasSubstr(strange))) << kind;
      }
      EXPECT_FALSE(plain_text(receipt, link).empty()) << kind;
      EXPECT_THAT(sms_text(receipt, link), Not(HasSubstr("\n"))) << kind;
    }
}

TEST(ReceiptForms, the_page_is_for_nobody_but_who_has_its_link) {
  const auto html = page_html(shown(testing::check_order()));
  EXPECT_THAT(html, HasSubstr("<meta name=\"robots\" content=\"noindex,nofollow\">"));
  EXPECT_THAT(html, Not(HasSubstr("style=\"")));
  EXPECT_THAT(page_security_policy(), HasSubstr("default-src 'none'; style-src 'sha256-"));
}

TEST(ReceiptForms, the_page_shows_the_amounts_of_a_purchase_with_a_bonus_check) {
  const auto html = page_html(shown(testing::check_order()));
  for (const char* text :
       {"Åsas &amp; Bos", "Kvitto", "SII000000150000110009", "2026-07-01 14:05", "100001", "Coat", "Rabatt med bonuscheck",
        "−100,00", "999,00", "BC-1", "1\u00a0198,00\u00a0kr", "25\u00a0%", "958,40", "239,60"})
    EXPECT_THAT(html, HasSubstr(text));
}

TEST(ReceiptForms, english_writes_money_and_time_its_own_way) {
  const auto html = page_html(shown(testing::check_order(), Language::english));
  for (const char* text : {"<html lang=\"en\">", "Receipt", "1 July 2026, 14:05", "SEK\u00a01,198.00", "25%", "?lang=sv"})
    EXPECT_THAT(html, HasSubstr(text));
}

TEST(ReceiptForms, each_kind_has_its_title_and_its_rows) {
  EXPECT_THAT(page_html(shown(testing::returned_order())), HasSubstr("Returkvitto"));
  EXPECT_THAT(page_html(shown(testing::returned_order())), HasSubstr("Att få tillbaka"));
  const auto exchange = page_html(shown(testing::uneven_exchange()));
  for (const char* text : {"Byteskvitto", "Köpt", "Återlämnat", "Reglerat på annat sätt"})
    EXPECT_THAT(exchange, HasSubstr(text));
  EXPECT_THAT(page_html(shown(testing::weighed_order())), HasSubstr("0,500 × 199,00"));
  auto cancelled = testing::check_order();
  cancelled.state = domain::OrderState::cancelled;
  EXPECT_THAT(page_html(shown(cancelled)), HasSubstr("Köpet är makulerat."));
}

TEST(ReceiptForms, a_rounding_is_called_one_and_anything_larger_is_not) {
  const auto cash = testing::receipt_order({testing::receipt_line("Milk", 1, "12", 1'690, 203)}, "SEK", 7);
  EXPECT_THAT(plain_text(shown(cash), ""), HasSubstr("Öresavrundning"));
  auto euro = cash;
  euro.currency = "EUR";
  EXPECT_THAT(plain_text(shown(euro), ""), HasSubstr("Kontantavrundning"));
  EXPECT_THAT(plain_text(shown(testing::contradictory_order()), ""), HasSubstr("Justering"));
  EXPECT_THAT(plain_text(shown(testing::contradictory_order()), ""), HasSubstr("Övrigt"));
}

TEST(ReceiptForms, only_an_address_of_the_web_becomes_a_link) {
  const auto receipt = shown(testing::check_order());
  EXPECT_THAT(mail_html(receipt, link), HasSubstr("<a href=\"https://shop.example/r/abc?x=1&amp;y=&quot;2\""));
  EXPECT_THAT(mail_html(receipt, "javascript:alert(1)"), Not(HasSubstr("javascript")));
  EXPECT_THAT(mail_html(receipt, ""), Not(HasSubstr("<a ")));
}

TEST(ReceiptForms, an_sms_is_one_line_in_its_own_alphabet) {
  EXPECT_EQ(sms_text(shown(testing::check_order()), "https://k.se/r/abc"), "Åsas & Bos: Kvitto 1 198,00 kr https://k.se/r/abc");
  EXPECT_EQ(sms_text(shown(testing::returned_order(), Language::english), ""), "Åsas & Bos: Return receipt -SEK 299.00");
  EXPECT_EQ(mail_subject(shown(testing::check_order())), "Kvitto från Åsas & Bos");
}

TEST(ReceiptForms, plain_text_stands_in_columns) {
  const auto text = plain_text(shown(testing::check_order()), "https://k.se/r/abc");
  EXPECT_THAT(text, HasSubstr("Coat                                      999,00\n"));
  EXPECT_THAT(text, HasSubstr("https://k.se/r/abc\n"));
}

TEST(ReceiptForms, texts_from_outside_are_escaped_and_cannot_turn_around) {
  EXPECT_EQ(escaped("<a href='x'>&\"</a>"), "&lt;a href=&#39;x&#39;&gt;&amp;&quot;&lt;/a&gt;");
  EXPECT_EQ(escaped("a\u202eb\u2066c\nd\u2019"), "a b c d\u2019");
  EXPECT_EQ(one_line("a\r\nb\u202ec"), "a  b c");
}

TEST(ReceiptForms, a_code_that_is_too_long_is_left_out) {
  EXPECT_THAT(qr_svg("SII000000150000110009", "x"), HasSubstr("viewBox=\"0 0 29 29\""));
  EXPECT_EQ(qr_svg(std::string(5'000, 'x'), "x"), "");
  EXPECT_EQ(qr_svg("", "x"), "");
}

TEST(ReceiptForms, a_notice_speaks_both_languages_and_tells_nothing_else) {
  EXPECT_THAT(notice_html(Notice::not_found), HasSubstr("Kvittot finns inte"));
  EXPECT_THAT(notice_html(Notice::not_found), HasSubstr("There is no such receipt"));
  EXPECT_THAT(notice_html(Notice::expired), HasSubstr("This link has expired"));
  EXPECT_THAT(notice_html(Notice::wait), HasSubstr("Vänta en minut"));
}

}  // namespace
}  // namespace kassabro::receipt
