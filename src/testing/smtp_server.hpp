#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <mutex>
#include <string>
#include <thread>

namespace kassabro::testing {

// Just enough of a mail server: takes every mail, one connection after the other.
class SmtpServer {
 public:
  // `offers`: what it can do besides, as EHLO is answered.
  explicit SmtpServer(std::string offers = "")
      : offers_(std::move(offers)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
    ::listen(listener_, 1);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] {
      for (int client; (client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;) serve(client);
    });
  }
  ~SmtpServer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }
  SmtpServer(const SmtpServer&) = delete;
  SmtpServer& operator=(const SmtpServer&) = delete;

  std::string url(const std::string& user = "") const { return "smtp://" + user + "127.0.0.1:" + std::to_string(port_); }
  // The lines that clients have said up to now, without CR.
  std::string heard() const {
    const std::scoped_lock lock(mutex_);
    return heard_;
  }

 private:
  void serve(int client) {
    say(client, "220 test");
    bool in_data = false;
    for (std::string line; read_line(client, line);) {
      {
        const std::scoped_lock lock(mutex_);
        heard_ += line + "\n";
      }
      if (in_data && line != ".") continue;
      if (line == "QUIT") break;
      if (line.starts_with("EHLO") && !offers_.empty()) {
        say(client, "250-test\r\n250 " + offers_);
        continue;
      }
      if (line.starts_with("AUTH")) {
        say(client, "235 welcome");
        continue;
      }
      in_data = line == "DATA";
      say(client, in_data ? "354 go on" : "250 ok");
    }
    say(client, "221 bye");
    ::close(client);
  }
  static void say(int client, const std::string& text) {
    ::send(client, (text + "\r\n").data(), text.size() + 2, MSG_NOSIGNAL);
  }
  static bool read_line(int client, std::string& line) {
    line.clear();
    for (char c; ::recv(client, &c, 1, 0) == 1;) {
      if (c == '\n') return true;
      if (c != '\r') line += c;
    }
    return false;
  }

  const std::string offers_;
  const int listener_;
  int port_ = 0;
  mutable std::mutex mutex_;
  std::string heard_;
  std::thread thread_;
};

}  // namespace kassabro::testing
