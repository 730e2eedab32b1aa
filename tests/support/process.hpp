#pragma once

#include <sys/types.h>

#include <csignal>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kassabro::tests {

// A folder that goes with the test.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  std::string path(const std::string& name = "") const { return name.empty() ? path_ : path_ + "/" + name; }

 private:
  std::string path_;
};

// The path of a program of this build: "kassabro", "kassabro-sandbox".
std::string program(const std::string& name);

// A running program; killed when the test ends, however it ends. What it prints goes to `log_path`. `before_exec` runs in the new process.
class Process {
 public:
  Process(std::vector<std::string> arguments, std::string log_path, std::vector<std::string> environment = {},
          const std::function<void()>& before_exec = {});
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void send(int signal) const;
  // The exit code, or 128 + the signal that ended it.
  int wait();
  bool is_running();
  std::string output() const;
  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
  std::string log_path_;
  std::optional<int> status_;
};

struct Finished {
  int status = 0;
  std::string output;
};
// Runs a program to its end.
Finished run(std::vector<std::string> arguments, std::vector<std::string> environment = {});

// A port that nobody listened on a moment ago.
std::uint16_t free_port();

}  // namespace kassabro::tests
