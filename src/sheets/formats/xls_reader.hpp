#pragma once

#include "sheets/formats/input_file.hpp"
#include "sheets/formats/sink.hpp"
#include "sheets/read_options.hpp"

namespace kassabro::sheets::formats {

// Reads a sheet of a compound file: .xls as Excel 97 and later write it. Refuses by name what else comes in such a file, first of
// all a workbook with a password.
void read_xls(const InputFile& file, const ReadOptions& options, Sink& sink);

}  // namespace kassabro::sheets::formats
