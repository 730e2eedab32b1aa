#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sheets/formats/input_file.hpp"

namespace kassabro::sheets::formats {

struct Encoding {
  std::string name;           // as in ReadOptions::encoding
  std::size_t mark_bytes = 0;  // of a byte order mark, to be passed over
};

// What a text file is written in: its byte order mark, or else UTF-16 where every second byte is zero, UTF-8 if all of it is
// valid, and among the one-byte encodings the one in which the bytes beyond ASCII are letters of western European words.
// Refuses a mixture of UTF-8 and something else, and UTF-8 that is cut off.
Encoding guess_encoding(const InputFile& file);

// The encoding that a person asks for, in whatever case; refuses one that is not known, and UTF-8 for a file that is not.
Encoding chosen_encoding(const InputFile& file, std::string_view name);

}  // namespace kassabro::sheets::formats
