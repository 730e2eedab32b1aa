#include <algorithm>

#include "base/text.hpp"
#include "sheets/formats/refused.hpp"
#include "sheets/formats/workbook.hpp"

namespace kassabro::sheets::formats {

const SheetEntry& choose_sheet(const std::vector<SheetEntry>& sheets, const std::string& name) {
  if (sheets.empty()) refuse_damaged("it has no sheet");
  if (name.empty()) {
    const auto visible = std::ranges::find_if(sheets, &SheetEntry::visible);
    return visible == sheets.end() ? sheets.front() : *visible;
  }
  for (const auto& sheet : sheets)
    if (sheet.name == name) return sheet;
  for (const auto& sheet : sheets)
    if (equal_nocase(trimmed(sheet.name), trimmed(name))) return sheet;
  throw Refused("no_such_sheet", "The file has no sheet of that name.");
}

Sheet describe(const std::string& format, const std::vector<SheetEntry>& sheets, const SheetEntry& chosen) {
  Sheet sheet;
  sheet.format = format;
  sheet.sheet = chosen.name;
  for (const auto& other : sheets)
    if (other.visible && &other != &chosen) sheet.other_sheets.push_back(other.name);
  return sheet;
}

}  // namespace kassabro::sheets::formats
