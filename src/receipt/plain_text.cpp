#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "receipt/markup.hpp"
#include "receipt/messages.hpp"
#include "receipt/rows.hpp"
#include "receipt/words.hpp"

namespace kassabro::receipt {
namespace {

constexpr std::size_t columns = 48;

// Characters, not bytes: what follows the first byte of one begins with the bits 10.
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// The amount at the right edge, on a line of its own where the label leaves no room.
void append_row(std::string& out, std::string_view label, std::string_view amount) {
  const auto left = one_line(label);
  const auto right = one_line(amount);
  out += left;
  auto used = width_of(left);
  if (used + 1 + width_of(right) > columns) {
    out += '\n';
    used = 0;
  }
  const auto taken = used + width_of(right);
  if (!right.empty()) out.append(taken < columns ? columns - taken : 0, ' ').append(right);
  out += '\n';
}

void append_rule(std::string& out) { out.append(columns, '-').append("\n"); }

void append_rows(std::string& out, std::string_view heading, const std::vector<AmountRow>& rows) {
  if (rows.empty()) return;
  out.append("\n").append(heading).append("\n");
  for (const auto& row : rows) append_row(out, row.label, row.amount);
}

void append_lines(std::string& out, const Receipt& receipt) {
  const bool in_groups = receipt.type == domain::OrderType::exchange;
  for (std::size_t i = 0; i < receipt.lines.size(); ++i) {
    const auto& line = receipt.lines[i];
    if (in_groups && (i == 0 || line.is_returned != receipt.lines[i - 1].is_returned))
      out.append(word(receipt.language, line.is_returned ? Word::returned : Word::bought)).append(":\n");
    append_row(out, name_of(line, receipt.language), figure(line.list_minor, receipt));
    if (const auto detail = detail_of(line, receipt); !detail.empty()) out.append("  ").append(detail).append("\n");
    if (line.discount_minor != 0)
      append_row(out, fmt::format("  {}", discount_label(line, receipt.language)), figure(line.discount_minor, receipt));
  }
}

void append_vat(std::string& out, const Receipt& receipt) {
  if (receipt.vat_rows.empty()) return;
  const auto text = [&](Word which) { return word(receipt.language, which); };
  const auto row = [&out](std::string_view rate, std::string_view net, std::string_view vat, std::string_view gross) {
    fmt::format_to(std::back_inserter(out), "{:<9}{:>13}{:>13}{:>13}\n", one_line(rate), net, vat, gross);
  };
  out += '\n';
  row(text(Word::vat), text(Word::net), text(Word::vat), text(Word::gross));
  for (const auto& vat : receipt.vat_rows)
    row(rate_of(vat, receipt), figure(vat.net_minor, receipt), figure(vat.vat_minor, receipt),
        figure(vat.gross_minor, receipt));
  row(text(Word::sum), figure(receipt.net_minor, receipt), figure(receipt.vat_minor, receipt),
      figure(receipt.net_minor + receipt.vat_minor, receipt));
}

void append_top(std::string& out, const Receipt& receipt) {
  if (!receipt.shop.empty()) out.append(one_line(receipt.shop)).append("\n");
  for (const auto& detail : receipt.shop_details) out.append(one_line(detail)).append("\n");
  out.append("\n").append(title(receipt)).append("\n");
  if (const auto text = warning(receipt); !text.empty()) out.append(text).append("\n");
  for (const auto& fact : facts(receipt)) append_row(out, fact.label, fact.text);
}

}  // namespace

std::string plain_text(const Receipt& receipt, std::string_view link) {
  std::string out;
  append_top(out, receipt);
  append_rule(out);
  append_lines(out, receipt);
  append_rule(out);
  for (const auto& row : sum_rows(receipt)) append_row(out, row.label, row.amount);
  const auto total = total_row(receipt);
  append_row(out, total.label, total.amount);
  append_rows(out, word(receipt.language, Word::payments), payment_rows(receipt));
  append_rows(out, word(receipt.language, Word::bonus_checks), bonus_rows(receipt));
  append_vat(out, receipt);
  if (!link.empty()) out.append("\n").append(word(receipt.language, Word::see_online)).append(":\n").append(link).append("\n");
  return out;
}

}  // namespace kassabro::receipt
