#include "sheets/formats/xls_workbook.hpp"

#include <map>

#include "sheets/formats/bytes.hpp"
#include "sheets/limits.hpp"

namespace kassabro::sheets::formats {

namespace {

constexpr std::uint16_t excel_97 = 0x0600;

void check_beginning(BiffRecords& records) {
  if (!records.next() || static_cast<Biff>(records.kind()) != Biff::bof) refuse_damaged("its workbook has no beginning");
  if (u16_at(records.body(), 0) != excel_97)
    throw Refused("other_format", "This is a workbook of Excel 95 or older. Save it as .xlsx, or as text.");
}

SheetEntry read_sheet_entry(BiffRecords& records) {
  const auto body = records.body();
  SheetEntry entry{.name = {}, .visible = (u8_at(body, 4) & 0x03) == 0, .part = {}, .offset = u32_at(body, 0)};
  BiffCursor cursor(records);
  cursor.skip(6);
  entry.name = cursor.text(cursor.u8());
  return entry;
}

void read_shared(BiffRecords& records, SharedTexts& texts) {
  BiffCursor cursor(records);
  cursor.skip(4);
  for (auto count = cursor.u32(); count > 0; --count) texts.add(cursor.rich_text());
}

}  // namespace

XlsWorkbook read_xls_workbook(BiffRecords& records) {
  check_beginning(records);
  XlsWorkbook workbook;
  std::map<unsigned, NumberFormat> formats;
  std::vector<unsigned> format_of_style;
  while (records.next()) {
    const auto kind = static_cast<Biff>(records.kind());
    if (kind == Biff::eof) break;
    if (kind == Biff::file_password) throw Refused("password", "The file is protected by a password. Save it without one.");
    if (kind == Biff::date_system && u16_at(records.body(), 0) == 1) workbook.dates = DateSystem::from_1904;
    if (kind == Biff::shared_texts) read_shared(records, workbook.texts);
    if (kind == Biff::style) format_of_style.push_back(u16_at(records.body(), 2));
    if (kind == Biff::format) {
      BiffCursor cursor(records);
      const auto id = cursor.u16();
      formats[id] = parse_format(cursor.text(cursor.u16()));
    }
    if (kind == Biff::sheet && u8_at(records.body(), 5) == 0) {  // neither a chart nor macros
      if (workbook.sheets.size() == sheets_max) refuse_damaged("it has too many sheets");
      workbook.sheets.push_back(read_sheet_entry(records));
    }
    if (format_of_style.size() > styles_max) refuse_damaged("it has too many styles");
  }
  for (const auto id : format_of_style) {
    const auto own = formats.find(id);
    workbook.styles.push_back(own == formats.end() ? builtin_format(id) : own->second);
  }
  return workbook;
}

}  // namespace kassabro::sheets::formats
