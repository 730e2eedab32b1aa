#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kassabro::sheets {

enum class CellKind {
  empty,
  text,     // as it stands, in UTF-8
  number,   // of a number cell; `text` holds its exact digits without exponent ("46701234567", "12.5")
  date,     // of a number cell that is formatted as a date; `text` is "2026-11-24" or "2026-11-24 13:05:00"
  boolean,  // "true" or "false"
  error,    // "#DIV/0!"
};

struct Cell {
  CellKind kind = CellKind::empty;
  std::string text;
  friend bool operator==(const Cell&, const Cell&) = default;
};

// One row of a sheet. Of a formula the kept result counts; a merged range has its content in its first cell.
struct Row {
  std::int64_t line = 0;  // as the program that shows the file counts: the first row is 1, empty rows are counted
  std::vector<Cell> cells;  // trailing empty ones are left out; a row without any is not given
  friend bool operator==(const Row&, const Row&) = default;
};

// What a file turned out to be, for the preview.
struct Sheet {
  std::string format;     // "xlsx", "xls", "csv" (with any delimiter)
  std::string sheet;      // name of the sheet that is read; "" for text
  std::vector<std::string> other_sheets;
  std::string encoding;   // of text: "UTF-8", "UTF-16LE", "windows-1252", "macintosh"; "" otherwise
  std::string delimiter;  // of text: "\t", ";" or ","
};

}  // namespace kassabro::sheets
