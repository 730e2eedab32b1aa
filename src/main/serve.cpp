#include "main/serve.hpp"

#include <boost/asio/signal_set.hpp>

#include "http/server.hpp"
#include "http/tls_certificate.hpp"
#include "main/alerting.hpp"
#include "main/core.hpp"
#include "observability/log.hpp"

namespace kassabro::main {
namespace {

constexpr std::chrono::milliseconds drain_patience{10'000};

void log_failure(const http::Request& request, const std::exception& failure) {
  const TraceText trace(request.trace);
  spdlog::error("request_failed method={} reason=\"{}\" trace_id={} span_id={}", request.method_text, failure.what(),
                trace.trace_id(), trace.span_id());
}

// The address with the port that was really taken ("127.0.0.1:0" takes a free one).
std::string url_of(const std::string& scheme, const std::string& address, std::uint16_t port) {
  return scheme + "://" + address.substr(0, address.rfind(':')) + ":" + std::to_string(port);
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

std::shared_ptr<http::TlsCertificate> certificate_of(const Config& config, const Clock& clock, Core& core) {
  if (config.public_tls_certificate.empty()) return nullptr;
  return std::make_shared<http::TlsCertificate>(
      http::TlsCertificate::Files{config.public_tls_certificate, config.public_tls_key}, clock,
      http::TlsCertificate::Notes{[&core](Timestamp ends_at) { core.note_certificate(ends_at); },
                                  [](const std::string& what) { observability::alert("certificate: " + what); }});
}

http::ServerLimits public_limits(const Config& config, const Clock& clock, Core& core) {
  auto proxies = http::TrustedProxies::parse(config.public_trusted_proxies);
  if (!proxies) throw InfrastructureFailure("public.trusted_proxies: " + proxies.error().message);
  http::ServerLimits limits;
  limits.proxies = std::move(*proxies);
  limits.certificate = certificate_of(config, clock, core);
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
  core.will_serve();
  const SystemClock clock;
  http::Server admin(
      io, config.admin_listen, [&core](const http::Request& request) { return core.handle_admin(request); }, admin_limits(),
      log_failure);
  const auto admin_url = url_of("http", config.admin_listen, admin.port());
  folder.announce(admin_url, to_json_text(told_settings(config)));  // first: who sees /readyz may give a command at once
  http::Server pub(
      io, config.public_listen, [&core](const http::Request& request) { return core.handle_public(request); },
      public_limits(config, clock, core),
      [&core](const http::Request& request, const std::exception& failure) {
        core.note_public_failure(request);
        log_failure(request, failure);
      },
      [&core](const http::Request& request, http::Response usual) { return core.refuse_public(request, std::move(usual)); });
  core.start_background();
  Alerting alerting(config, io, core, clock);
  alerting.start();
  const auto* scheme = config.public_tls_certificate.empty() ? "http" : "https";
  spdlog::info("started public={} admin={} data_dir={} rule={}", url_of(scheme, config.public_listen, pub.port()), admin_url,
               config.data_dir, config.rule_base_url);
  spdlog::default_logger()->flush();
  const int signal = stop.wait();
  spdlog::info("stopping signal={}", signal);
  core.drain();
  pub.stop(drain_patience);
  admin.stop(drain_patience);
  alerting.stop();
  core.stop();
  io.stop();
  spdlog::info("stopped");
  spdlog::shutdown();
  return 0;
}

}  // namespace kassabro::main
