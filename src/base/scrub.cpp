#include "base/scrub.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace kassabro {
namespace {

constexpr std::string_view gone = "…";
constexpr std::size_t text_bytes_max = 200;
constexpr std::ptrdiff_t digits_max = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_number_part(char c) { return is_digit(c) || c == '+' || c == '-' || c == ' ' || c == '(' || c == ')'; }

// Where a quotation that begins at `from` ends; npos when it does not, as with the apostrophe of "can't".
std::size_t end_of_quotation(std::string_view text, std::size_t from) {
  const char quote = text[from];
  if (quote != '"' && quote != '\'' && quote != '`') return std::string_view::npos;
  if (quote == '\'' && from > 0 && !is_blank(text[from - 1])) return std::string_view::npos;
  return text.find(quote, from + 1);
}

// A phone number may be written in groups: blanks, dashes and brackets do not end it.
std::size_t end_of_number(std::string_view text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && is_number_part(text[end])) ++end;
  while (end > from && is_blank(text[end - 1])) --end;
  return end;
}

bool holds_address(std::string_view word) { return word.contains('@') || word.contains("%40"); }

std::size_t end_of_word(std::string_view text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && !is_blank(text[end])) ++end;
  return end;
}

}  // namespace

std::string without_personal_data(std::string_view text) {
  std::string out;
  bool word_begins = true;
  for (std::size_t i = 0; i < text.size() && out.size() < text_bytes_max;) {
    if (const auto end = end_of_quotation(text, i); end != std::string_view::npos) {
      out += gone;
      i = end + 1;
      word_begins = true;  // whatever stands right behind it
      continue;
    }
    const auto word = text.substr(i, end_of_word(text, i) - i);
    if (word_begins && holds_address(word)) {
      out += gone;
      i += word.size();
      continue;
    }
    if (is_digit(text[i]) || text[i] == '+') {
      const auto number = text.substr(i, end_of_number(text, i) - i);
      if (std::ranges::count_if(number, is_digit) > digits_max) {
        out += gone;
        i += number.size();
        word_begins = true;
        continue;
      }
    }
    word_begins = is_blank(text[i]);
    out += text[i++];
  }
  // Not in the middle of a character.
  if (out.size() > text_bytes_max) out.resize(text_bytes_max);
  for (int cut = 0; cut < 3 && !is_utf8(out); ++cut) out.pop_back();
  return out;
}

}  // namespace kassabro
