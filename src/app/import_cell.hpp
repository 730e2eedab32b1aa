#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/sheet_row.hpp"
#include "base/result.hpp"

namespace kassabro::app {

using sheets::Cell;
using sheets::CellKind;
using sheets::Row;
using sheets::Sheet;

// What all cells have in common when a file is imported.

// Every kind of blank of Unicode becomes ' ', marks without width go, the ends are trimmed.
std::string with_plain_blanks(std::string_view text);

// "\"4,67E+10\"": a cell's text as a reason quotes it, cut where it is long.
std::string quoted_cell(std::string_view text);

// Why nothing can be read from this cell, whatever it is to be: a formula's error (also as text, in English and Swedish),
// a yes or no, a character that was lost on the way. Absent: it can be read, or is empty.
std::optional<std::string> cell_fault(const Cell& cell);

// A number as a spreadsheet shows it when the column is too narrow: "4,67E+10". Its digits are lost.
bool is_shortened_number(std::string_view text);

// The text of an id or a key, where each digit counts: text as it stands, a whole number's digits. Errors, in words, without a
// field: a date, a shortened number, a fraction, a number of more digits than a spreadsheet keeps.
Result<std::string> exact_text(const Cell& cell);

}  // namespace kassabro::app
