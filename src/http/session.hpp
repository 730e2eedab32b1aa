#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <chrono>
#include <utility>

namespace kassabro::http {

using TlsStream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;

inline boost::asio::ip::tcp::socket& socket_of(boost::asio::ip::tcp::socket& stream) { return stream; }
inline boost::asio::ip::tcp::socket& socket_of(TlsStream& stream) { return stream.next_layer(); }

// What the thread's deadline timer sees of a connection; it closes the one that is late.
struct SessionBase {
  std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
  bool busy = false;  // a handler runs: no deadline of ours applies

  virtual ~SessionBase() = default;
  virtual void close() = 0;
  void expire_in(std::chrono::milliseconds from_now) { deadline = std::chrono::steady_clock::now() + from_now; }
};

// One connection, alive as long as its coroutine.
template <class Stream>
struct Session final : SessionBase {
  Stream stream;

  template <class... Parts>
  explicit Session(Parts&&... parts) : stream(std::forward<Parts>(parts)...) {}
  void close() override {
    boost::system::error_code ignored;
    socket_of(stream).shutdown(boost::asio::ip::tcp::socket::shutdown_both, ignored);
    socket_of(stream).close(ignored);
  }
};

}  // namespace kassabro::http
