#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <new>

#include "sheets/formats/read_sheet.hpp"
#include "sheets/formats/refused.hpp"
#include "sheets/limits.hpp"
#include "sheets/lines.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {

// A file that is in memory only.
class MemoryFile {
 public:
  MemoryFile() : fd_(::memfd_create("fuzz", MFD_CLOEXEC)) { hold(fd_ >= 0, "a file in memory can be made"); }
  ~MemoryFile() { ::close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  void fill(std::string_view bytes) const {
    hold(::ftruncate(fd_, 0) == 0, "a file can be emptied");
    hold(::pwrite(fd_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()), "a file can be written");
  }
  int fd() const { return fd_; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

 private:
  int fd_;
};

// What is promised of every row, in whatever format it came.
class StrictSink : public sheets::formats::Sink {
 public:
  void on_sheet(const sheets::Sheet& sheet) override {
    hold(!has_sheet_, "there is one sheet");
    has_sheet_ = true;
    hold(!sheet.format.empty() && is_utf8(sheet.sheet), "a sheet has a format, and a name that is UTF-8");
  }

  void on_row(const sheets::Row& row) override {
    hold(has_sheet_, "the sheet comes before its rows");
    hold(row.line > last_line_, "rows come in their order");
    hold(!row.cells.empty() && row.cells.size() <= sheets::columns_max,
         "a row has cells, and no more than a sheet has columns");
    hold(row.cells.back().kind != sheets::CellKind::empty, "trailing empty cells are left out");
    last_line_ = row.line;
    for (const auto& cell : row.cells) {
      hold(cell.text.size() <= sheets::cell_bytes_max, "a cell has its limit");
      hold(is_utf8(cell.text), "a cell is UTF-8");
    }
    std::string line;
    sheets::append_row_line(line, row);
    const auto again = sheets::parse_line(line);
    const auto* read = again ? std::get_if<sheets::Row>(&*again) : nullptr;
    hold(read != nullptr && *read == row, "a row is handed on as it was read");
    if (++rows_ > rows_max) throw sheets::formats::Refused("too_many_rows", "Enough for a look.");
  }

 private:
  static constexpr int rows_max = 2'000;  // the next input is worth more than the rest
  bool has_sheet_ = false;
  std::int64_t last_line_ = 0;
  int rows_ = 0;
};

// Reads the input as a file by one of the formats' readers; true when it was read to its end.
inline bool read_as_file(std::string_view input, const sheets::ReadOptions& options = {}) {
  static const MemoryFile file;
  file.fill(input);
  StrictSink sink;
  try {
    sheets::formats::read_sheet(file.fd(), options, sink);
    return true;
  } catch (const sheets::formats::Refused& refused) {
    hold(!refused.reason.empty() && !refused.message.empty(), "what is refused says why");
    hold(is_utf8(refused.message), "a refusal is UTF-8");
  } catch (const std::bad_alloc&) {  // kassabro-sheet says "memory"
  }
  return false;
}

}  // namespace kassabro::fuzz
