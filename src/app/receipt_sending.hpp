#pragma once

#include "app/tables.hpp"

namespace kassabro::app {

// To whom an account sends digital receipts, after each purchase.
enum class ReceiptSending {
  off,
  on_request,    // only when a cashier asks for it (Sitoo's email-receipt event)
  email,         // to whoever has an e-mail address
  sms,           // to whoever has a mobile
  email_or_sms,  // to the e-mail address, or else to the mobile
};

// The members `send` and `consent` of an account's setting "receipt".
struct ReceiptSendingSettings {
  ReceiptSending send = ReceiptSending::off;
  std::string consent;  // id of the consent with which customers ask for receipts; empty: all want them
  friend bool operator==(const ReceiptSendingSettings&, const ReceiptSendingSettings&) = default;
};

inline constexpr std::string_view receipt_send_setting = "send";
inline constexpr std::string_view receipt_consent_setting = "consent";

// Of the two members; others are not looked at. Errors name the member ("receipt.send").
Result<ReceiptSendingSettings> parse_receipt_sending(const json::object& own);
// Of an account whose settings were checked when they were saved; what cannot be read counts as not set.
ReceiptSendingSettings receipt_sending_of(const Account& account);

struct ReceiptAddress {
  std::string email;  // one of the two
  std::string phone;  // E.164
};

// Where this customer's receipts go. `bounced`: addresses that are known to be dead. Absent: nowhere.
std::optional<ReceiptAddress> receipt_address_of(ReceiptSending send, const domain::Contact& contact,
                                                 const std::vector<std::string>& bounced);

// In the transaction that tells of a completed order for the first time: its receipt, if the customer wants one. Not of a
// purchase of long ago.
void enqueue_receipt(Tables& tables, const Account& account, const domain::Order& order, Timestamp now,
                     const Trace& trace = {});

// In the transaction that stores an order: the receipt that somebody has asked for, if it has not been told this moment.
void enqueue_requested_receipt(Tables& tables, const Account& account, const domain::Order& order, Timestamp now,
                               const Trace& trace = {});

}  // namespace kassabro::app
