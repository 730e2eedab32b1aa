// The only file that knows Beast (it costs 16 seconds to compile).
#include "http/server.hpp"

#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <list>
#include <mutex>

#include "http/problem.hpp"
#include "http/response_text.hpp"
#include "http/session.hpp"
#include "http/tls_certificate.hpp"
#include "http/trace_headers.hpp"

namespace kassabro::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::chrono::milliseconds deadline_check_interval{500};
constexpr std::chrono::milliseconds loop_patience{1'000};
constexpr std::chrono::milliseconds stop_poll_interval{2};
constexpr auto quiet = asio::as_tuple(asio::use_awaitable);

using Parser = beast::http::request_parser<beast::http::string_body>;

Request view_of(const Parser::value_type& message, const std::string& peer, HeaderViews&& reuse) {
  Request request;
  const auto method = message.method_string();
  const auto target = message.target();
  request.method_text = {method.data(), method.size()};
  request.method = parse_method(request.method_text);
  request.target = {target.data(), target.size()};
  request.body = message.body();
  request.peer = peer;
  request.headers = std::move(reuse);
  request.headers.clear();
  for (const auto& field : message)
    request.headers.emplace_back(std::string_view(field.name_string().data(), field.name_string().size()),
                                 std::string_view(field.value().data(), field.value().size()));
  return request;
}

Response usual_refusal(error_code error, const ServerLimits& limits) {
  constexpr std::size_t mebibyte = 1 << 20;
  if (error == beast::http::error::body_limit)
    return problem(413, "The body is larger than " + std::to_string(limits.body_bytes_max / mebibyte) + " MiB.", "body");
  if (error == beast::http::error::header_limit) return problem(431, "The request's headers are too large.", "headers");
  return problem(400, "This is not a valid HTTP request.", "request");
}

bool is_http_error(error_code error) {
  return error.category() == beast::http::make_error_code(beast::http::error::bad_method).category() &&
         error != beast::http::error::end_of_stream && error != beast::http::error::partial_message;
}

}  // namespace

struct Server::State : std::enable_shared_from_this<Server::State> {
  // Sessions of one thread; touched by that thread only.
  struct Lane {
    asio::io_context* context = nullptr;
    std::list<SessionBase*> sessions;
    asio::steady_timer* timer = nullptr;  // lives in its coroutine, so that it ends before its context
  };

  State(IoThreads& io, std::string_view address, Handler handler_in, ServerLimits limits_in, OnFailure on_failure_in,
        OnRefusal on_refusal_in)
      : acceptor(std::in_place, io.at(0)),
        handler(std::move(handler_in)),
        limits(limits_in),
        on_failure(std::move(on_failure_in)),
        on_refusal(std::move(on_refusal_in)) {
    listen(io, address);
    for (std::size_t i = 0; i < io.size(); ++i) {
      lanes.push_back(std::make_unique<Lane>());
      lanes.back()->context = &io.at(i);
    }
  }

  void listen(IoThreads& io, std::string_view address) {
    const auto colon = address.rfind(':');
    error_code error;
    tcp::resolver resolver(io.at(0));
    auto host = std::string(address.substr(0, colon));
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    const auto found = colon == std::string_view::npos
                           ? tcp::resolver::results_type{}
                           : resolver.resolve(host, std::string(address.substr(colon + 1)), tcp::resolver::passive, error);
    if (colon == std::string_view::npos || error || found.empty())
      throw InfrastructureFailure("\"" + std::string(address) + "\" is not an address to listen on (host:port).");
    const auto endpoint = found.begin()->endpoint();
    acceptor->open(endpoint.protocol(), error);
    if (!error) acceptor->set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor->bind(endpoint, error);
    if (!error) acceptor->listen(asio::socket_base::max_listen_connections, error);
    if (!error) acceptor->non_blocking(true, error);
    if (error)
      throw InfrastructureFailure("Cannot listen on " + std::string(address) + ": " + error.message() +
                                  ". Is another program using this port?");
    port = acceptor->local_endpoint().port();
  }

  void start() {
    loop_count = lanes.size() + 1;
    for (auto& lane : lanes) asio::co_spawn(*lane->context, watch_deadlines(shared_from_this(), *lane), asio::detached);
    asio::co_spawn(*lanes.front()->context, accept_loop(shared_from_this()), asio::detached);
  }

  static Async<void> watch_deadlines(std::shared_ptr<State> self, Lane& lane) {
    asio::steady_timer timer(*lane.context);
    lane.timer = &timer;
    while (!self->stopped) {
      timer.expires_after(deadline_check_interval);
      co_await timer.async_wait(quiet);
      const auto now = std::chrono::steady_clock::now();
      for (auto* session : lane.sessions)
        if (!session->busy && session->deadline < now) session->close();
    }
    lane.timer = nullptr;
    --self->loop_count;
  }

  static Async<void> accept_loop(std::shared_ptr<State> self) {
    while (!self->stopped) {
      auto [error, socket] = co_await self->acceptor->async_accept(*self->next_lane().context, quiet);
      if (self->stopped) break;
      if (error) {  // out of file descriptors, most likely: breathe, then go on
        asio::steady_timer pause(*self->lanes.front()->context, std::chrono::milliseconds(100));
        co_await pause.async_wait(quiet);
        continue;
      }
      admit(self, std::move(socket));
      self->accept_waiting(self);
    }
    self->acceptor.reset();
    --self->loop_count;
  }

  // Waiting for each one by itself costs a turn of the event loop: among thousands that call at the same moment a till that comes after them
  // would wait for thousands of turns.
  void accept_waiting(const std::shared_ptr<State>& self) {
    constexpr int most = 256;
    error_code error;
    for (int i = 0; i < most; ++i) {
      tcp::socket socket(*next_lane().context);
      acceptor->accept(socket, error);
      if (error) return;  // nobody waits any more, or whatever the next wait will say
      admit(self, std::move(socket));
    }
  }

  // The lane of the connection that comes next.
  Lane& next_lane() { return *lanes[turn % lanes.size()]; }

  static void admit(const std::shared_ptr<State>& self, tcp::socket socket) {
    auto& lane = self->next_lane();
    ++self->turn;
    if (self->open_count >= self->limits.connections_max) return;
    asio::co_spawn(*lane.context, serve(self, lane, std::move(socket)), asio::detached);
  }

  static Async<void> serve(std::shared_ptr<State> self, Lane& lane, tcp::socket socket) {
    ++self->open_count;
    try {
      if (self->limits.certificate) {
        const auto context = self->limits.certificate->context();
        Session<TlsStream> session(std::move(socket), *context);
        co_await self->serve_session(lane, session);
      } else {
        Session<tcp::socket> session(std::move(socket));
        co_await self->serve_session(lane, session);
      }
    } catch (const std::exception&) {  // out of memory for this connection: it ends, the server goes on
    }
    --self->open_count;
  }

  // A connection's place among those that the lane's timer watches.
  struct Attendance {
    Attendance(Lane& lane_in, SessionBase& session_in)
        : lane(lane_in), session(session_in), place(lane.sessions.insert(lane.sessions.end(), &session)) {}
    ~Attendance() {
      lane.sessions.erase(place);
      session.close();
    }
    Attendance(const Attendance&) = delete;
    Attendance& operator=(const Attendance&) = delete;

    Lane& lane;
    SessionBase& session;
    std::list<SessionBase*>::iterator place;
  };

  template <class Stream>
  Async<void> serve_session(Lane& lane, Session<Stream>& session) {
    const Attendance attendance(lane, session);
    if (!co_await greet(session)) co_return;
    co_await serve_requests(session);
    co_await take_leave(session);
  }

  Async<bool> greet(Session<tcp::socket>& /*session*/) { co_return true; }
  Async<bool> greet(Session<TlsStream>& session) {
    session.expire_in(limits.request_timeout);
    const auto [error] = co_await session.stream.async_handshake(asio::ssl::stream_base::server, quiet);
    co_return !error;
  }

  // Without a word of leave a client cannot tell an answer's end from a cut connection.
  Async<void> take_leave(Session<tcp::socket>& /*session*/) { co_return; }
  Async<void> take_leave(Session<TlsStream>& session) {
    if (!socket_of(session.stream).is_open()) co_return;
    session.expire_in(std::chrono::seconds(2));
    co_await session.stream.async_shutdown(quiet);
  }

  template <class Stream>
  Async<void> serve_requests(Session<Stream>& session) {
    error_code ignored;
    socket_of(session.stream).set_option(tcp::no_delay(true), ignored);
    const auto remote = socket_of(session.stream).remote_endpoint(ignored);
    const auto peer = ignored ? std::string() : remote.address().to_string();
    beast::flat_buffer buffer;
    HeaderViews headers;
    std::string text;
    while (!stopped) {
      Parser parser;
      parser.header_limit(limits.header_bytes_max);
      parser.body_limit(limits.body_bytes_max);
      if (const auto error = co_await read(session, buffer, parser)) {
        if (is_http_error(error)) co_await refuse(session, refusal_of(error, view_of(parser.get(), peer, {})), text);
        co_return;
      }
      auto request = view_of(parser.get(), peer, std::move(headers));
      if (!limits.proxies.is_empty()) request.peer = limits.proxies.client_of(peer, request.headers);
      request.trace = trace_of(request.headers);
      session.busy = true;
      const auto response = co_await dispatch(request);
      session.busy = false;
      if (response.drop_connection) co_return;
      const bool keep_alive = parser.get().keep_alive() && !stopped;
      write_response_text(text, response, keep_alive, request.method == Method::head);
      session.expire_in(limits.write_timeout);
      const auto [error, size] = co_await asio::async_write(session.stream, asio::buffer(text), quiet);
      if (error || !keep_alive) co_return;
      headers = std::move(request.headers);
    }
  }

  // The whole request, or what went wrong. The first byte may take `idle_timeout`, all the rest `request_timeout`.
  template <class Stream>
  Async<error_code> read(Session<Stream>& session, beast::flat_buffer& buffer, Parser& parser) {
    if (buffer.size() == 0) {
      session.expire_in(limits.idle_timeout);
      const auto [error, size] = co_await session.stream.async_read_some(buffer.prepare(4096), quiet);
      if (error) co_return error;
      buffer.commit(size);
    }
    session.expire_in(limits.request_timeout);
    // Nearly always the whole request came in one piece, and nothing is left to wait for.
    error_code error;
    parser.eager(true);
    buffer.consume(parser.put(buffer.data(), error));
    if (error == beast::http::error::need_more) error = {};
    if (error || parser.is_done()) co_return error;
    std::size_t size = 0;
    if (!parser.is_header_done())
      std::tie(error, size) = co_await beast::http::async_read_header(session.stream, buffer, parser, quiet);
    if (error || parser.is_done()) co_return error;
    if (equal_nocase({parser.get()["Expect"].data(), parser.get()["Expect"].size()}, "100-continue")) {
      static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
      co_await asio::async_write(session.stream, asio::buffer(go_on.data(), go_on.size()), quiet);
    }
    std::tie(error, size) = co_await beast::http::async_read(session.stream, buffer, parser, quiet);
    co_return error;
  }

  Response refusal_of(error_code error, const Request& request) const {
    auto usual = usual_refusal(error, limits);
    return on_refusal ? on_refusal(request, std::move(usual)) : usual;
  }

  template <class Stream>
  Async<void> refuse(Session<Stream>& session, const Response& refusal, std::string& text) {
    write_response_text(text, refusal, false, false);
    session.expire_in(limits.write_timeout);
    co_await asio::async_write(session.stream, asio::buffer(text), quiet);
    co_await drain(session);
  }

  // A close with unread input becomes a reset, and the client may lose our answer: read a little of what is still coming.
  template <class Stream>
  Async<void> drain(Session<Stream>& session) {
    error_code ignored;
    socket_of(session.stream).shutdown(tcp::socket::shutdown_send, ignored);
    session.expire_in(std::chrono::seconds(2));
    std::array<char, 16384> scrap;
    for (int i = 0; i < 256; ++i) {
      const auto [error, size] = co_await socket_of(session.stream).async_read_some(asio::buffer(scrap), quiet);
      if (error) co_return;
    }
  }

  // One of the three places that catch: whatever failed, the caller gets an answer.
  Async<Response> dispatch(const Request& request) {
    try {
      co_return co_await handler(request);
    } catch (const std::exception& failure) {
      if (on_failure) on_failure(request, failure);
    }
    co_return problem(Error{ErrorCode::unavailable, "The service cannot do this right now. Please try again.", ""});
  }

  void stop(std::chrono::milliseconds patience) {
    if (stopped.exchange(true)) return;
    asio::post(*lanes.front()->context, [self = shared_from_this()] {
      error_code ignored;
      if (self->acceptor) self->acceptor->close(ignored);
    });
    for (auto& lane : lanes)
      asio::post(*lane->context, [self = shared_from_this(), &lane = *lane] {
        if (lane.timer != nullptr) lane.timer->cancel();
        for (auto* session : lane.sessions)
          if (!session->busy) session->close();
      });
    // Our own loops end at once and must, before their contexts do; connections are given the patience that was asked for.
    for (auto waited = std::chrono::milliseconds(0);
         (loop_count > 0 && waited < loop_patience) || (open_count > 0 && waited < std::max(patience, loop_patience));
         waited += stop_poll_interval)
      std::this_thread::sleep_for(stop_poll_interval);
  }

  std::optional<tcp::acceptor> acceptor;
  std::uint16_t port = 0;
  Handler handler;
  ServerLimits limits;
  OnFailure on_failure;
  OnRefusal on_refusal;
  std::vector<std::unique_ptr<Lane>> lanes;
  std::size_t turn = 0;  // of the accepting coroutine
  std::atomic<bool> stopped = false;
  std::atomic<std::size_t> open_count = 0;  // connections
  std::atomic<std::size_t> loop_count = 0;  // our own coroutines: accepting, and the deadlines of each lane
};

Server::Server(IoThreads& threads, std::string_view address, Handler handler, ServerLimits limits, OnFailure on_failure,
               OnRefusal on_refusal)
    : state_(
          std::make_shared<State>(threads, address, std::move(handler), limits, std::move(on_failure), std::move(on_refusal))) {
  state_->start();
}

Server::~Server() { state_->stop(std::chrono::milliseconds(0)); }

std::uint16_t Server::port() const { return state_->port; }

void Server::stop(std::chrono::milliseconds patience) { state_->stop(patience); }

}  // namespace kassabro::http
