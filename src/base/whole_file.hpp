#pragma once

#include <string>
#include <string_view>

namespace kassabro {

// Small files that are read and written whole. Both throw InfrastructureFailure with a text for the operator.

std::string read_whole_file(const std::string& path);

// Afterwards the file holds `content` and only its owner may read it; after a crash it holds either the old or the new one.
void replace_whole_file(const std::string& path, std::string_view content);

}  // namespace kassabro
