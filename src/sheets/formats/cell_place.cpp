#include "sheets/formats/cell_place.hpp"

#include <algorithm>
#include <charconv>

#include "sheets/formats/refused.hpp"
#include "sheets/limits.hpp"

namespace kassabro::sheets::formats {

std::size_t parse_column(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || column > columns_max) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  if (column == 0) refuse_damaged("a cell's place cannot be read");
  return column - 1;
}

CellPlace parse_place(std::string_view reference) {
  const auto digits = reference.substr(std::min(reference.find_first_of("0123456789"), reference.size()));
  CellPlace place{.line = 0, .column = parse_column(reference)};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), place.line);
  if (error != std::errc{} || end != digits.data() + digits.size()) refuse_damaged("a cell's place cannot be read");
  return place;
}

}  // namespace kassabro::sheets::formats
