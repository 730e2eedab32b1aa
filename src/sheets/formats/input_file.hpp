#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace kassabro::sheets::formats {

// The file that is read, already open; nothing here closes it.
class InputFile {
 public:
  // Refuses what is no regular file, is empty, or is larger than a sheet file ever is.
  explicit InputFile(int fd);

  int fd() const { return fd_; }
  std::int64_t size() const { return size_; }
  // Fills `buffer` from `offset` on; less than asked for only at the end of the file.
  std::size_t read_at(std::int64_t offset, char* buffer, std::size_t bytes) const;
  // All of it, from its beginning.
  void for_each_piece(const std::function<void(std::string_view)>& visit) const;

 private:
  int fd_;
  std::int64_t size_ = 0;
};

}  // namespace kassabro::sheets::formats
