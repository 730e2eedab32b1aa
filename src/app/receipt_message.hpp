#pragma once

#include <optional>
#include <string>

#include "app/account.hpp"
#include "base/async.hpp"
#include "domain/contact.hpp"

namespace kassabro::app {

// A digital receipt as it is sent: to an e-mail address or, where `email` is empty, to a phone.
struct ReceiptMessage {
  std::string email;
  std::string phone;       // E.164
  std::string from_name;   // the shop
  std::string from_email;  // empty: the marketing platform's own
  std::string subject;
  std::string html;
  std::string plain;
  std::string sms;
};

// Receipts of stored orders, as an account's settings want them.
class ReceiptSource {
 public:
  virtual ~ReceiptSource() = default;
  // Absent: there is nothing to send: the order is gone, or nobody can be reached in a way that the account allows.
  virtual Async<std::optional<ReceiptMessage>> message(AccountId account, std::string order_id, domain::Contact buyer) = 0;
  // Of the receipt's page. "": the account sends no receipts.
  virtual Async<std::string> address(AccountId account, std::string order_id) = 0;
};

}  // namespace kassabro::app
