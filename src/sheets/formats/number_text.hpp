#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kassabro::sheets::formats {

// A number cell's digits without exponent: "46701234567", "0.1", "-12.5". As in Excel, 15 digits count: what was calculated as
// 0.30000000000000004 is "0.3". A whole number keeps all of its digits. Absent: infinite, or not a number.
std::optional<std::string> number_text(double number);

// The same of a number as .xlsx writes it ("4.6701234567E10"); plain whole numbers stay as written, however long.
std::optional<std::string> number_text(std::string_view written);

std::optional<double> to_number(std::string_view written);

}  // namespace kassabro::sheets::formats
