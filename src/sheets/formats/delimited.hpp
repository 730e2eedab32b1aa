#pragma once

#include <functional>
#include <string_view>

#include "app/sheet_row.hpp"

namespace kassabro::sheets::formats {

// Takes delimited text apart as Excel does, piece by piece. A quotation mark quotes only at the beginning of a cell; inside, two
// stand for one; what follows the closing one belongs to the cell as it stands. Lines end with CR LF, LF or CR.
class DelimitedParser {
 public:
  // `on_record` gets every record, empty ones too, with all of its cells; it may take them away.
  using OnRecord = std::function<void(Row& record)>;
  DelimitedParser(char delimiter, OnRecord on_record);

  void add(std::string_view piece);
  // Refuses a quoted cell that has not ended.
  void finish();

 private:
  enum class Place { before_cell, in_plain, in_quoted, after_quote };

  std::size_t take_plain(std::string_view rest);
  std::size_t take_quoted(std::string_view rest);
  void grow(std::string_view text);
  void begin_quoted();
  void end_cell();
  void end_record();
  void end_line(char c);

  char delimiter_;
  OnRecord on_record_;
  Place place_ = Place::before_cell;
  bool after_return_ = false;  // a CR has ended the last record: an LF now belongs to it
  std::string cell_;
  std::size_t bytes_ = 0;
  std::int64_t quoted_since_ = 0;
  Row record_{.line = 1, .cells = {}};
};

// The delimiter that takes the beginning of a text apart most evenly; "," when none does.
char guess_delimiter(std::string_view beginning);

}  // namespace kassabro::sheets::formats
