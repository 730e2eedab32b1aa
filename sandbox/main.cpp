#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <optional>
#include <string>

#include "base/error.hpp"
#include "http/io_threads.hpp"
#include "http/server.hpp"
#include "sandbox/control/front.hpp"
#include "sandbox/control/waiting.hpp"
#include "sandbox/pages/pages.hpp"

namespace kassabro::sandbox {
namespace {

constexpr const char* usage =
    "usage: kassabro-sandbox [--listen HOST:PORT] [--clock-file FILE]   (default 127.0.0.1:8090)\n"
    "FILE says by how much the virtual clock was moved, for programs that follow it (libfaketime)\n";

struct Options {
  std::string listen = "127.0.0.1:8090";
  std::string clock_file;
};

// Absent when the command line is not understood.
std::optional<Options> parse_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    std::string_view argument = argv[i];
    const auto equals = argument.find('=');
    const auto name = argument.substr(0, equals);
    auto* place = name == "--listen" ? &options.listen : name == "--clock-file" ? &options.clock_file : nullptr;
    if (place == nullptr || (equals == std::string_view::npos && i + 1 == argc)) return std::nullopt;
    *place = equals == std::string_view::npos ? std::string_view(argv[++i]) : argument.substr(equals + 1);
  }
  return options;
}

void start_background_work(http::IoThreads& threads, control::World& world) {
  using namespace std::chrono_literals;
  control::repeat(threads, 1s, [&world]() -> Async<bool> {
    co_await world.till.send_copies_once();
    co_return false;
  });
  control::repeat(threads, 50ms, [&world] { return world.events.send_once(); });
  control::repeat(threads, 50ms, [&world] { return world.send_webhooks_once(); });
  control::repeat(threads, 200ms, [&world] { return world.deliver_once(); });
}

void report_failure(const http::Request& request, const std::exception& failure) {
  fmt::print(stderr, "kassabro-sandbox: {} {} failed: {}\n", request.method_text, request.path(), failure.what());
}

int run(const Options& options) {
  sigset_t stop_signals;
  sigemptyset(&stop_signals);
  sigaddset(&stop_signals, SIGINT);
  sigaddset(&stop_signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stop_signals, nullptr);  // before any thread starts, so that all inherit it
  std::signal(SIGPIPE, SIG_IGN);

  http::IoThreads threads;
  control::World world(options.clock_file);
  http::ServerLimits limits;
  limits.body_bytes_max = 32 << 20;  // 1,000 subscribers with all their fields in one call
  const control::PageServer pages = &pages::answer_page;
  http::Server server(
      threads, options.listen, [&](const http::Request& request) { return control::answer(world, pages, request); }, limits,
      &report_failure);
  start_background_work(threads, world);
  fmt::print("kassabro-sandbox listens on port {}: /pos /backoffice /rule /control\n", server.port());
  std::fflush(stdout);

  int signal = 0;
  sigwait(&stop_signals, &signal);
  server.stop(std::chrono::milliseconds(200));
  threads.stop();
  return 0;
}

}  // namespace
}  // namespace kassabro::sandbox

int main(int argc, char** argv) {
  const auto options = kassabro::sandbox::parse_options(argc, argv);
  if (!options) {
    fmt::print(stderr, "{}", kassabro::sandbox::usage);
    return 2;
  }
  try {
    return kassabro::sandbox::run(*options);
  } catch (const std::exception& failure) {
    fmt::print(stderr, "kassabro-sandbox: {}\n", failure.what());
    return 1;
  }
}
