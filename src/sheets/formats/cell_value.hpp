#pragma once

#include <string>

#include "app/sheet_row.hpp"
#include "sheets/formats/date_text.hpp"
#include "sheets/formats/number_format.hpp"

namespace kassabro::sheets::formats {

// What stands in a cell whose formula was never calculated: the program that wrote the file left that to Excel.
inline constexpr const char* not_calculated = "formula without a value";

// A number cell as its format shows it: a date, a text of digits with zeros in front, or a number. A date that Excel shows as
// ##### is a number; so is one without a day, such as a negative one.
Cell number_cell(double number, const NumberFormat& format, DateSystem dates);
// The same of a number as .xlsx writes it; refuses what is no number.
Cell number_cell(const std::string& written, const NumberFormat& format, DateSystem dates);

// A date as .xlsx writes it in a cell of type d: "2026-11-24T13:05:00.000Z".
Cell iso_date_cell(std::string written);

}  // namespace kassabro::sheets::formats
