#include "sheets/formats/delimited.hpp"

#include <fmt/format.h>

#include <array>
#include <map>

#include "sheets/formats/refused.hpp"
#include "sheets/limits.hpp"

namespace kassabro::sheets::formats {

DelimitedParser::DelimitedParser(char delimiter, OnRecord on_record)
    : delimiter_(delimiter), on_record_(std::move(on_record)) {}

void DelimitedParser::add(std::string_view piece) {
  std::size_t at = 0;
  while (at < piece.size()) {
    const char c = piece[at];
    if (after_return_) {
      after_return_ = false;
      if (c == '\n') {
        ++at;
        continue;
      }
    }
    if (place_ == Place::in_quoted) {
      at += take_quoted(piece.substr(at));
    } else if (place_ == Place::after_quote && c == '"') {
      grow("\"");
      place_ = Place::in_quoted;
      ++at;
    } else if (c == delimiter_) {
      end_cell();
      ++at;
    } else if (c == '\n' || c == '\r') {
      end_line(c);
      ++at;
    } else if (place_ == Place::before_cell && c == '"') {
      begin_quoted();
      ++at;
    } else {
      place_ = Place::in_plain;
      at += take_plain(piece.substr(at));
    }
  }
}

std::size_t DelimitedParser::take_plain(std::string_view rest) {
  std::size_t end = 0;
  while (end < rest.size() && rest[end] != delimiter_ && rest[end] != '\n' && rest[end] != '\r') ++end;
  grow(rest.substr(0, end));
  return end;
}

std::size_t DelimitedParser::take_quoted(std::string_view rest) {
  const auto end = rest.find('"');
  grow(rest.substr(0, end));
  if (end == std::string_view::npos) return rest.size();
  place_ = Place::after_quote;
  return end + 1;
}

void DelimitedParser::grow(std::string_view text) {
  bytes_ += text.size();
  if (cell_.size() + text.size() > cell_bytes_max) {
    const bool quoted = place_ == Place::in_quoted;
    throw Refused(quoted ? "quote" : "cell_too_large",
                  fmt::format("Row {} holds a cell of more than 64 KiB{}", record_.line,
                              quoted ? "; perhaps its closing quotation mark is missing." : "."));
  }
  if (bytes_ > row_bytes_max) throw Refused("too_large", fmt::format("Row {} is larger than 4 MiB.", record_.line));
  if (text.contains('\0')) throw Refused("not_a_sheet", "The file holds characters that no text has.");
  cell_ += text;
}

void DelimitedParser::begin_quoted() {
  place_ = Place::in_quoted;
  quoted_since_ = record_.line;
}

void DelimitedParser::end_cell() {
  if (record_.cells.size() == columns_max)
    throw Refused("too_many_columns", fmt::format("Row {} has more than {} columns.", record_.line, columns_max));
  record_.cells.push_back({.kind = cell_.empty() ? CellKind::empty : CellKind::text, .text = std::move(cell_)});
  cell_.clear();
  place_ = Place::before_cell;
}

void DelimitedParser::end_record() {
  end_cell();
  on_record_(record_);
  record_.cells.clear();
  bytes_ = 0;
  ++record_.line;
}

void DelimitedParser::end_line(char c) {
  end_record();
  if (record_.line > rows_max + 1) throw Refused("too_many_rows", fmt::format("The file has more than {} rows.", rows_max));
  after_return_ = c == '\r';
}

void DelimitedParser::finish() {
  if (place_ == Place::in_quoted)
    throw Refused("quote", fmt::format("In row {} a quotation mark opens a text that never ends.", quoted_since_));
  if (place_ != Place::before_cell || !record_.cells.empty()) end_record();
}

namespace {

// How many records have the number of columns that most have, and which number that is; nothing for a single column.
struct Evenness {
  std::size_t records = 0;
  std::size_t columns = 0;
};

Evenness evenness_of(std::string_view beginning, char delimiter) {
  std::map<std::size_t, std::size_t> records_by_columns;
  try {
    DelimitedParser parser(delimiter, [&](const Row& record) { ++records_by_columns[record.cells.size()]; });
    parser.add(beginning);
    parser.finish();
  } catch (const Refused&) {
    // The last quoted cell goes on behind the beginning, or this delimiter makes no sense; what was counted counts.
  }
  Evenness best;
  for (const auto& [columns, records] : records_by_columns)
    if (columns > 1 && records >= best.records) best = {.records = records, .columns = columns};
  return best;
}

}  // namespace

char guess_delimiter(std::string_view beginning) {
  constexpr std::array<char, 3> candidates{'\t', ';', ','};
  char chosen = ',';
  Evenness best;
  for (const char candidate : candidates) {
    const auto found = evenness_of(beginning, candidate);
    if (found.records > best.records || (found.records == best.records && found.columns > best.columns)) {
      best = found;
      chosen = candidate;
    }
  }
  return chosen;
}

}  // namespace kassabro::sheets::formats
