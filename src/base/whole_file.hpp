#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kassabro {

// Small files that are read and written whole. Both throw InfrastructureFailure with a text for the operator.

// What tells one content of a file from another. The time alone does not: it moves in steps of some milliseconds.
struct FileState {
  std::uint64_t inode = 0;  // replace_whole_file makes another one
  std::int64_t bytes = 0;
  std::int64_t changed_ns = 0;
  friend bool operator==(const FileState&, const FileState&) = default;
};

// Absent when there is no such file.
std::optional<FileState> state_of_file(const std::string& path);

std::string read_whole_file(const std::string& path);

// Afterwards the file holds `content` and only its owner may read it; after a crash it holds either the old or the new one.
void replace_whole_file(const std::string& path, std::string_view content);

}  // namespace kassabro
