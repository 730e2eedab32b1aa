#pragma once

#include "sheets/formats/input_file.hpp"
#include "sheets/formats/sink.hpp"
#include "sheets/read_options.hpp"

namespace kassabro::sheets::formats {

// Reads a sheet of an .xlsx file as a stream: of the sheet, one row at a time is in memory.
void read_xlsx(const InputFile& file, const ReadOptions& options, Sink& sink);

}  // namespace kassabro::sheets::formats
