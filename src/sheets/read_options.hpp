#pragma once

#include <string>

namespace kassabro::sheets {

// What overrides the guess; "" leaves it to the reader.
struct ReadOptions {
  std::string encoding;   // of text: "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "macintosh", "IBM850"; other
                          // usual spellings are taken too ("MacRoman", "latin1")
  std::string delimiter;  // of text: "\t", ";", "," or "|"
  std::string sheet;      // name of the sheet; otherwise the first visible one
};

}  // namespace kassabro::sheets
