#include "http/mail.hpp"

#include <curl/curl.h>
#include <fmt/chrono.h>

#include <memory>

#include "base/error.hpp"
#include "base/ids.hpp"
#include "http/basic_credentials.hpp"

namespace kassabro::http {
namespace {

constexpr long timeout_ms = 30'000;

struct Upload {
  std::string text;
  std::size_t sent = 0;
};

std::size_t read_upload(char* out, std::size_t size, std::size_t count, void* user) {
  auto& upload = *static_cast<Upload*>(user);
  const auto part = upload.text.copy(out, size * count, upload.sent);
  upload.sent += part;
  return part;
}

// A header is one line; what is no ASCII is an encoded word (RFC 2047), in pieces that are short enough.
std::string header_text(std::string text) {
  constexpr std::size_t piece_bytes = 42;
  for (auto& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  std::string out;
  while (!text.empty()) {
    auto size = std::min(piece_bytes, text.size());
    while (size < text.size() && size > 1 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
    out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + encode_base64(text.substr(0, size)) + "?=";
    text.erase(0, size);
  }
  return out;
}

std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

// An address that cannot be read may hold a password too.
bool holds_credentials(const std::string& url) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), &curl_url_cleanup);
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) return true;
  char* user = nullptr;
  const bool has_user = curl_url_get(parsed.get(), CURLUPART_USER, &user, 0) == CURLUE_OK;
  curl_free(user);
  return has_user;
}

}  // namespace

std::string message_text(const MailServer& server, const Mail& mail) {
  const auto date = fmt::format("{:%a, %d %b %Y %H:%M:%S} +0000", fmt::gmtime(std::chrono::system_clock::to_time_t(mail.at)));
  return "Date: " + date + "\r\nFrom: Kassabro <" + server.from + ">\r\nTo: <" + server.to +
         ">\r\nSubject: " + header_text(mail.subject) + "\r\nMessage-ID: <" + random_hex(16) +
         "@kassabro>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
         "Content-Transfer-Encoding: 8bit\r\nAuto-Submitted: auto-generated\r\n\r\n" +
         with_crlf(mail.text);
}

Result<void> send_mail(const MailServer& server, const Mail& mail) {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy(curl_easy_init(), &curl_easy_cleanup);
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> to(
      curl_slist_append(nullptr, ("<" + server.to + ">").c_str()), &curl_slist_free_all);
  Upload upload{message_text(server, mail)};
  char reason[CURL_ERROR_SIZE] = "";
  curl_easy_setopt(easy.get(), CURLOPT_URL, server.url.c_str());
  curl_easy_setopt(easy.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(easy.get(), CURLOPT_PROXY, "");
  const bool needs_tls = holds_credentials(server.url);
  curl_easy_setopt(easy.get(), CURLOPT_USE_SSL, static_cast<long>(needs_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
  curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT_MS, timeout_ms);
  curl_easy_setopt(easy.get(), CURLOPT_ERRORBUFFER, reason);
  curl_easy_setopt(easy.get(), CURLOPT_MAIL_FROM, ("<" + server.from + ">").c_str());
  curl_easy_setopt(easy.get(), CURLOPT_MAIL_RCPT, to.get());
  curl_easy_setopt(easy.get(), CURLOPT_READFUNCTION, read_upload);
  curl_easy_setopt(easy.get(), CURLOPT_READDATA, &upload);
  curl_easy_setopt(easy.get(), CURLOPT_UPLOAD, 1L);
  const auto code = curl_easy_perform(easy.get());
  if (code == CURLE_OK) return {};
  if (code == CURLE_USE_SSL_FAILED)
    return fail(
        {ErrorCode::unavailable, "The mail server offers no TLS, and the password is not sent without it.", "alerts.smtp"});
  return fail({ErrorCode::unavailable, reason[0] != '\0' ? reason : curl_easy_strerror(code), "alerts.smtp"});
}

}  // namespace kassabro::http
