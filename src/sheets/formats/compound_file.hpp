#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sheets/formats/input_file.hpp"

namespace kassabro::sheets::formats {

// A compound file (MS-CFB), the container of .xls and of every Office file that a password protects: named streams, each a chain
// of sectors. Only the chains are in memory, not what the streams hold.
class CompoundFile {
 public:
  struct Stream {
    std::vector<std::uint32_t> sectors;
    std::uint64_t bytes = 0;
    bool small = false;  // its sectors are 64 bytes long, inside the small streams' own stream
  };

  explicit CompoundFile(const InputFile& file);

  bool has(std::string_view name) const;
  // Refuses a name that is not there.
  Stream open(std::string_view name) const;
  // Fills `buffer` from `offset` of the stream on; less than asked for only at its end. Refuses a file that is cut off.
  std::size_t read_at(const Stream& stream, std::uint64_t offset, char* buffer, std::size_t bytes) const;

 private:
  struct Entry {
    std::string name;  // letters beyond ASCII are of no interest here: they become '?'
    std::uint32_t first_sector = 0;
    std::uint64_t bytes = 0;
    bool root = false;
  };

  std::vector<std::uint32_t> read_fat(std::string_view header) const;
  std::vector<Entry> read_directory(std::uint32_t first_sector) const;
  std::vector<std::uint32_t> chain(const std::vector<std::uint32_t>& table, std::uint32_t first) const;
  std::string read_sector(std::uint32_t sector) const;
  std::uint64_t place_of(std::uint32_t sector) const { return (std::uint64_t{sector} + 1) * sector_bytes_; }

  const InputFile& file_;
  std::uint32_t sector_bytes_ = 512;
  std::uint32_t small_below_ = 4096;
  std::vector<std::uint32_t> fat_;
  std::vector<std::uint32_t> small_fat_;
  std::vector<Entry> directory_;
  Stream small_streams_;
};

}  // namespace kassabro::sheets::formats
