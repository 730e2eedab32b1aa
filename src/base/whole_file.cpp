#include "base/whole_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/error.hpp"

namespace kassabro {
namespace {

bool write_all(int file, std::string_view content) {
  while (!content.empty()) {
    const auto count = ::write(file, content.data(), content.size());
    if (count <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(file) == 0;
}

// A renaming is on the disk when its folder is.
bool sync_folder_of(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  const int file = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return false;
  const bool is_synced = ::fsync(file) == 0;
  ::close(file);
  return is_synced;
}

}  // namespace

std::optional<FileState> state_of_file(const std::string& path) {
  struct stat found{};
  if (::stat(path.c_str(), &found) != 0) return std::nullopt;
  constexpr std::int64_t ns_a_second = 1'000'000'000;
  return FileState{found.st_ino, found.st_size, found.st_mtim.tv_sec * ns_a_second + found.st_mtim.tv_nsec};
}

std::string read_whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw InfrastructureFailure("The file " + path + " cannot be read.");
  return {std::istreambuf_iterator<char>(file), {}};
}

void replace_whole_file(const std::string& path, std::string_view content) {
  const auto incoming = path + ".new";
  const int file = ::open(incoming.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  const bool is_written = file >= 0 && write_all(file, content);
  if (file >= 0) ::close(file);
  if (!is_written || ::rename(incoming.c_str(), path.c_str()) != 0 || !sync_folder_of(path))
    throw InfrastructureFailure("The file " + path + " cannot be written. Is the disk full?");
}

}  // namespace kassabro
