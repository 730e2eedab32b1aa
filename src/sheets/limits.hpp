#pragma once

#include <cstddef>
#include <cstdint>

// How much a sheet file may hold. Excel's own limits where it has one; the others keep a hostile file from filling memory.
namespace kassabro::sheets {

inline constexpr std::int64_t rows_max = 1'048'576;
inline constexpr std::size_t columns_max = 16'384;
inline constexpr std::size_t cell_bytes_max = 64UL * 1024;  // Excel's 32,767 characters, twice over for UTF-8
inline constexpr std::size_t row_bytes_max = 4UL * 1024 * 1024;
// Of rows as they are given, with the empty cells between: a full last column makes 16,384 of a row.
inline constexpr std::size_t cells_max = 50'000'000;
inline constexpr std::size_t merged_ranges_max = 100'000;
inline constexpr std::size_t sheets_max = 1'000;

inline constexpr std::int64_t file_bytes_max = 512LL * 1024 * 1024;
inline constexpr std::int64_t package_entries_max = 10'000;
inline constexpr std::int64_t unpacked_bytes_max = 4LL * 1024 * 1024 * 1024;  // of all that is read, a sheet twice
// Sheets of real shops unpack to 10 to 50 times their size. Counted from `ratio_from_bytes` on: little repeated text may be more.
inline constexpr std::int64_t unpacked_ratio_max = 250;
inline constexpr std::int64_t ratio_from_bytes = 16LL * 1024 * 1024;
inline constexpr std::size_t shared_text_bytes_max = 96UL * 1024 * 1024;
inline constexpr std::size_t shared_texts_max = 5'000'000;
inline constexpr std::size_t styles_max = 65'536;  // Excel writes at most 65,490
inline constexpr std::size_t xml_depth_max = 128;

}  // namespace kassabro::sheets
