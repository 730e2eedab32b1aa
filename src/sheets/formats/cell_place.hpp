#pragma once

#include <cstdint>
#include <string_view>

namespace kassabro::sheets::formats {

// Where a cell of .xlsx stands: "BC12" is line 12, column 54 (lines count from 1, columns from 0).
struct CellPlace {
  std::int64_t line = 0;
  std::size_t column = 0;
};

// Refuses what is no such place.
CellPlace parse_place(std::string_view reference);
// Only the column, for every cell of a sheet; more than columns_max is not counted on.
std::size_t parse_column(std::string_view reference);

}  // namespace kassabro::sheets::formats
