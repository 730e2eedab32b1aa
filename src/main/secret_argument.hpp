#pragma once

#include <iosfwd>
#include <string>

namespace kassabro::main {

// A secret as the command line gives it, so that it need not stand in the shell's history and in the list of processes: `-` is the
// first line of `input` (typed unseen when that is a terminal), `@FILE` the first line of a file, and anything else itself.
// Throws UsageError that names the option: no such file, or nothing in it.
std::string read_secret(const std::string& option, const std::string& given, std::istream& input);

}  // namespace kassabro::main
