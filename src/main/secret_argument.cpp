#include "main/secret_argument.hpp"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <fstream>
#include <iostream>

#include "main/commands.hpp"

namespace kassabro::main {
namespace {

// As long as it lives, a terminal on the standard input does not show what is typed; nothing happens where there is none.
class UnseenTyping {
 public:
  UnseenTyping() : is_terminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_terminal_) return;
    auto unseen = before_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
  }
  ~UnseenTyping() {
    if (!is_terminal_) return;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    fmt::print(stderr, "\n");
  }
  UnseenTyping(const UnseenTyping&) = delete;
  UnseenTyping& operator=(const UnseenTyping&) = delete;

  bool is_terminal() const { return is_terminal_; }

 private:
  termios before_{};
  bool is_terminal_;
};

std::string first_line(const std::string& option, std::istream& input) {
  std::string line;
  std::getline(input, line);
  if (line.ends_with('\r')) line.pop_back();
  if (line.empty()) throw UsageError(option + ": there is nothing to read");
  return line;
}

std::string typed_line(const std::string& option, std::istream& input) {
  if (&input != &std::cin) return first_line(option, input);
  const UnseenTyping unseen;
  if (unseen.is_terminal()) fmt::print(stderr, "{}: ", option);
  return first_line(option, input);
}

}  // namespace

std::string read_secret(const std::string& option, const std::string& given, std::istream& input) {
  if (given == "-") return typed_line(option, input);
  if (!given.starts_with('@')) return given;
  std::ifstream file(given.substr(1));
  if (!file) throw UsageError(option + ": the file " + given.substr(1) + " cannot be read");
  return first_line(option, file);
}

}  // namespace kassabro::main
