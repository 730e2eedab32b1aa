// Sheets as text: .csv and .txt in any encoding, with any delimiter.
#include "tests/fuzz/sheet.hpp"

namespace kassabro::fuzz {

void run_one(std::string_view input) {
  read_as_file(input);
  for (const auto* encoding : {"UTF-8", "UTF-16LE", "windows-1252", "macintosh"})
    read_as_file(input, {.encoding = encoding, .delimiter = ";", .sheet = {}});
}

}  // namespace kassabro::fuzz
