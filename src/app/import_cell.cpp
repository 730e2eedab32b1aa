#include "app/import_cell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace kassabro::app {
namespace {

constexpr std::array<std::string_view, 15> blanks{"\u00a0", "\u1680", "\u2000", "\u2001", "\u2002",
                                                  "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
                                                  "\u2008", "\u2009", "\u200a", "\u202f", "\u3000"};
constexpr std::array<std::string_view, 6> without_width{"\u200b", "\u200c", "\u200e", "\u200f", "\u2060", "\ufeff"};
constexpr std::array<std::string_view, 16> formula_errors{
    "#N/A",    "#REF!",     "#DIV/0!",      "#VALUE!", "#NAME?",   "#NUM!",     "#NULL!", "#SPILL!",
    "#SAKNAS", "#REFERENS", "#DIVISION/0!", "#NAMN?",  "#OGILTIG", "#SKÄRNING", "#VÄRDE", "###"};
constexpr std::size_t quoted_bytes_max = 60;
constexpr std::size_t digits_kept = 15;  // of a number, in every spreadsheet

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool are_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Error cannot(std::string words) { return invalid("", std::move(words)); }

Result<std::string> exact_number(std::string_view digits) {
  const auto dot = digits.find('.');
  const auto whole = digits.substr(0, dot);
  const bool has_fraction =
      dot != std::string_view::npos && digits.substr(dot + 1).find_first_not_of('0') != std::string_view::npos;
  if (has_fraction || !are_digits(whole)) return fail(cannot(fmt::format("{} is no whole number", quoted_cell(digits))));
  if (whole.size() > digits_kept)
    return fail(
        cannot(fmt::format("{} is a number of more than {} digits; a spreadsheet does not keep the last ones. Format "
                           "the column as text and fill it in anew",
                           quoted_cell(digits), digits_kept)));
  return std::string(whole);
}

}  // namespace

std::string with_plain_blanks(std::string_view text) {
  std::string plain(text);
  if (!is_ascii(text)) {
    for (const auto blank : blanks) replace_all(plain, blank, " ");
    for (const auto mark : without_width) replace_all(plain, mark, "");
  }
  return std::string(trimmed(plain));
}

std::string quoted_cell(std::string_view text) {
  auto tamed = tame_text(text, quoted_bytes_max);
  if (tamed.size() < text.size()) tamed += "...";
  return "\"" + tamed + "\"";
}

std::optional<std::string> cell_fault(const Cell& cell) {
  if (cell.kind == CellKind::error) return fmt::format("the formula ends in {}", quoted_cell(cell.text));
  if (cell.kind == CellKind::boolean) return fmt::format("{} is a yes or no of the spreadsheet", quoted_cell(cell.text));
  if (cell.kind != CellKind::text) return std::nullopt;
  for (const auto error : formula_errors)
    if (cell.text.starts_with(error)) return fmt::format("{} is what a spreadsheet shows for an error", quoted_cell(cell.text));
  if (cell.text.find("\ufffd") != std::string::npos)
    return fmt::format("{} has a character that could not be read; is it the right encoding?", quoted_cell(cell.text));
  return std::nullopt;
}

bool is_shortened_number(std::string_view text) {
  if (text.empty() || !is_digit(text.front())) return false;
  const auto e = text.find_first_of("eE");
  if (e == std::string_view::npos || e + 2 >= text.size() || (text[e + 1] != '+' && text[e + 1] != '-')) return false;
  const auto rest = text.substr(1, e - 1);
  const bool has_fraction = rest.size() > 1 && (rest[0] == ',' || rest[0] == '.') && are_digits(rest.substr(1));
  return (rest.empty() || has_fraction) && are_digits(text.substr(e + 2));
}

Result<std::string> exact_text(const Cell& cell) {
  if (const auto fault = cell_fault(cell)) return fail(cannot(*fault));
  if (cell.kind == CellKind::date)
    return fail(cannot(fmt::format("the spreadsheet has made the date {} of what was filled in; format the column as text",
                                   quoted_cell(cell.text))));
  if (cell.kind == CellKind::number) return exact_number(cell.text);
  auto text = with_plain_blanks(cell.text);
  if (is_shortened_number(text))
    return fail(
        cannot(fmt::format("{} is a number whose digits were lost when the file was saved; format the column as a "
                           "number without decimals, or as text, and save again",
                           quoted_cell(text))));
  return text;
}

}  // namespace kassabro::app
