#include "sheets/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "base/error.hpp"

namespace kassabro::sheets {

namespace {

// What the program starts with: its input, its output, and nothing else that is open here.
class SpawnActions {
 public:
  SpawnActions(int input, int output) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    // This thread's blocked and ignored signals (SIGPIPE) are not the program's.
    sigset_t none;
    sigset_t pipe;
    sigemptyset(&none);
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &pipe);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~SpawnActions() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;

  int spawn(pid_t& process, const std::filesystem::path& program, std::vector<std::string> words) const {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    // Nothing of our environment: it may hold secrets.
    std::array<char, 7> time_zone{"TZ=UTC"};
    std::array<char, 9> language{"LC_ALL=C"};
    const std::array<char*, 3> environment{time_zone.data(), language.data(), nullptr};
    return ::posix_spawn(&process, program.c_str(), &actions_, &attributes_, arguments.data(), environment.data());
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

int milliseconds_until(Child::Deadline deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 60'000));
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

void Descriptor::reset() {
  if (number_ >= 0) ::close(number_);
  number_ = -1;
}

Child::Child(const std::filesystem::path& program, const std::vector<std::string>& arguments, const Descriptor& input) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw InfrastructureFailure("no pipe: " + std::string(std::strerror(errno)));
  output_ = Descriptor(ends[0]);
  const Descriptor theirs(ends[1]);
  const SpawnActions actions(input.get(), theirs.get());
  std::vector<std::string> words{program.filename().string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  if (const int error = actions.spawn(process_, program, std::move(words)); error != 0) {
    process_ = -1;
    throw InfrastructureFailure("cannot start " + program.string() + ": " + std::strerror(error));
  }
}

Child::~Child() {
  if (process_ < 0) return;
  kill();
  wait();
}

std::optional<std::size_t> Child::read(char* buffer, std::size_t bytes, Deadline deadline) {
  for (;;) {
    pollfd waiting{.fd = output_.get(), .events = POLLIN, .revents = 0};
    const int ready = ::poll(&waiting, 1, milliseconds_until(deadline));
    if (ready == 0 && std::chrono::steady_clock::now() >= deadline) return std::nullopt;
    if (ready <= 0) continue;
    const auto got = ::read(output_.get(), buffer, bytes);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) throw InfrastructureFailure("cannot read a pipe: " + std::string(std::strerror(errno)));
  }
}

void Child::kill() {
  if (process_ >= 0) ::kill(process_, SIGKILL);
}

int Child::wait() {
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  return status;
}

}  // namespace kassabro::sheets
