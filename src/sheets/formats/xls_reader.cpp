#include "sheets/formats/xls_reader.hpp"

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

#include "sheets/formats/bytes.hpp"
#include "sheets/formats/cell_value.hpp"
#include "sheets/formats/row_builder.hpp"
#include "sheets/formats/xls_workbook.hpp"

namespace kassabro::sheets::formats {

namespace {

// A number in 30 bits: a whole one, or the upper bits of a double; either may be hundredths.
double rk_value(std::uint32_t rk) {
  const double number = (rk & 2U) != 0 ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                                       : std::bit_cast<double>(std::uint64_t{rk & 0xFFFFFFFCU} << 32);
  return (rk & 1U) != 0 ? number / 100 : number;
}

const char* error_text(std::uint8_t code) {
  switch (code) {
    case 0x00: return "#NULL!";
    case 0x07: return "#DIV/0!";
    case 0x0F: return "#VALUE!";
    case 0x17: return "#REF!";
    case 0x1D: return "#NAME?";
    case 0x24: return "#NUM!";
    case 0x2A: return "#N/A";
    default: return "#ERROR!";
  }
}

// A chart in a sheet has a beginning and an end of its own.
int depth_change(Biff kind) { return kind == Biff::bof ? 1 : kind == Biff::eof ? -1 : 0; }

bool is_cell(Biff kind) {
  switch (kind) {
    case Biff::formula:
    case Biff::many_rk:
    case Biff::rich_text:
    case Biff::shared_text:
    case Biff::number:
    case Biff::text:
    case Biff::boolean_or_error:
    case Biff::rk: return true;
    default: return false;
  }
}

// Records that belong to one row, or to several that follow one another.
struct Stretch {
  std::uint16_t row = 0;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

// Excel writes rows in their order, other programs as they were filled in. So the sheet is gone through once only to see what
// stands where; in order, it is a single stretch. `records` has just given the sheet's beginning.
struct Layout {
  std::vector<Stretch> stretches;
  MergedRanges merged;
};

void read_merged(std::string_view body, MergedRanges& merged) {
  const std::size_t count = u16_at(body, 0);
  for (std::size_t at = 2; at < 2 + 8 * count; at += 8)
    merged.add({.first_line = u16_at(body, at) + 1,
                .last_line = u16_at(body, at + 2) + 1,
                .first_column = u16_at(body, at + 4),
                .last_column = u16_at(body, at + 6)});
}

void put_in_order(std::vector<Stretch>& stretches, std::uint64_t begin, std::uint64_t end) {
  if (stretches.empty()) return;
  stretches.back().end = end;
  if (std::ranges::is_sorted(stretches, std::ranges::less(), &Stretch::row)) {
    stretches = {{.row = 0, .begin = begin, .end = end}};
    return;
  }
  std::ranges::sort(stretches, {}, [](const Stretch& each) { return std::pair(each.row, each.begin); });
}

Layout read_layout(BiffRecords& records) {
  const auto begin = records.position();
  Layout layout;
  auto& stretches = layout.stretches;
  for (int depth = 1;;) {
    const auto position = records.position();
    if (!records.next()) throw Refused("truncated", "The file's end is missing. Copy or download it anew.");
    const auto kind = static_cast<Biff>(records.kind());
    depth += depth_change(kind);
    if (depth == 0) break;
    if (depth == 1 && kind == Biff::merged) read_merged(records.body(), layout.merged);
    if (depth != 1 || !is_cell(kind)) continue;
    const auto row = u16_at(records.body(), 0);
    if (!stretches.empty() && stretches.back().row == row) continue;
    if (!stretches.empty()) stretches.back().end = position;
    stretches.push_back({.row = row, .begin = position});
  }
  put_in_order(stretches, begin, records.position());
  return layout;
}

class XlsSheet {
 public:
  XlsSheet(const XlsWorkbook& workbook, BiffRecords& records, MergedRanges merged, Sink& sink)
      : workbook_(workbook), records_(records), rows_(sink, std::move(merged)) {}

  void read(const std::vector<Stretch>& stretches) {
    for (const auto& stretch : stretches) {
      records_.go_to(stretch.begin);
      int depth = 1;
      while (records_.position() < stretch.end && records_.next()) {
        const auto kind = static_cast<Biff>(records_.kind());
        depth += depth_change(kind);
        if (depth == 1) read_record(kind);
      }
    }
    rows_.finish();
  }

 private:
  void read_record(Biff kind) {
    const auto body = records_.body();
    switch (kind) {
      case Biff::shared_text: return put(std::string(workbook_.texts.get(u32_at(body, 6))));
      case Biff::number: return put(number_at<double>(body, 6));
      case Biff::rk: return put(rk_value(u32_at(body, 6)));
      case Biff::many_rk: return read_many_rk(body);
      case Biff::boolean_or_error: return u8_at(body, 7) == 0 ? put_boolean(u8_at(body, 6)) : put_error(u8_at(body, 6));
      case Biff::formula: return read_formula(body);
      case Biff::text:
      case Biff::rich_text: {
        BiffCursor cursor(records_);
        cursor.skip(6);
        const auto characters = cursor.u16();
        place(body);
        return put_here({.kind = CellKind::text, .text = cursor.text(characters)});
      }
      case Biff::formula_text: {
        BiffCursor cursor(records_);
        const auto characters = cursor.u16();
        if (std::exchange(awaits_text_, false)) put_here({.kind = CellKind::text, .text = cursor.text(characters)});
        return;
      }
      default: return;
    }
  }

  void read_many_rk(std::string_view body) {
    place(body);
    for (std::size_t at = 4; at + 6 <= body.size() - 2; at += 6, ++column_) {
      style_ = u16_at(body, at);
      put_number(rk_value(u32_at(body, at + 2)));
    }
  }

  // What the formula gave when the file was saved.
  void read_formula(std::string_view body) {
    place(body);
    awaits_text_ = false;
    if (u16_at(body, 12) != 0xFFFF) return put_number(number_at<double>(body, 6));
    switch (u8_at(body, 6)) {
      case 0: awaits_text_ = true; return;  // it follows in a record of its own
      case 1: return put_here(boolean(u8_at(body, 8)));
      case 2: return put_here({.kind = CellKind::error, .text = error_text(u8_at(body, 8))});
      default: return;  // an empty text
    }
  }

  void place(std::string_view body) {
    const std::int64_t line = std::int64_t{u16_at(body, 0)} + 1;
    if (line != rows_.line()) rows_.begin_row(line);
    column_ = u16_at(body, 2);
    style_ = body.size() >= 6 ? u16_at(body, 4) : 0;
  }

  static Cell boolean(std::uint8_t value) { return {.kind = CellKind::boolean, .text = value != 0 ? "true" : "false"}; }

  void put(std::string text) {
    place(records_.body());
    put_here({.kind = CellKind::text, .text = std::move(text)});
  }
  void put(double number) {
    place(records_.body());
    put_number(number);
  }
  void put_boolean(std::uint8_t value) {
    place(records_.body());
    put_here(boolean(value));
  }
  void put_error(std::uint8_t code) {
    place(records_.body());
    put_here({.kind = CellKind::error, .text = error_text(code)});
  }
  void put_number(double number) {
    const auto format = style_ < workbook_.styles.size() ? workbook_.styles[style_] : NumberFormat{};
    put_here(number_cell(number, format, workbook_.dates));
  }
  void put_here(Cell cell) { rows_.put(column_, std::move(cell)); }

  const XlsWorkbook& workbook_;
  BiffRecords& records_;
  RowBuilder rows_;
  std::size_t column_ = 0;
  std::size_t style_ = 0;
  bool awaits_text_ = false;
};

}  // namespace

void read_xls(const InputFile& file, const ReadOptions& options, Sink& sink) {
  const CompoundFile container(file);
  if (container.has("EncryptedPackage")) throw Refused("password", "The file is protected by a password. Save it without one.");
  if (container.has("WordDocument")) throw Refused("not_a_sheet", "This is a Word document, not a sheet.");
  if (!container.has("Workbook")) {
    if (container.has("Book"))
      throw Refused("other_format", "This is a workbook of Excel 95 or older. Save it as .xlsx, or as text.");
    throw Refused("not_a_sheet", "This is an Office file, but not a sheet.");
  }
  BiffRecords records(container, container.open("Workbook"));
  const auto workbook = read_xls_workbook(records);
  const auto& chosen = choose_sheet(workbook.sheets, options.sheet);
  sink.on_sheet(describe("xls", workbook.sheets, chosen));
  records.go_to(chosen.offset);
  if (!records.next() || static_cast<Biff>(records.kind()) != Biff::bof) refuse_damaged("a sheet has no beginning");
  auto layout = read_layout(records);
  XlsSheet(workbook, records, std::move(layout.merged), sink).read(layout.stretches);
}

}  // namespace kassabro::sheets::formats
