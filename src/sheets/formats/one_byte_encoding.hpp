#pragma once

#include <string>

#include "sheets/formats/input_file.hpp"

namespace kassabro::sheets::formats {

// Of "windows-1252", "macintosh" and "IBM850" the one in which the bytes beyond ASCII make western European words.
std::string one_byte_encoding_of(const InputFile& file);

}  // namespace kassabro::sheets::formats
