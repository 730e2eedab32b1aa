#include "rule/receipt_way.hpp"

#include <gtest/gtest.h>

#include "rule/wire.hpp"

namespace kassabro::rule {
namespace {

app::SentCalls sent(const app::ReceiptMessage& message, int status) {
  const auto call = send_receipt_call(message, "Receipt");
  return {{"GET", "/v2/subscribers/1", "", 200, "{}", {}, 1}, {"POST", call.path, to_json_text(*call.body), status, "", {}, 1}};
}

TEST(ReceiptWay, tells_a_mail_from_a_text_message) {
  app::ReceiptMessage mail;
  mail.email = "anna@shop.se";
  mail.html = std::string(200'000, 'x');
  EXPECT_EQ(receipt_way(sent(mail, 200)), "email");
  app::ReceiptMessage text;
  text.phone = "+46701234567";
  EXPECT_EQ(receipt_way(sent(text, 202)), "sms");
}

TEST(ReceiptWay, what_was_refused_went_no_way) {
  app::ReceiptMessage mail;
  mail.email = "anna@shop.se";
  EXPECT_EQ(receipt_way(sent(mail, 422)), "");
  EXPECT_EQ(receipt_way({}), "");
}

}  // namespace
}  // namespace kassabro::rule
