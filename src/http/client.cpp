#include "http/client.hpp"

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace kassabro::http {
namespace {

constexpr long pooled_connections_max = 64;
constexpr int poll_ms_max = 1'000;

struct Transfer {
  const ClientOptions* options = nullptr;
  OutboundRequest request;
  Resume<OutboundResult> resume;
  OutboundResponse response;
  std::size_t body_sent = 0;
  std::size_t body_received = 0;
  curl_slist* header_list = nullptr;
  curl_slist* resolved = nullptr;
  CURL* easy = nullptr;
  bool led_inside = false;
  char error_text[CURL_ERROR_SIZE] = "";

  ~Transfer() {
    if (easy != nullptr) curl_easy_cleanup(easy);
    curl_slist_free_all(header_list);
    curl_slist_free_all(resolved);
  }
};

std::size_t on_body(char* data, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  transfer.body_received += size * count;
  if (transfer.body_received > transfer.options->answer_bytes_max) return 0;
  auto& body = transfer.response.body;
  body.append(data, std::min(size * count, transfer.request.answer_bytes_kept - body.size()));
  return size * count;
}

std::size_t read_body(char* out, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const auto part = transfer.request.body.copy(out, size * count, transfer.body_sent);
  transfer.body_sent += part;
  return part;
}

std::size_t on_header(char* data, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::string_view line(data, size * count);
  if (line.starts_with("HTTP/")) transfer.response.headers.clear();  // a 100 Continue came before
  const auto colon = line.find(':');
  if (colon != std::string_view::npos)
    transfer.response.headers.emplace_back(ascii_lowered(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  return size * count;
}

void set_method(Transfer& transfer) {
  const auto& request = transfer.request;
  if (request.method == Method::get) return;
  curl_easy_setopt(transfer.easy, CURLOPT_CUSTOMREQUEST, std::string(method_name(request.method)).c_str());
  if (request.method == Method::head) {
    curl_easy_setopt(transfer.easy, CURLOPT_NOBODY, 1L);  // or it waits for a body that no answer to HEAD has
    return;
  }
  if (request.body.empty() && request.method == Method::delete_) return;
  // Read through a callback that cannot rewind: given the bytes, libcurl silently sends a request again when a kept
  // connection dies without an answer, and what was done once would be done twice.
  curl_easy_setopt(transfer.easy, CURLOPT_POST, 1L);
  curl_easy_setopt(transfer.easy, CURLOPT_READFUNCTION, read_body);
  curl_easy_setopt(transfer.easy, CURLOPT_READDATA, &transfer);
  curl_easy_setopt(transfer.easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
}

std::optional<boost::asio::ip::address> address_of(const sockaddr& socket_address) {
  if (socket_address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &socket_address, sizeof v4);
    return boost::asio::ip::address_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (socket_address.sa_family != AF_INET6) return std::nullopt;
  sockaddr_in6 v6{};
  std::memcpy(&v6, &socket_address, sizeof v6);
  boost::asio::ip::address_v6::bytes_type bytes;
  std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
  return boost::asio::ip::address_v6(bytes);
}

bool may_call(const Transfer& transfer, const std::optional<boost::asio::ip::address>& address) {
  if (!address) return false;
  if (transfer.options->allowed.contains(*address)) return true;
  const bool is_plain = transfer.request.plain_only_allowed && !transfer.request.url.starts_with("https:");
  return !is_plain && is_public_address(*address);
}

// Called with the address that is about to be connected to, after the name was resolved.
curl_socket_t open_public_socket(void* user, curlsocktype /*purpose*/, curl_sockaddr* to) {
  auto& transfer = *static_cast<Transfer*>(user);
  transfer.led_inside = !may_call(transfer, address_of(to->addr));
  return transfer.led_inside ? CURL_SOCKET_BAD : ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

// A connection that was kept may be of a call that was allowed to go anywhere.
int use_public_connection(void* user, char* address, char* /*local*/, int /*port*/, int /*local_port*/) {
  auto& transfer = *static_cast<Transfer*>(user);
  transfer.led_inside = !may_call(transfer, parse_address(address));
  return transfer.led_inside ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

// What only tests say.
void set_surroundings(Transfer& transfer) {
  const auto& options = *transfer.options;
  if (!options.authorities.empty()) curl_easy_setopt(transfer.easy, CURLOPT_CAINFO, options.authorities.c_str());
  if (!options.resolve) return;
  transfer.resolved = curl_slist_append(nullptr, options.resolve().c_str());
  curl_easy_setopt(transfer.easy, CURLOPT_RESOLVE, transfer.resolved);
}

void set_up(Transfer& transfer) {
  CURL* easy = transfer.easy = curl_easy_init();
  const auto& request = transfer.request;
  curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connect_timeout.count()));
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer.error_text);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "Kassabro/0.1");
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
  curl_easy_setopt(easy, CURLOPT_PRIVATE, &transfer);
  if (request.only_public) {
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_public_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &transfer);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, use_public_connection);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, &transfer);
  }
  set_surroundings(transfer);
  set_method(transfer);
  for (const auto& [name, value] : request.headers)
    transfer.header_list = curl_slist_append(transfer.header_list, (name + ": " + value).c_str());
  transfer.header_list = curl_slist_append(transfer.header_list, "Expect:");  // no round trip before a large body
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer.header_list);
}

// Which failures happen before the other side can have seen the request.
bool certainly_not_received(CURLcode code, CURL* easy) {
  if (code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_CONNECT || code == CURLE_URL_MALFORMAT ||
      code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_SSL_CONNECT_ERROR || code == CURLE_PEER_FAILED_VERIFICATION)
    return true;
  curl_off_t connected_us = 0;
  curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &connected_us);
  return code == CURLE_OPERATION_TIMEDOUT && connected_us == 0;
}

std::string_view refusal_of(const OutboundRequest& request) {
  if (request.plain_only_allowed && !request.url.starts_with("https:"))
    return "Without TLS only addresses that outbound.allow lists are called.";
  return "This address leads into a private network, where it may not call (outbound.allow).";
}

OutboundResult result_of(Transfer& transfer, CURLcode code) {
  if (code == CURLE_OK) {
    long status = 0;
    curl_easy_getinfo(transfer.easy, CURLINFO_RESPONSE_CODE, &status);
    transfer.response.status = static_cast<int>(status);
    return std::move(transfer.response);
  }
  if (transfer.led_inside) return std::unexpected(TransportError{std::string(refusal_of(transfer.request)), false, false});
  const std::string text = transfer.error_text[0] != '\0' ? transfer.error_text : curl_easy_strerror(code);
  return std::unexpected(TransportError{text, !certainly_not_received(code, transfer.easy), code == CURLE_OPERATION_TIMEDOUT});
}

void initialise_curl_once() {
  static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (done != CURLE_OK) throw InfrastructureFailure("libcurl could not be initialised");
}

}  // namespace

struct Client::State {
  explicit State(ClientOptions options_in) : options(std::move(options_in)) {
    initialise_curl_once();
    multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, pooled_connections_max);
    thread = std::thread([this] { run(); });
  }
  ~State() {
    stopping = true;
    curl_multi_wakeup(multi);
    thread.join();
    for (auto& [easy, transfer] : running) curl_multi_remove_handle(multi, easy);
    running.clear();
    curl_multi_cleanup(multi);
  }

  void enqueue(std::unique_ptr<Transfer> transfer) {
    {
      const std::scoped_lock lock(mutex);
      waiting.push_back(std::move(transfer));
    }
    curl_multi_wakeup(multi);
  }

  void run() {
    while (!stopping) {
      start_waiting();
      int active = 0;
      curl_multi_perform(multi, &active);
      finish_done();
      curl_multi_poll(multi, nullptr, 0, poll_ms_max, nullptr);
    }
  }

  void start_waiting() {
    std::deque<std::unique_ptr<Transfer>> batch;
    {
      const std::scoped_lock lock(mutex);
      batch.swap(waiting);
    }
    for (auto& transfer : batch) {
      set_up(*transfer);
      CURL* easy = transfer->easy;
      curl_multi_add_handle(multi, easy);
      running.emplace(easy, std::move(transfer));
    }
  }

  void finish_done() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      CURL* easy = message->easy_handle;
      const CURLcode code = message->data.result;
      curl_multi_remove_handle(multi, easy);
      auto node = running.extract(easy);
      auto result = result_of(*node.mapped(), code);
      node.mapped()->resume(std::move(result));
    }
  }

  const ClientOptions options;
  CURLM* multi = nullptr;
  std::atomic<bool> stopping = false;
  std::mutex mutex;
  std::deque<std::unique_ptr<Transfer>> waiting;
  std::unordered_map<CURL*, std::unique_ptr<Transfer>> running;
  std::thread thread;
};

Client::Client(ClientOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Client::~Client() = default;

Async<OutboundResult> Client::send(OutboundRequest request) {
  if (request.only_public && !state_->options.only.allows(host_of(request.url)))
    co_return std::unexpected(TransportError{"This host is not among those that outbound.only lists.", false, false});
  auto transfer = std::make_unique<Transfer>();
  transfer->request = std::move(request);
  transfer->options = &state_->options;
  auto* state = state_.get();
  co_return co_await wait_for_callback<OutboundResult>(
      [state, transfer = std::move(transfer)](Resume<OutboundResult> resume) mutable {
        transfer->resume = std::move(resume);
        state->enqueue(std::move(transfer));
      });
}

Send send_through(Client& client) {
  return [&client](OutboundRequest request) { return client.send(std::move(request)); };
}

}  // namespace kassabro::http
