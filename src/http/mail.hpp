#pragma once

#include <chrono>
#include <string>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace kassabro::http {

struct MailServer {
  // "smtp://mail.example.com:25" (with STARTTLS where the server has it), "smtps://…". User and password may stand in it; then there is no
  // mail without TLS.
  std::string url;
  std::string from;  // addresses
  std::string to;
};

struct Mail {
  std::string subject;
  std::string text;  // plain, UTF-8
  Timestamp at;
};

// The message as it goes over the wire (RFC 5322), with CRLF.
std::string message_text(const MailServer& server, const Mail& mail);

// Hands the mail to the server; blocks for half a minute at most. The error says why, without the password.
Result<void> send_mail(const MailServer& server, const Mail& mail);

}  // namespace kassabro::http
