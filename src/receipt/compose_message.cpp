#include "receipt/compose_message.hpp"

#include "receipt/messages.hpp"

namespace kassabro::receipt {

app::ReceiptMessage message_of(const Receipt& receipt, const Settings& settings, const app::ReceiptAddress& to,
                               std::string_view link) {
  app::ReceiptMessage message;
  message.email = to.email;
  message.phone = to.phone;
  message.from_name = receipt.shop;
  message.from_email = settings.from_email;
  if (to.email.empty()) {
    message.sms = sms_text(receipt, link);
    return message;
  }
  message.subject = mail_subject(receipt);
  message.html = mail_html(receipt, link);
  message.plain = plain_text(receipt, link);
  return message;
}

app::ReceiptMessage sample_message(const app::Account& account, const domain::Order& order, const domain::Contact& buyer) {
  auto around = surroundings_of(account, std::nullopt);
  around.member_number = buyer.member_number;
  const auto email = buyer.email ? buyer.email->text() : std::string();
  return message_of(make_receipt(order, around), settings_of(account), {email, {}}, "");
}

Async<std::optional<app::ReceiptMessage>> ComposeMessage::message(app::AccountId id, std::string order_id,
                                                                  domain::Contact buyer) {
  const auto account = co_await ports_.accounts.find(id);
  if (!account) co_return std::nullopt;
  const auto details = co_await ports_.cards.read(id, buyer.id, {.extras = true, .purchases = {}, .promotions = false});
  const auto send = app::receipt_sending_of(*account).send;
  auto to = app::receipt_address_of(send, buyer, details.extras.bounced);
  // Somebody wants it sent all the same: a cashier, or who replays it.
  if (!to) to = app::receipt_address_of(send, buyer, {});
  if (!to) co_return std::nullopt;
  const auto receipt = co_await ports_.receipts.by_order(id, order_id, std::nullopt);
  if (!receipt) co_return std::nullopt;
  const auto token = co_await ports_.links.token_for(id, order_id);
  co_return message_of(*receipt, settings_of(*account), *to, app::receipt_address(base_url_, token));
}

Async<std::string> ComposeMessage::address(app::AccountId id, std::string order_id) {
  const auto account = co_await ports_.accounts.find(id);
  if (!account || app::receipt_sending_of(*account).send == app::ReceiptSending::off) co_return std::string();
  const auto token = co_await ports_.links.token_for(id, std::move(order_id));
  co_return app::receipt_address(base_url_, token);
}

}  // namespace kassabro::receipt
