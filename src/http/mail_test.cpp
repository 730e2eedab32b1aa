#include "http/mail.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/smtp_server.hpp"

namespace kassabro::http {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Mail mail{"Parked: Götgatan\nBcc: evil@x.se", "Rad ett\n.\nRad två med å\n", from_epoch_ms(1'790'000'000'000)};

TEST(Mail, is_handed_to_the_server_whole) {
  const kassabro::testing::SmtpServer server;
  const auto sent = send_mail({server.url(), "kassabro@shop.se", "ops@shop.se"}, mail);
  ASSERT_TRUE(sent) << sent.error().message;
  const auto heard = server.heard();
  EXPECT_THAT(heard, HasSubstr("MAIL FROM:<kassabro@shop.se>"));
  EXPECT_THAT(heard, HasSubstr("RCPT TO:<ops@shop.se>"));
  EXPECT_THAT(heard, HasSubstr("\nRad ett\n..\nRad två med å\n")) << "a lone dot does not end it";
}

TEST(Mail, takes_no_password_to_a_server_without_tls) {
  const kassabro::testing::SmtpServer server("AUTH PLAIN LOGIN");
  const auto sent = send_mail({server.url("ops:geheim@"), "a@shop.se", "b@shop.se"}, mail);
  ASSERT_FALSE(sent);
  EXPECT_THAT(sent.error().message, HasSubstr("offers no TLS"));
  const auto heard = server.heard();
  EXPECT_THAT(heard, HasSubstr("EHLO"));
  for (const char* part : {"AUTH", "geheim", "Z2VoZWlt", "AG9wcwBnZWhlaW0", "MAIL FROM"})
    EXPECT_THAT(heard, Not(HasSubstr(part)));
}

TEST(Mail, without_a_password_goes_to_a_server_without_tls) {
  const kassabro::testing::SmtpServer server("AUTH PLAIN LOGIN");
  EXPECT_TRUE(send_mail({server.url(), "a@shop.se", "b@shop.se"}, mail));
  EXPECT_THAT(server.heard(), Not(HasSubstr("AUTH")));
}

TEST(Mail, asks_no_proxy_of_the_environment) {
  const kassabro::testing::SmtpServer server;
  const kassabro::testing::SmtpServer proxy;
  ::setenv("all_proxy", ("http://127.0.0.1:" + proxy.url().substr(proxy.url().rfind(':') + 1)).c_str(), 1);
  EXPECT_TRUE(send_mail({server.url(), "a@shop.se", "b@shop.se"}, mail));
  ::unsetenv("all_proxy");
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
