#include "http/mail.hpp"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

namespace kassabro::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// Just enough of a mail server for one mail.
class SmtpServer {
 public:
  SmtpServer() : listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
    ::listen(listener_, 1);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~SmtpServer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
  }
  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
  // What the client has said; the server has ended.
  std::string heard() {
    thread_.join();
    thread_ = std::thread([] {});
    return heard_;
  }

 private:
  void serve() {
    const int client = ::accept(listener_, nullptr, nullptr);
    if (client < 0) return;
    say(client, "220 test");
    bool in_data = false;
    for (std::string line; read_line(client, line);) {
      heard_ += line + "\n";
      if (in_data && line != ".") continue;
      if (line == "QUIT") break;
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

  int listener_;
  int port_ = 0;
  std::string heard_;
  std::thread thread_;
};

const Mail mail{"Parked: Götgatan\nBcc: evil@x.se", "Rad ett\n.\nRad två med å\n", from_epoch_ms(1'790'000'000'000)};

TEST(Mail, is_handed_to_the_server_whole) {
  SmtpServer server;
  const auto sent = send_mail({server.url(), "kassabro@shop.se", "ops@shop.se"}, mail);
  ASSERT_TRUE(sent) << sent.error().message;
  const auto heard = server.heard();
  EXPECT_THAT(heard, HasSubstr("MAIL FROM:<kassabro@shop.se>"));
  EXPECT_THAT(heard, HasSubstr("RCPT TO:<ops@shop.se>"));
  EXPECT_THAT(heard, HasSubstr("\nRad ett\n..\nRad två med å\n")) << "a lone dot does not end it";
}

TEST(Mail, has_headers_that_nobody_adds_to) {
  const auto text = message_text({"", "kassabro@shop.se", "ops@shop.se"}, mail);
  EXPECT_THAT(text, HasSubstr("Date: Mon, 21 Sep 2026 14:13:20 +0000\r\n"));
  EXPECT_THAT(text, HasSubstr("Subject: =?UTF-8?B?UGFya2VkOiBHw7Z0Z2F0YW4gQmNjOiBldmlsQHguc2U=?=\r\n"));
  EXPECT_THAT(text, Not(HasSubstr("\nBcc:")));
  EXPECT_THAT(text, HasSubstr("\r\n\r\nRad ett\r\n"));
}

TEST(Mail, says_why_it_could_not_be_sent) {
  const auto sent = send_mail({"smtp://127.0.0.1:1", "a@shop.se", "b@shop.se"}, mail);
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().field, "alerts.smtp");
  EXPECT_FALSE(sent.error().message.empty());
}

}  // namespace
}  // namespace kassabro::http
