#include "sheets/read_file.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <optional>
#include <system_error>
#include <utility>

#include "sheets/child.hpp"
#include "sheets/limits.hpp"
#include "sheets/lines.hpp"

namespace kassabro::sheets {

namespace {

constexpr std::size_t piece_bytes = 256UL * 1024;
// A row of the largest size in which every byte had to be escaped.
constexpr std::size_t line_bytes_max = 6 * row_bytes_max + 16 * columns_max;

std::vector<std::string> arguments_for(const ReadOptions& options, const ReadLimits& limits) {
  std::vector<std::string> arguments{"--cpu-seconds", std::to_string(limits.processor.count())};
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) arguments.insert(arguments.end(), {name, value});
  };
  add("--encoding", options.encoding);
  add("--delimiter", options.delimiter);
  add("--sheet", options.sheet);
  return arguments;
}

Refusal took_too_long() { return refusal("time", "Reading the file takes too long; it is not read any further."); }

// The program ended without saying how the file ended.
Refusal refusal_for_status(int status) {
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) return took_too_long();
  return refusal("crash", "The file cannot be read: it is damaged in a way that makes its reader fail.");
}

// Puts the program's output together to lines and hands on what they say.
class LineReader {
 public:
  LineReader(const std::function<void(const Sheet&)>& on_sheet, const std::function<Next(Row&&)>& on_row)
      : on_sheet_(on_sheet), on_row_(on_row) {}

  // False when there is nothing more to read.
  bool add(std::string_view piece) {
    while (!piece.empty()) {
      const auto end = piece.find('\n');
      pending_ += piece.substr(0, end);
      if (end == std::string_view::npos) break;
      piece.remove_prefix(end + 1);
      if (!take(pending_)) return false;
      pending_.clear();
    }
    if (pending_.size() <= line_bytes_max) return true;
    refusal_ = broken();
    return false;
  }

  // Absent: neither an end nor a refusal was read.
  std::optional<std::expected<ReadSummary, Refusal>> outcome() const {
    if (refusal_) return std::unexpected(*refusal_);
    if (ended_ || summary_.stopped) return summary_;
    return std::nullopt;
  }

 private:
  static Refusal broken() { return refusal("crash", "The program that reads sheets wrote what makes no sense."); }

  bool take(std::string_view text) {
    auto line = parse_line(text);
    if (!line) {
      refusal_ = broken();
      return false;
    }
    if (auto* row = std::get_if<Row>(&*line)) {
      ++summary_.rows;
      summary_.stopped = on_row_(std::move(*row)) == Next::stop;
      return !summary_.stopped;
    }
    if (const auto* sheet = std::get_if<Sheet>(&*line)) {
      on_sheet_(*sheet);
      return true;
    }
    if (const auto* end = std::get_if<End>(&*line)) {
      ended_ = end->rows == summary_.rows;
      if (!ended_) refusal_ = broken();
    } else {
      refusal_ = std::get<Refusal>(*line);
    }
    return false;
  }

  const std::function<void(const Sheet&)>& on_sheet_;
  const std::function<Next(Row&&)>& on_row_;
  std::string pending_;
  ReadSummary summary_;
  bool ended_ = false;
  std::optional<Refusal> refusal_;
};

}  // namespace

std::filesystem::path ReadLimits::beside_this_program() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "kassabro-sheet";
}

std::expected<ReadSummary, Refusal> read_file(const std::filesystem::path& file, const ReadOptions& options,
                                              const std::function<void(const Sheet&)>& on_sheet,
                                              const std::function<Next(Row&&)>& on_row, const ReadLimits& limits) {
  const auto deadline = std::chrono::steady_clock::now() + limits.wall_clock;
  // A pipe in the file's place must not block the caller for ever.
  const Descriptor input(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (input.get() < 0) return std::unexpected(refusal("unreadable", "The file cannot be opened."));

  Child child(limits.program, arguments_for(options, limits), input);
  LineReader lines(on_sheet, on_row);
  std::string buffer(piece_bytes, '\0');
  for (;;) {
    const auto got = child.read(buffer.data(), buffer.size(), deadline);
    if (!got) return std::unexpected(took_too_long());
    if (*got == 0) break;
    if (!lines.add(std::string_view(buffer).substr(0, *got))) return *lines.outcome();
  }
  return std::unexpected(refusal_for_status(child.wait()));
}

}  // namespace kassabro::sheets
