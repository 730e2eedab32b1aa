#include "tests/support/process.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace kassabro::tests {
namespace {

int status_of(int raw) { return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw); }

[[noreturn]] void become(std::vector<std::string>& arguments, const std::vector<std::string>& environment,
                         const std::string& log, const std::function<void()>& before_exec) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(out, STDERR_FILENO);
  for (const auto& entry : environment) {
    const auto equals = entry.find('=');
    ::setenv(entry.substr(0, equals).c_str(), entry.substr(equals + 1).c_str(), 1);
  }
  std::vector<char*> raw;
  for (auto& argument : arguments) raw.push_back(argument.data());
  raw.push_back(nullptr);
  try {
    if (before_exec) before_exec();
  } catch (const std::exception& error) {
    ::dprintf(STDERR_FILENO, "%s\n", error.what());
    ::_exit(126);  // not back into the test, which would go on twice
  }
  ::execv(raw.front(), raw.data());
  ::_exit(127);
}

}  // namespace

TempFolder::TempFolder() {
  auto name = (std::filesystem::temp_directory_path() / "kassabro_test_XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string program(const std::string& name) { return std::string(KASSABRO_BIN_DIR) + "/" + name; }

Process::Process(std::vector<std::string> arguments, std::string log_path, std::vector<std::string> environment,
                 const std::function<void()>& before_exec)
    : log_path_(std::move(log_path)) {
  pid_ = ::fork();
  if (pid_ < 0) throw std::runtime_error("fork failed");
  if (pid_ == 0) become(arguments, environment, log_path_, before_exec);
}

Process::~Process() {
  if (is_running()) {
    send(SIGKILL);
    wait();
  }
}

void Process::send(int signal) const { ::kill(pid_, signal); }

int Process::wait() {
  if (!status_) {
    int raw = 0;
    ::waitpid(pid_, &raw, 0);
    status_ = status_of(raw);
  }
  return *status_;
}

bool Process::is_running() {
  if (status_) return false;
  int raw = 0;
  if (::waitpid(pid_, &raw, WNOHANG) == pid_) status_ = status_of(raw);
  return !status_;
}

std::string Process::output() const {
  std::ifstream in(log_path_);
  return {std::istreambuf_iterator<char>(in), {}};
}

Finished run(std::vector<std::string> arguments, std::vector<std::string> environment) {
  const TempFolder folder;
  Process process(std::move(arguments), folder.path("out"), std::move(environment));
  const int status = process.wait();
  return {status, process.output()};
}

// Below the range from which the system takes ports for outgoing connections: one of those could be taken before the server
// listens. For the same reason no port is given out twice, and test programs that run at the same time begin apart.
std::uint16_t free_port() {
  constexpr int first = 10'000, count = 20'000, apart = 64;
  static std::atomic<int> next = ::getpid() * apart;
  for (int tries = 0; tries < count; ++tries) {
    const auto port = static_cast<std::uint16_t>(first + next++ % count);
    // A server that another thread starts at this moment must not inherit it: the port would stay taken.
    const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    const bool good = ::bind(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    ::close(probe);
    if (good) return port;
  }
  throw std::runtime_error("no free port");
}

}  // namespace kassabro::tests
