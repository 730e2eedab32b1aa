#pragma once

#include <string>

#include "base/error.hpp"

namespace kassabro::sheets {

// Why a file gave no rows, or no more of them. `message` is for the person who chose it.
//
// `reason` is one of:
//   empty, not_a_sheet (a picture, a PDF ...)
//   other_format (known by name, but not read: .ods, .numbers, .xlsb, HTML, Excel 95 ...)
//   password, truncated, damaged, quote (a quoted text that never ends), encoding (bytes that the encoding does not have)
//   bomb, dtd, too_large, too_many_rows, too_many_columns, cell_too_large, memory, time, crash: limits
//   no_such_sheet, no_such_encoding, no_such_delimiter: what the caller asked for; `field` names it
//   unreadable: the file cannot be opened; unavailable: this system does not allow to read sheet files safely
struct Refusal : Error {
  std::string reason;
};

}  // namespace kassabro::sheets
