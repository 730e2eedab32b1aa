#include "sheets/formats/xlsx_reader.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/name_table.hpp"
#include "sheets/formats/cell_place.hpp"
#include "sheets/formats/cell_value.hpp"
#include "sheets/formats/excel_text.hpp"
#include "sheets/formats/refused.hpp"
#include "sheets/formats/row_builder.hpp"
#include "sheets/formats/shared_texts.hpp"
#include "sheets/formats/workbook.hpp"
#include "sheets/formats/xml.hpp"
#include "sheets/limits.hpp"

namespace kassabro::sheets::formats {

namespace {

enum class Kept { number, shared_text, formula_text, inline_text, boolean, error, date };

constexpr NameTable<Kept, 7> kept_names{{{Kept::number, "n"},
                                         {Kept::shared_text, "s"},
                                         {Kept::formula_text, "str"},
                                         {Kept::inline_text, "inlineStr"},
                                         {Kept::boolean, "b"},
                                         {Kept::error, "e"},
                                         {Kept::date, "d"}}};

template <class Number>
Number to_whole(std::string_view text, const char* what) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) refuse_damaged(std::string(what) + " is no number");
  return value;
}

class MergesHandler : public XmlHandler {
 public:
  void on_start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "mergeCell") return;
    const auto range = attributes.get("ref");
    const auto colon = range.find(':');
    if (colon == std::string_view::npos) return;  // a single cell
    const auto first = parse_place(range.substr(0, colon));
    const auto last = parse_place(range.substr(colon + 1));
    merged.add({.first_line = first.line, .last_line = last.line, .first_column = first.column, .last_column = last.column});
  }
  void on_end(std::string_view) override {}
  void on_text(std::string_view) override {}

  MergedRanges merged;
};

// Which cells are merged stands behind the rows. To see whether any are is a matter of unpacking alone, and mostly none are.
MergedRanges read_merged(Package& package, const std::string& part) {
  constexpr std::string_view word = "mergeCell";
  bool found = false;
  std::string seam;  // the end of the last piece, in case the word lies across two
  package.read(part, [&](std::string_view piece) {
    const bool utf16 = piece.starts_with("\xFF\xFE") || piece.starts_with("\xFE\xFF");
    seam += piece.substr(0, word.size());
    found = found || utf16 || piece.contains(word) || seam.contains(word);
    seam = piece.substr(piece.size() - std::min(piece.size(), word.size()));
  });
  if (!found) return {};
  MergesHandler handler;
  parse_xml(package, part, handler);
  return std::move(handler.merged);
}

class SheetHandler : public XmlHandler {
 public:
  SheetHandler(const Workbook& workbook, const SharedTexts& texts, MergedRanges merged, Sink& sink)
      : workbook_(workbook), texts_(texts), rows_(sink, std::move(merged)) {}

  void on_start(std::string_view name, const XmlAttributes& attributes) override {
    capturing_ = false;
    if (!in_data_) {
      in_data_ = name == "sheetData";
    } else if (name == "c") {
      begin_cell(attributes);
    } else if (name == "v" || (name == "t" && kept_ == Kept::inline_text && !in_pronunciation_)) {
      capturing_ = true;
    } else if (name == "f") {
      has_formula_ = true;
    } else if (name == "row") {
      const auto line = attributes.get("r");
      rows_.begin_row(line.empty() ? rows_.line() + 1 : to_whole<std::int64_t>(line, "a row's place"));
      column_ = 0;
    } else if (name == "rPh") {
      in_pronunciation_ = true;
    }
  }

  void on_end(std::string_view name) override {
    capturing_ = false;
    if (!in_data_) return;
    if (name == "c") end_cell();
    if (name == "rPh") in_pronunciation_ = false;
    if (name == "sheetData") {
      rows_.finish();
      in_data_ = false;
    }
  }

  void on_text(std::string_view text) override {
    if (!capturing_) return;
    if (value_.size() + text.size() > cell_bytes_max)
      throw Refused("cell_too_large", "Row " + std::to_string(rows_.line()) + " holds a cell of more than 64 KiB.");
    value_ += text;
  }

 private:
  void begin_cell(const XmlAttributes& attributes) {
    if (const auto reference = attributes.get("r"); !reference.empty()) column_ = parse_column(reference);
    const auto type = attributes.get("t");
    const auto kept = type.empty() ? Kept::number : value_in(kept_names, type);
    if (!kept) refuse_damaged("a cell is of an unknown type");
    kept_ = *kept;
    const auto style = attributes.get("s");
    style_ = style.empty() ? 0 : to_whole<std::size_t>(style, "a cell's style");
    value_.clear();
    has_formula_ = false;
  }

  void end_cell() {
    if (!value_.empty())
      rows_.put(column_, cell());
    else if (has_formula_ && kept_ == Kept::number)  // an empty text is a formula's value as well, but of type str
      rows_.put(column_, {.kind = CellKind::error, .text = not_calculated});
    ++column_;
  }

  Cell cell() {
    switch (kept_) {
      case Kept::number: return number_cell(value_, format(), workbook_.dates);
      case Kept::shared_text:
        return {.kind = CellKind::text, .text = std::string(texts_.get(to_whole<std::size_t>(value_, "a text's place")))};
      case Kept::formula_text:
      case Kept::inline_text: return {.kind = CellKind::text, .text = unescaped(value_)};
      case Kept::boolean: return {.kind = CellKind::boolean, .text = value_ == "1" || value_ == "true" ? "true" : "false"};
      case Kept::error: return {.kind = CellKind::error, .text = value_};
      case Kept::date: return iso_date_cell(value_);
    }
    std::unreachable();
  }

  NumberFormat format() const { return style_ < workbook_.styles.size() ? workbook_.styles[style_] : NumberFormat{}; }

  const Workbook& workbook_;
  const SharedTexts& texts_;
  RowBuilder rows_;
  std::size_t column_ = 0;
  Kept kept_ = Kept::number;
  std::size_t style_ = 0;
  std::string value_;
  bool in_data_ = false;
  bool in_pronunciation_ = false;
  bool capturing_ = false;
  bool has_formula_ = false;
};

}  // namespace

void read_xlsx(const InputFile& file, const ReadOptions& options, Sink& sink) {
  Package package(file);
  const auto workbook = read_workbook(package);
  const auto& chosen = choose_sheet(workbook.sheets, options.sheet);
  const auto texts = read_shared_texts(package, workbook.shared_strings_part);
  sink.on_sheet(describe("xlsx", workbook.sheets, chosen));
  SheetHandler handler(workbook, texts, read_merged(package, chosen.part), sink);
  parse_xml(package, chosen.part, handler);
}

}  // namespace kassabro::sheets::formats
