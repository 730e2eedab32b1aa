#pragma once

#include <vector>

#include "sheets/formats/biff_records.hpp"
#include "sheets/formats/shared_texts.hpp"
#include "sheets/formats/workbook.hpp"

namespace kassabro::sheets::formats {

// The kinds of records that matter (MS-XLS, 2.3.1).
enum class Biff : std::uint16_t {
  formula = 0x0006,
  eof = 0x000A,
  date_system = 0x0022,
  file_password = 0x002F,
  sheet = 0x0085,
  many_rk = 0x00BD,
  merged = 0x00E5,
  rich_text = 0x00D6,
  style = 0x00E0,
  shared_texts = 0x00FC,
  shared_text = 0x00FD,
  number = 0x0203,
  text = 0x0204,
  boolean_or_error = 0x0205,
  formula_text = 0x0207,
  rk = 0x027E,
  format = 0x041E,
  bof = 0x0809,
};

// What an .xls file says of itself, apart from the cells.
struct XlsWorkbook {
  std::vector<SheetEntry> sheets;
  DateSystem dates = DateSystem::from_1900;
  std::vector<NumberFormat> styles;
  SharedTexts texts;
};

// Reads the records before the first sheet's. Refuses a password, and what is older than Excel 97.
XlsWorkbook read_xls_workbook(BiffRecords& records);

}  // namespace kassabro::sheets::formats
