#pragma once

#include "sheets/formats/sink.hpp"
#include "sheets/read_options.hpp"

namespace kassabro::sheets::formats {

// Reads an open file in whatever format it is. Throws Refused.
void read_sheet(int fd, const ReadOptions& options, Sink& sink);

}  // namespace kassabro::sheets::formats
