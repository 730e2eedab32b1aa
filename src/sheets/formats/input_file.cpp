#include "sheets/formats/input_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "sheets/formats/refused.hpp"
#include "sheets/limits.hpp"

namespace kassabro::sheets::formats {

InputFile::InputFile(int fd) : fd_(fd) {
  struct stat status{};
  if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) throw Refused("unreadable", "This is not a file.");
  size_ = status.st_size;
  if (size_ == 0) throw Refused("empty", "The file is empty.");
  if (size_ > file_bytes_max) throw Refused("too_large", "The file is larger than 512 MiB.");
}

std::size_t InputFile::read_at(std::int64_t offset, char* buffer, std::size_t bytes) const {
  std::size_t done = 0;
  while (done < bytes) {
    const auto got = ::pread(fd_, buffer + done, bytes - done, offset + static_cast<std::int64_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Refused("unreadable", "The file cannot be read to its end.");
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

void InputFile::for_each_piece(const std::function<void(std::string_view)>& visit) const {
  std::string buffer(256UL * 1024, '\0');
  for (std::int64_t offset = 0;;) {
    const auto got = read_at(offset, buffer.data(), buffer.size());
    if (got == 0) return;
    visit({buffer.data(), got});
    offset += static_cast<std::int64_t>(got);
  }
}

}  // namespace kassabro::sheets::formats
