#pragma once

#include <string>
#include <vector>

#include "app/imports.hpp"

namespace kassabro::app {

// The refused rows as a file that a spreadsheet opens by a double click: UTF-8 with a byte order mark, semicolons, every cell
// quoted. A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that nothing in an uploaded file
// is ever carried out on the desk of whoever looks at what was wrong with it.
std::string refusals_csv_head();
void append_refusals_csv(std::string& csv, const std::vector<ImportRow>& rows);

}  // namespace kassabro::app
