// kassabro-sheet reads a sheet file from its standard input, which must be a file, and writes its rows to its standard output,
// which must be none (it may write no file), as sheets/lines.hpp says. It stands apart from kassabro because the file may be
// hostile: what happens here happens to nobody else.
//
//   kassabro-sheet [--encoding NAME] [--delimiter CHARACTER] [--sheet NAME] [--cpu-seconds N] < FILE | cat
//
// Exit codes: 0 read to its end, 1 refused (the last line tells why), 2 wrong arguments, 3 nobody takes the lines.
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <iostream>
#include <new>
#include <string>

#include "sheets/formats/confinement.hpp"
#include "sheets/formats/read_sheet.hpp"
#include "sheets/formats/refused.hpp"
#include "sheets/limits.hpp"
#include "sheets/lines.hpp"

namespace {

using namespace kassabro::sheets;

struct Arguments {
  ReadOptions options;
  unsigned cpu_seconds = 60;
};

bool parse_arguments(int count, char** words, Arguments& arguments) {
  for (int i = 1; i < count; i += 2) {
    if (i + 1 == count) return false;
    const std::string_view name = words[i];
    const std::string_view value = words[i + 1];
    if (name == "--encoding")
      arguments.options.encoding = value;
    else if (name == "--delimiter")
      arguments.options.delimiter = value;
    else if (name == "--sheet")
      arguments.options.sheet = value;
    else if (name != "--cpu-seconds" ||
             std::from_chars(value.data(), value.data() + value.size(), arguments.cpu_seconds).ec != std::errc{})
      return false;
  }
  return true;
}

// Nobody reads what is written, so there is nothing left to do.
struct OutputGone {};

class LineWriter : public formats::Sink {
 public:
  void on_sheet(const Sheet& sheet) override {
    append_sheet_line(pending_, sheet);
    flush();  // the asker may only want to know this
  }
  void on_row(const Row& row) override {
    cells_ += row.cells.size();
    if (cells_ > cells_max)
      throw formats::Refused("too_large", "The sheet has more than 50 million cells, empty ones between others counted.");
    append_row_line(pending_, row);
    ++rows_;
    if (pending_.size() >= flush_bytes) flush();
  }
  void end() {
    append_end_line(pending_, {.rows = rows_});
    flush();
  }
  void refuse(std::string_view reason, std::string_view message) {
    append_refusal_line(pending_, reason, message);
    flush();
  }

 private:
  static constexpr std::size_t flush_bytes = 64UL * 1024;

  void flush() {
    std::string_view rest = pending_;
    while (!rest.empty()) {
      const auto written = ::write(STDOUT_FILENO, rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) throw OutputGone();
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    pending_.clear();
  }

  std::string pending_;
  std::int64_t rows_ = 0;
  std::size_t cells_ = 0;
};

int read_to_lines(const ReadOptions& options, LineWriter& lines) {
  try {
    formats::read_sheet(STDIN_FILENO, options, lines);
    lines.end();
    return 0;
  } catch (const formats::Refused& refused) {
    lines.refuse(refused.reason, refused.message);
  } catch (const std::bad_alloc&) {
    lines.refuse("memory", "The file needs more memory to be read than it may have.");
  }
  return 1;
}

}  // namespace

int main(int count, char** words) {
  Arguments arguments;
  if (!parse_arguments(count, words, arguments)) {
    std::cerr << "kassabro-sheet [--encoding NAME] [--delimiter CHARACTER] [--sheet NAME] [--cpu-seconds N] < FILE\n";
    return 2;
  }
  LineWriter lines;
  constexpr int niceness = 10;  // tills first
  if (::nice(niceness) == -1) errno = 0;
  try {
    if (!formats::confine_process(arguments.cpu_seconds)) {
      lines.refuse("unavailable", "This system does not allow sheet files to be read safely (seccomp).");
      return 1;
    }
    return read_to_lines(arguments.options, lines);
  } catch (const OutputGone&) {
    return 3;
  }
}
