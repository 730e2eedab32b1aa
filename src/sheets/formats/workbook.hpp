#pragma once

#include <string>
#include <vector>

#include "app/sheet_row.hpp"
#include "sheets/formats/date_text.hpp"
#include "sheets/formats/number_format.hpp"
#include "sheets/formats/package.hpp"

namespace kassabro::sheets::formats {

// What is common to both of Excel's formats: the sheets of a file in their order.
struct SheetEntry {
  std::string name;
  bool visible = true;
  std::string part;           // of .xlsx: where it is kept
  std::uint32_t offset = 0;   // of .xls: where it begins
};

// The sheet of that name (in whatever case), or the first visible one when the name is "". Refuses a name that is not there.
const SheetEntry& choose_sheet(const std::vector<SheetEntry>& sheets, const std::string& name);

// For the preview: what is read, and which other visible sheets there are.
Sheet describe(const std::string& format, const std::vector<SheetEntry>& sheets, const SheetEntry& chosen);

// What an .xlsx file says of itself, apart from the cells.
struct Workbook {
  std::vector<SheetEntry> sheets;
  DateSystem dates = DateSystem::from_1900;
  std::string shared_strings_part;  // "" when there is none
  std::vector<NumberFormat> styles;  // by the number in a cell's s="..."
};

// Refuses other formats that are ZIP archives, by their name.
Workbook read_workbook(Package& package);

}  // namespace kassabro::sheets::formats
