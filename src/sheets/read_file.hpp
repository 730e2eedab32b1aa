#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>

#include "app/sheet_row.hpp"
#include "sheets/read_options.hpp"
#include "sheets/refusal.hpp"

namespace kassabro::sheets {

enum class Next { go_on, stop };

// Where and how long a file may be read.
struct ReadLimits {
  std::filesystem::path program = beside_this_program();
  std::chrono::milliseconds wall_clock{std::chrono::minutes(5)};  // all of it, with what on_row takes
  std::chrono::seconds processor{120};                            // of the reading program alone

  static std::filesystem::path beside_this_program();  // kassabro-sheet in the directory of the program that runs
};

struct ReadSummary {
  std::int64_t rows = 0;  // given to on_row
  bool stopped = false;   // on_row said so
};

// Reads a sheet file (.xlsx, .xls, delimited text; by content) in a process of its own, kassabro-sheet, which may be killed by
// what the file holds without harm. `on_sheet` is called once, then `on_row` for each row that is not empty, in their order, on
// the caller's thread, which is blocked meanwhile. A refusal may come after rows: then these are not the whole file.
// Throws InfrastructureFailure when the program cannot be started.
std::expected<ReadSummary, Refusal> read_file(const std::filesystem::path& file, const ReadOptions& options,
                                              const std::function<void(const Sheet&)>& on_sheet,
                                              const std::function<Next(Row&&)>& on_row, const ReadLimits& limits = {});

}  // namespace kassabro::sheets
