#include <fmt/format.h>

#include <iterator>

#include "receipt/markup.hpp"
#include "receipt/messages.hpp"
#include "receipt/rows.hpp"
#include "receipt/words.hpp"

namespace kassabro::receipt {
namespace {

// Mail programs drop style sheets, so each cell carries its own.
constexpr std::string_view cell = "padding:5px 0;vertical-align:top;";
constexpr std::string_view amount_cell = "padding:5px 0 5px 12px;vertical-align:top;text-align:right;white-space:nowrap;";
constexpr std::string_view rule = "border-top:1px solid #d9d9e0;";
constexpr std::string_view soft = "color:#5c5c66;";
constexpr std::string_view strong = "font-weight:bold;";
constexpr std::string_view large = "font-weight:bold;font-size:19px;";
constexpr std::string_view table_start =
    "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "
    "style=\"border-collapse:collapse;font-size:15px;line-height:21px;\">\n";

template <class... Args>
void append(std::string& out, fmt::format_string<Args...> format, Args&&... args) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
}

// `label` is HTML already.
void append_row(std::string& out, std::string_view label, std::string_view amount, std::string_view style = {}) {
  append(out, "<tr><td style=\"{0}{1}\">{2}</td><td align=\"right\" style=\"{3}{1}\">", cell, style, label, amount_cell);
  append_escaped(out, amount);
  out += "</td></tr>\n";
}

void append_heading(std::string& out, std::string_view text) {
  append(out, "<p style=\"margin:24px 0 4px;font-size:13px;font-weight:bold;{}\">{}</p>\n", soft, text);
}

void append_rows(std::string& out, std::string_view heading, const std::vector<AmountRow>& rows) {
  if (rows.empty()) return;
  append_heading(out, heading);
  out += table_start;
  for (const auto& row : rows) append_row(out, escaped(row.label), row.amount);
  out += "</table>\n";
}

void append_start(std::string& out, const Receipt& receipt) {
  append(out,
         "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light\">\n<meta name=\"format-detection\" content=\"telephone=no\">\n"
         "<title>{}</title>\n</head>\n<body style=\"margin:0;padding:0;background:#f1f1f4;\">\n"
         "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#f1f1f4\">"
         "<tr><td align=\"center\" style=\"padding:16px 8px;\">\n"
         "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#ffffff\" "
         "style=\"max-width:560px;background:#ffffff;\"><tr><td style=\"padding:28px 24px;text-align:left;"
         "font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:21px;color:#1b1b1f;word-break:break-word;\">\n",
         language_tag(receipt.language), escaped(mail_subject(receipt)));
}

void append_top(std::string& out, const Receipt& receipt) {
  append(out, "<p style=\"margin:0 0 4px;font-size:24px;line-height:30px;{}\">{}</p>\n", strong, escaped(receipt.shop));
  for (const auto& detail : receipt.shop_details) append(out, "<p style=\"margin:0;{}\">{}</p>\n", soft, escaped(detail));
  append(out, "<h1 style=\"margin:18px 0 0;font-size:18px;line-height:24px;\">{}</h1>\n", title(receipt));
  if (const auto text = warning(receipt); !text.empty())
    append(out, "<p style=\"margin:6px 0 0;color:#a3160f;{}\">{}</p>\n", strong, text);
  append(out, "<div style=\"margin:10px 0 0;\">{}", table_start);
  for (const auto& fact : facts(receipt))
    append(out, "<tr><td style=\"padding:2px 12px 2px 0;white-space:nowrap;{}\">{}</td><td align=\"right\">{}</td></tr>\n",
           soft, fact.label, escaped(fact.text));
  out += "</table></div>\n";
}

void append_line(std::string& out, const Line& line, const Receipt& receipt) {
  auto label = escaped(name_of(line, receipt.language));
  if (const auto detail = detail_of(line, receipt); !detail.empty())
    append(label, "<br><span style=\"font-size:14px;{}\">{}</span>", soft, detail);
  append_row(out, label, figure(line.list_minor, receipt), rule);
  if (line.discount_minor != 0)
    append_row(out, discount_label(line, receipt.language), figure(line.discount_minor, receipt), soft);
}

void append_lines(std::string& out, const Receipt& receipt) {
  const bool in_groups = receipt.type == domain::OrderType::exchange;
  append(out, "<div style=\"margin:20px 0 0;\">{}", table_start);
  for (std::size_t i = 0; i < receipt.lines.size(); ++i) {
    const auto& line = receipt.lines[i];
    if (in_groups && (i == 0 || line.is_returned != receipt.lines[i - 1].is_returned))
      append_row(out, word(receipt.language, line.is_returned ? Word::returned : Word::bought), "", strong);
    append_line(out, line, receipt);
  }
  for (std::string_view edge = rule; const auto& row : sum_rows(receipt)) {
    append_row(out, row.label, row.amount, edge);
    edge = {};
  }
  const auto total = total_row(receipt);
  append_row(out, total.label, total.amount, fmt::format("{}{}", rule, large));
  out += "</table></div>\n";
}

void append_vat_row(std::string& out, std::string_view cell_style, std::string_view rate, std::string_view net,
                    std::string_view vat, std::string_view gross) {
  append(out, "<tr><td style=\"{}{}\">{}</td>", cell, cell_style, escaped(rate));
  for (const auto text : {net, vat, gross})
    append(out, "<td align=\"right\" style=\"{}{}\">{}</td>", amount_cell, cell_style, text);
  out += "</tr>\n";
}

void append_vat(std::string& out, const Receipt& receipt) {
  if (receipt.vat_rows.empty()) return;
  const auto text = [&](Word which) { return word(receipt.language, which); };
  append_heading(out, text(Word::vat));
  out += table_start;
  append_vat_row(out, soft, text(Word::vat_rate), text(Word::net), text(Word::vat), text(Word::gross));
  for (const auto& row : receipt.vat_rows)
    append_vat_row(out, {}, rate_of(row, receipt), figure(row.net_minor, receipt), figure(row.vat_minor, receipt),
                   figure(row.gross_minor, receipt));
  append_vat_row(out, fmt::format("{}{}", rule, strong), text(Word::sum), figure(receipt.net_minor, receipt),
                 figure(receipt.vat_minor, receipt), figure(receipt.net_minor + receipt.vat_minor, receipt));
  out += "</table>\n";
}

// Nothing but an address of the web becomes a link.
void append_link(std::string& out, const Receipt& receipt, std::string_view link) {
  if (!link.starts_with("https://") && !link.starts_with("http://")) return;
  append(out,
         "<p style=\"margin:28px 0 0;text-align:center;\"><a href=\"{}\" style=\"display:inline-block;padding:12px 22px;"
         "background:#1b1b1f;color:#ffffff;text-decoration:none;font-weight:bold;\">{}</a></p>\n",
         escaped(link), word(receipt.language, Word::see_online));
}

}  // namespace

std::string mail_html(const Receipt& receipt, std::string_view link) {
  std::string out;
  constexpr std::size_t usual_bytes = 16'000;
  out.reserve(usual_bytes);
  append_start(out, receipt);
  append_top(out, receipt);
  append_lines(out, receipt);
  append_rows(out, word(receipt.language, Word::payments), payment_rows(receipt));
  append_rows(out, word(receipt.language, Word::bonus_checks), bonus_rows(receipt));
  if (const auto note = bonus_note(receipt); !note.empty())
    append(out, "<p style=\"margin:2px 0 0;font-size:14px;{}\">{}</p>\n", soft, note);
  append_vat(out, receipt);
  append_link(out, receipt, link);
  return out += "</td></tr></table>\n</td></tr></table>\n</body>\n</html>\n";
}

}  // namespace kassabro::receipt
