// What the program that reads sheets says to us, who do not trust it.
#include "sheets/lines.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {

void run_one(std::string_view input) {
  const auto line = sheets::parse_line(input);
  if (!line) return hold_field(line.error());
  std::string text;
  if (const auto* sheet = std::get_if<sheets::Sheet>(&*line)) sheets::append_sheet_line(text, *sheet);
  if (const auto* row = std::get_if<sheets::Row>(&*line)) sheets::append_row_line(text, *row);
  if (const auto* end = std::get_if<sheets::End>(&*line)) sheets::append_end_line(text, *end);
  if (const auto* refusal = std::get_if<sheets::Refusal>(&*line))
    sheets::append_refusal_line(text, refusal->reason, refusal->message);
  hold(text.ends_with('\n') && text.find('\n') == text.size() - 1, "what is written is one line");
  const auto again = sheets::parse_line(text);
  hold(again && again->index() == line->index(), "a line is read as what was written");
  if (const auto* row = std::get_if<sheets::Row>(&*line))
    hold(std::get<sheets::Row>(*again) == *row, "a row is read as it was written");
}

}  // namespace kassabro::fuzz
