#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kassabro::sheets {

// A file descriptor that is closed in the end.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { reset(); }
  Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  Descriptor& operator=(Descriptor&& other) noexcept;
  int get() const { return number_; }
  void reset();

 private:
  int number_;
};

// A program that runs with `input` as its standard input; what it writes can be read here. Killed in the end, if it still runs.
class Child {
 public:
  using Deadline = std::chrono::steady_clock::time_point;

  // Throws InfrastructureFailure when it cannot be started.
  Child(const std::filesystem::path& program, const std::vector<std::string>& arguments, const Descriptor& input);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // What it has written, at most `bytes`; 0 when it has closed its output; absent at the deadline.
  std::optional<std::size_t> read(char* buffer, std::size_t bytes, Deadline deadline);
  void kill();
  int wait();  // its status as of waitpid

 private:
  Descriptor output_;
  pid_t process_ = -1;
};

}  // namespace kassabro::sheets
