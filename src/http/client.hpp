#pragma once

#include <chrono>
#include <expected>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/async.hpp"
#include "base/error.hpp"
#include "http/address_list.hpp"
#include "http/host_list.hpp"
#include "http/message.hpp"

namespace kassabro::http {

struct OutboundRequest {
  Method method = Method::get;
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::chrono::milliseconds timeout{30'000};          // for the whole call
  std::chrono::milliseconds connect_timeout{5'000};
  // The address was typed by somebody who may not reach what this machine reaches: connects to no host of a private network but those
  // that the client was allowed. What counts is the address that is connected to, whatever a name resolved to before. And the host must
  // be one of those that the client may call, where these are named.
  bool only_public = false;
  // Besides: without TLS only to addresses that the client was allowed.
  bool plain_only_allowed = false;
  // Of the answer's body no more is kept; the rest is read and dropped.
  std::size_t answer_bytes_kept = std::numeric_limits<std::size_t>::max();
};

struct OutboundResponse {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;

  std::optional<std::string_view> header(std::string_view lower_case_name) const;
};

// No answer came. `maybe_received`: the other side may have done the work all the same (time-out or cut after sending);
// false when it certainly has not seen the request (no such host, connection refused).
struct TransportError {
  std::string message;
  bool maybe_received = false;
  bool timed_out = false;
};

using OutboundResult = std::expected<OutboundResponse, TransportError>;

struct ClientOptions {
  AddressList allowed = {};  // no public addresses, and called all the same
  HostList only = {};  // requests that are `only_public` call these hosts only
  std::size_t answer_bytes_max = 8 << 20;  // a larger answer is none: the call fails
  // For tests: whose certificates are believed, a PEM file instead of the system's; and what a name resolves to next, in
  // CURLOPT_RESOLVE's form.
  std::string authorities = {};
  std::function<std::string()> resolve = {};
};

// A pooled HTTP client on one thread (libcurl multi): certificates are verified, redirects are not followed, no proxy stands between (one in
// the environment would be what is connected to, and its address what is looked at).
class Client {
 public:
  explicit Client(ClientOptions options = {});
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  Async<OutboundResult> send(OutboundRequest request);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// How a request gets out: through a client in the program, to an imitation of the other side in tests.
using Send = std::function<Async<OutboundResult>(OutboundRequest)>;

// `client` must outlive what is made here.
Send send_through(Client& client);

}  // namespace kassabro::http
