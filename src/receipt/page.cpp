#include "receipt/page.hpp"

#include <fmt/format.h>

#include <iterator>

#include "receipt/markup.hpp"
#include "receipt/page_style.hpp"
#include "receipt/qr.hpp"
#include "receipt/rows.hpp"
#include "receipt/words.hpp"

namespace kassabro::receipt {
namespace {

template <class... Args>
void append(std::string& out, fmt::format_string<Args...> format, Args&&... args) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
}

void append_start(std::string& out, Language language, std::string_view title_text) {
  append(out,
         "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"robots\" content=\"noindex,nofollow\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
         "<meta name=\"format-detection\" content=\"telephone=no\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
         language_tag(language), escaped(title_text), page_style);
}

void append_header(std::string& out, const Receipt& receipt) {
  append(out, "<header>\n<p class=\"shop\">{}</p>\n", escaped(receipt.shop));
  for (const auto& detail : receipt.shop_details) append(out, "<p>{}</p>\n", escaped(detail));
  append(out, "<h1>{}</h1>\n<p class=\"total-top\">{}</p>\n", title(receipt), escaped(total_row(receipt).amount));
  if (const auto text = warning(receipt); !text.empty()) append(out, "<p class=\"warning\">{}</p>\n", text);
  out += "<dl>\n";
  for (const auto& fact : facts(receipt)) append(out, "<dt>{}</dt><dd>{}</dd>\n", fact.label, escaped(fact.text));
  out += "</dl>\n</header>\n";
}

void append_line(std::string& out, const Line& line, const Receipt& receipt) {
  append(out, "<tr class=\"first\"><td>{}", escaped(name_of(line, receipt.language)));
  if (const auto detail = detail_of(line, receipt); !detail.empty()) append(out, "<span class=\"detail\">{}</span>", detail);
  append(out, "</td><td class=\"n\">{}</td></tr>\n", figure(line.list_minor, receipt));
  if (line.discount_minor != 0)
    append(out, "<tr class=\"more\"><td>{}</td><td class=\"n\">{}</td></tr>\n", discount_label(line, receipt.language),
           figure(line.discount_minor, receipt));
}

void append_lines(std::string& out, const Receipt& receipt) {
  if (receipt.lines.empty()) return;
  const bool in_groups = receipt.type == domain::OrderType::exchange;
  append(out, "<table class=\"items\">\n<thead><tr><th>{}</th><th class=\"n\">{}</th></tr></thead>\n<tbody>\n",
         word(receipt.language, Word::item), word(receipt.language, Word::amount));
  for (std::size_t i = 0; i < receipt.lines.size(); ++i) {
    const auto& line = receipt.lines[i];
    if (in_groups && (i == 0 || line.is_returned != receipt.lines[i - 1].is_returned))
      append(out, "<tr class=\"group\"><th colspan=\"2\">{}</th></tr>\n",
             word(receipt.language, line.is_returned ? Word::returned : Word::bought));
    append_line(out, line, receipt);
  }
  out += "</tbody>\n</table>\n";
}

void append_row(std::string& out, const AmountRow& row) {
  append(out, "<tr><td>{}</td><td class=\"n\">{}</td></tr>\n", escaped(row.label), escaped(row.amount));
}

void append_sums(std::string& out, const Receipt& receipt) {
  out += "<table class=\"sums\">\n";
  for (const auto& row : sum_rows(receipt)) append_row(out, row);
  const auto total = total_row(receipt);
  append(out, "<tr class=\"total\"><td>{}</td><td class=\"n\">{}</td></tr>\n</table>\n", total.label, escaped(total.amount));
}

void append_vat(std::string& out, const Receipt& receipt) {
  if (receipt.vat_rows.empty()) return;
  const auto text = [&](Word which) { return word(receipt.language, which); };
  append(out,
         "<h2>{}</h2>\n<table class=\"vat\">\n<thead><tr><th>{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th>"
         "<th class=\"n\">{}</th></tr></thead>\n<tbody>\n",
         text(Word::vat), text(Word::vat_rate), text(Word::net), text(Word::vat), text(Word::gross));
  constexpr std::string_view row_end = "<td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>\n";
  for (const auto& row : receipt.vat_rows) {
    append(out, "<tr><td>{}</td>", escaped(rate_of(row, receipt)));
    append(out, row_end, figure(row.net_minor, receipt), figure(row.vat_minor, receipt), figure(row.gross_minor, receipt));
  }
  append(out, "</tbody>\n<tfoot><tr><td>{}</td>", text(Word::sum));
  append(out, row_end, figure(receipt.net_minor, receipt), figure(receipt.vat_minor, receipt),
         figure(receipt.net_minor + receipt.vat_minor, receipt));
  out += "</tfoot>\n</table>\n";
}

void append_rows(std::string& out, std::string_view heading, const std::vector<AmountRow>& rows) {
  if (rows.empty()) return;
  append(out, "<h2>{}</h2>\n<table class=\"plain\">\n", heading);
  for (const auto& row : rows) append_row(out, row);
  out += "</table>\n";
}

void append_end(std::string& out, const Receipt& receipt) {
  const auto code_text = one_line(receipt.receipt_id);
  if (const auto code = qr_svg(code_text, code_text); !code.empty())
    append(out, "<div class=\"code\">{}{}<br>{}</div>\n", code, escaped(code_text), word(receipt.language, Word::scan));
  const auto other = receipt.language == Language::swedish ? Language::english : Language::swedish;
  append(out, "<footer><p><a href=\"?lang={0}\" hreflang=\"{0}\" lang=\"{0}\" rel=\"nofollow\">{1}</a></p></footer>\n",
         language_tag(other), word(receipt.language, Word::other_language));
}

}  // namespace

std::string page_html(const Receipt& receipt) {
  std::string out;
  constexpr std::size_t usual_bytes = 24'000;
  out.reserve(usual_bytes);
  append_start(out, receipt.language, fmt::format("{} {}", title(receipt), receipt.shop));
  out += "<main>\n";
  append_header(out, receipt);
  append_lines(out, receipt);
  append_sums(out, receipt);
  append_rows(out, word(receipt.language, Word::payments), payment_rows(receipt));
  append_rows(out, word(receipt.language, Word::bonus_checks), bonus_rows(receipt));
  if (const auto note = bonus_note(receipt); !note.empty()) append(out, "<p class=\"note\">{}</p>\n", note);
  append_vat(out, receipt);
  append_end(out, receipt);
  return out += "</main>\n</body>\n</html>\n";
}

namespace {

std::pair<Word, Word> words_of(Notice notice) {
  switch (notice) {
    case Notice::not_found: return {Word::not_found_title, Word::not_found_text};
    case Notice::expired: return {Word::expired_title, Word::expired_text};
    case Notice::wait: return {Word::wait_title, Word::wait_text};
  }
  return {Word::not_found_title, Word::not_found_text};
}

}  // namespace

std::string notice_html(Notice notice) {
  const auto [heading, text] = words_of(notice);
  std::string out;
  append_start(out, Language::swedish,
               fmt::format("{} / {}", word(Language::swedish, heading), word(Language::english, heading)));
  out += "<main class=\"notice\">\n";
  for (const auto language : {Language::swedish, Language::english})
    append(out, "<section lang=\"{}\"><h1>{}</h1><p>{}</p></section>\n", language_tag(language), word(language, heading),
           word(language, text));
  return out += "</main>\n</body>\n</html>\n";
}

}  // namespace kassabro::receipt
