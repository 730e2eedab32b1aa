#include "main/serve.hpp"

#include <boost/asio/signal_set.hpp>

#include "http/server.hpp"
#include "main/core.hpp"
#include "observability/log.hpp"

namespace kassabro::main {
namespace {

constexpr std::chrono::milliseconds drain_patience{10'000};

void log_failure(const http::Request& request, const std::exception& failure) {
  spdlog::error("request_failed method={} reason=\"{}\"", request.method_text, failure.what());
}

// The address with the port that was really taken ("127.0.0.1:0" takes a free one).
std::string url_of(std::string address, std::uint16_t port) {
  return "http://" + address.substr(0, address.rfind(':')) + ":" + std::to_string(port);
}

// Caught from its construction on: a signal during the start ends the server in order too, once it has started.
class StopSignal {
 public:
  StopSignal() {
    signals_.async_wait([this](const boost::system::error_code&, int number) { received_ = number; });
  }

  int wait() {
    context_.run();
    return received_;
  }

 private:
  boost::asio::io_context context_;
  boost::asio::signal_set signals_{context_, SIGINT, SIGTERM};
  int received_ = 0;
};

// Files are uploaded here, also from far away.
http::ServerLimits admin_limits() {
  http::ServerLimits limits;
  limits.body_bytes_max = 64 << 20;
  limits.request_timeout = std::chrono::minutes(5);
  return limits;
}

http::ServerLimits public_limits(const Config& config) {
  auto proxies = http::TrustedProxies::parse(config.public_trusted_proxies);
  if (!proxies) throw InfrastructureFailure("public.trusted_proxies: " + proxies.error().message);
  http::ServerLimits limits;
  limits.proxies = std::move(*proxies);
  return limits;
}

}  // namespace

int serve(const Config& config) {
  if (!observability::start_log(config.log_level))
    throw InfrastructureFailure("log.level: \"" + config.log_level + "\" is no level (trace, debug, info, warn, error, off).");
  StopSignal stop;
  DataFolder folder(config.data_dir);
  http::IoThreads io;
  Core core(config, folder);
  http::Server admin(
      io, config.admin_listen, [&core](const http::Request& request) { return core.handle_admin(request); }, admin_limits(),
      log_failure);
  http::Server pub(
      io, config.public_listen, [&core](const http::Request& request) { return core.handle_public(request); },
      public_limits(config), log_failure,
      [&core](const http::Request& request, http::Response usual) { return core.refuse_public(request, std::move(usual)); });
  folder.announce(url_of(config.admin_listen, admin.port()));
  core.start_background();
  spdlog::info("started public={} admin={} data_dir={} rule={}", url_of(config.public_listen, pub.port()),
               url_of(config.admin_listen, admin.port()), config.data_dir, config.rule_base_url);
  spdlog::default_logger()->flush();
  const int signal = stop.wait();
  spdlog::info("stopping signal={}", signal);
  core.drain();
  pub.stop(drain_patience);
  admin.stop(drain_patience);
  core.stop();
  io.stop();
  spdlog::info("stopped");
  spdlog::shutdown();
  return 0;
}

}  // namespace kassabro::main
