#include "sheets/formats/number_format.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace kassabro::sheets::formats {

namespace {

constexpr std::size_t zeros_max = 30;

bool is_elapsed(std::string_view inside) {  // [h], [mm], [ss]
  return !inside.empty() && std::ranges::all_of(inside, [&](char c) { return c == inside.front(); }) &&
         std::string_view("hms").find(inside.front()) != std::string_view::npos;
}

// The first section of a format in lower case, without what is shown as it stands: quoted and escaped text, colours,
// currencies, languages and conditions. What counts elapsed time stays.
std::string shape_of(std::string_view code) {
  const auto text = ascii_lowered(code);
  std::string shape;
  for (std::size_t i = 0; i < text.size() && text[i] != ';'; ++i) {
    const char c = text[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"' || c == '[') {
      const auto end = text.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string::npos) break;
      const auto inside = std::string_view(text).substr(i + 1, end - i - 1);
      if (c == '[' && is_elapsed(inside)) shape += inside;
      i = end;
    } else {
      shape += c;
    }
  }
  return shape;
}

}  // namespace

NumberFormat builtin_format(unsigned id) {
  const bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return {.date = date};
}

NumberFormat parse_format(std::string_view code) {
  auto shape = shape_of(code);
  if (shape.contains("general") || shape.contains("standard")) return {};
  if (shape.size() >= 2 && shape.size() <= zeros_max && shape.find_first_not_of('0') == std::string::npos)
    return {.zeros = shape.size()};
  // Fractions of a second are the one place where a date has digits.
  for (const char* fraction : {"s.000", "s.00", "s.0", "s,000", "s,00", "s,0"})
    if (const auto at = shape.find(fraction); at != std::string::npos)
      shape.erase(at + 1, std::string_view(fraction).size() - 1);
  const bool number = shape.find_first_of("0#?") != std::string::npos;
  return {.date = !number && shape.find_first_of("ydmhs") != std::string::npos};
}

std::string padded(std::string digits, const NumberFormat& format) {
  if (digits.size() < format.zeros && digits.find_first_not_of("0123456789") == std::string::npos)
    digits.insert(0, format.zeros - digits.size(), '0');
  return digits;
}

}  // namespace kassabro::sheets::formats
