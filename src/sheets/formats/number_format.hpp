#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kassabro::sheets::formats {

// How the numbers of a style are shown, as far as it changes what they are.
struct NumberFormat {
  bool date = false;
  std::size_t zeros = 0;  // "0000000000" shows 701234567 as 0701234567: that many digits at least; 0 for every other format
};

// Of Excel's built-in formats, by number (ECMA-376, 18.8.30; 27-36 and 50-58 are dates in East Asian Excel).
NumberFormat builtin_format(unsigned id);
// Of a format written by a person, e.g. `yyyy-mm-dd`, `[$-41D]d mmmm yyyy;@`, `#,##0.00 "kr"`.
NumberFormat parse_format(std::string_view code);

// `digits` with the zeros in front that the format shows; as they are if they are no plain whole number.
std::string padded(std::string digits, const NumberFormat& format);

}  // namespace kassabro::sheets::formats
