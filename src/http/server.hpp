#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/async.hpp"
#include "base/error.hpp"
#include "http/io_threads.hpp"
#include "http/message.hpp"
#include "http/trusted_proxies.hpp"

namespace kassabro::http {

class TlsCertificate;

using Handler = std::function<Async<Response>(const Request&)>;
using OnFailure = std::function<void(const Request&, const std::exception&)>;
// The answer to a request that could not be read whole (too large, or no HTTP). `request` is what came of it, its target empty
// when not even that; `usual` says what is wrong with it.
using OnRefusal = std::function<Response(const Request& request, Response usual)>;

struct ServerLimits {
  std::size_t body_bytes_max = 1 << 20;
  std::uint32_t header_bytes_max = 16 << 10;
  std::size_t connections_max = 10'000;            // more are closed at once
  std::chrono::seconds idle_timeout{75};           // between two requests of a connection
  std::chrono::seconds request_timeout{15};        // from a request's first byte to its last (slow loris)
  std::chrono::seconds write_timeout{30};          // for a client that does not read
  TrustedProxies proxies = {};                     // whose X-Forwarded-For says who calls
  std::shared_ptr<TlsCertificate> certificate = {};  // HTTPS with it; none: HTTP
};

// An HTTP/1.1 listener. A handler that throws is answered 503 (InfrastructureFailure) and reported through `on_failure`.
class Server {
 public:
  // `address` is "host:port"; port 0 takes a free one. Errors (port taken, no such address): InfrastructureFailure whose text
  // a shop owner understands.
  Server(IoThreads& threads, std::string_view address, Handler handler, ServerLimits limits = {}, OnFailure on_failure = {},
         OnRefusal on_refusal = {});
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  // Stops accepting and closes idle connections; running requests are given `patience` to finish.
  void stop(std::chrono::milliseconds patience = std::chrono::milliseconds(0));

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace kassabro::http
