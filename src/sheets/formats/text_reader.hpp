#pragma once

#include "sheets/formats/input_file.hpp"
#include "sheets/formats/sink.hpp"
#include "sheets/read_options.hpp"

namespace kassabro::sheets::formats {

// Reads delimited text (.txt, .csv) in whatever encoding and with whatever delimiter it has.
void read_text(const InputFile& file, const ReadOptions& options, Sink& sink);

}  // namespace kassabro::sheets::formats
