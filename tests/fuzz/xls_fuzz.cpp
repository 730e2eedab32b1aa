// .xls: a compound file and the records in it.
#include "tests/fuzz/sheet.hpp"

namespace kassabro::fuzz {

void run_one(std::string_view input) { read_as_file(input); }

}  // namespace kassabro::fuzz
