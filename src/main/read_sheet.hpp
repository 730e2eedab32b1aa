#pragma once

#include "app/import_bonus_checks.hpp"

namespace kassabro::main {

// Opens sheet files for imports: read by a process of its own (sheets::read_file) on a thread of its own, a few rows ahead of
// whoever takes them, so that memory stays flat whatever the file's size. Errors, field "file", "encoding" or "sheet".
Async<Result<app::OpenSheet>> read_sheet(std::string path, app::ImportOptions options);

}  // namespace kassabro::main
