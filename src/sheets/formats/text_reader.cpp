#include "sheets/formats/text_reader.hpp"

#include "base/text.hpp"
#include "sheets/formats/decoded_text.hpp"
#include "sheets/formats/delimited.hpp"
#include "sheets/formats/refused.hpp"

namespace kassabro::sheets::formats {

namespace {

// "sep=;", with which some programs tell Excel the delimiter; Excel does not show that line.
struct DelimiterLine {
  std::size_t bytes = 0;
  char delimiter = '\0';
};

DelimiterLine delimiter_line(std::string_view text) {
  if (text.size() < 6 || !equal_nocase(text.substr(0, 4), "sep=")) return {};
  const auto rest = text.substr(5);
  const std::size_t end = rest.starts_with("\r\n") ? 2 : rest.starts_with('\n') || rest.starts_with('\r') ? 1 : 0;
  return end == 0 ? DelimiterLine{} : DelimiterLine{.bytes = 5 + end, .delimiter = text[4]};
}

char chosen_delimiter(const ReadOptions& options, const DelimiterLine& line, std::string_view beginning) {
  if (options.delimiter.empty()) return line.delimiter != '\0' ? line.delimiter : guess_delimiter(beginning);
  if (options.delimiter.size() != 1 || !std::string_view("\t;,|").contains(options.delimiter.front()))
    throw Refused("no_such_delimiter", "The delimiter must be a tab, a semicolon, a comma or a vertical bar.");
  return options.delimiter.front();
}

void drop_trailing_empty(std::vector<Cell>& cells) {
  while (!cells.empty() && cells.back().kind == CellKind::empty) cells.pop_back();
}

}  // namespace

void read_text(const InputFile& file, const ReadOptions& options, Sink& sink) {
  if (!options.sheet.empty()) throw Refused("no_such_sheet", "A text file has no sheets.");
  const auto encoding = options.encoding.empty() ? guess_encoding(file) : chosen_encoding(file, options.encoding);
  DecodedText text(file, encoding);
  auto piece = text.next();
  if (piece.empty()) throw Refused("empty", "The file is empty.");
  const auto line = delimiter_line(piece);
  piece.remove_prefix(line.bytes);
  const char delimiter = chosen_delimiter(options, line, piece);
  if (piece.contains('\0')) throw Refused("not_a_sheet", "The file holds characters that no text has.");

  Sheet sheet;
  sheet.format = "csv";
  sheet.encoding = encoding.name;
  sheet.delimiter = delimiter;
  sink.on_sheet(sheet);
  DelimitedParser parser(delimiter, [&](Row& record) {
    drop_trailing_empty(record.cells);
    if (!record.cells.empty()) sink.on_row(record);
  });
  parser.add(piece);
  for (piece = text.next(); !piece.empty(); piece = text.next()) parser.add(piece);
  parser.finish();
}

}  // namespace kassabro::sheets::formats
