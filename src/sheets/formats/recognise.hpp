#pragma once

#include "sheets/formats/input_file.hpp"

namespace kassabro::sheets::formats {

enum class Container {
  archive,   // ZIP: .xlsx, and others that read_xlsx tells apart
  compound,  // .xls, and others that read_xls tells apart
  text,
};

// By content; what the file is called counts for nothing. Refuses by name what is known not to be one of these.
Container recognise(const InputFile& file);

}  // namespace kassabro::sheets::formats
