#include "app/receipt_sending.hpp"

#include <algorithm>

#include "app/deliveries.hpp"
#include "base/name_table.hpp"

namespace kassabro::app {
namespace {

constexpr NameTable<ReceiptSending, 5> names{{{ReceiptSending::off, "off"},
                                              {ReceiptSending::on_request, "on_request"},
                                              {ReceiptSending::email, "email"},
                                              {ReceiptSending::sms, "sms"},
                                              {ReceiptSending::email_or_sms, "email_or_sms"}}};
constexpr std::size_t consent_bytes_max = 100;
// Sitoo sends what it could not send before for about a day, and a till without a network may be late by another.
constexpr std::chrono::days sent_within{3};

bool is_wanted(const ReceiptSendingSettings& settings, const domain::Contact& contact) {
  if (settings.consent.empty()) return true;
  return std::ranges::find(contact.consent.accepted, settings.consent) != contact.consent.accepted.end();
}

bool has_waiting_receipt(Tables& tables, const Account& account, const domain::Order& order) {
  return tables.deliveries.has_pending(account.id, *order.contact, DeliveryKind::digital_receipt, order.id);
}

}  // namespace

Result<ReceiptSendingSettings> parse_receipt_sending(const json::object& own) {
  ReceiptSendingSettings settings;
  if (const auto* send = own.if_contains(receipt_send_setting)) {
    const auto known = send->is_string() ? value_in(names, std::string_view(send->get_string())) : std::nullopt;
    if (!known) return fail(invalid("receipt.send", "This must be off, on_request, email, sms or email_or_sms."));
    settings.send = *known;
  }
  if (const auto* consent = own.if_contains(receipt_consent_setting)) {
    if (!consent->is_string() || consent->get_string().size() > consent_bytes_max)
      return fail(invalid("receipt.consent", "This must be the id of a consent: a text of at most 100 bytes."));
    settings.consent = std::string(consent->get_string());
  }
  return settings;
}

ReceiptSendingSettings receipt_sending_of(const Account& account) {
  const auto* own = account.settings.if_contains("receipt");
  if (own == nullptr || !own->is_object()) return {};
  return parse_receipt_sending(own->get_object()).value_or(ReceiptSendingSettings{});
}

std::optional<ReceiptAddress> receipt_address_of(ReceiptSending send, const domain::Contact& contact,
                                                 const std::vector<std::string>& bounced) {
  const auto is_dead = [&](const std::string& address) { return std::ranges::find(bounced, address) != bounced.end(); };
  const bool by_email = send != ReceiptSending::off && send != ReceiptSending::sms;
  const bool by_sms = send == ReceiptSending::sms || send == ReceiptSending::email_or_sms;
  if (by_email && contact.email && !is_dead(contact.email->text())) return ReceiptAddress{contact.email->text(), {}};
  const auto& phone = main_phone(contact);
  if (by_sms && phone && phone->takes_sms() && !is_dead(phone->e164())) return ReceiptAddress{{}, phone->e164()};
  return std::nullopt;
}

void enqueue_receipt(Tables& tables, const Account& account, const domain::Order& order, Timestamp now, const Trace& trace) {
  const auto settings = receipt_sending_of(account);
  if (settings.send == ReceiptSending::off || settings.send == ReceiptSending::on_request) return;
  if (!order.contact || now - order.ordered_at > sent_within) return;
  const auto buyer = tables.contacts.find(account.id, *order.contact);
  if (!buyer || !is_wanted(settings, buyer->contact)) return;
  const auto bounced = tables.extras.get(account.id, *order.contact).bounced;
  if (!receipt_address_of(settings.send, buyer->contact, bounced)) return;
  enqueue_order(tables, account, order, DeliveryKind::digital_receipt, now, trace);
}

// A request counts for whoever can be reached, with or without the consent: the customer stood at the till and asked.
void enqueue_requested_receipt(Tables& tables, const Account& account, const domain::Order& order, Timestamp now,
                               const Trace& trace) {
  const auto settings = receipt_sending_of(account);
  if (settings.send == ReceiptSending::off || order.state != domain::OrderState::completed || !order.contact) return;
  if (!tables.receipt_requests.take(account.id, order.id) || has_waiting_receipt(tables, account, order)) return;
  const auto buyer = tables.contacts.find(account.id, *order.contact);
  if (buyer && receipt_address_of(settings.send, buyer->contact, {}))
    enqueue_order(tables, account, order, DeliveryKind::digital_receipt, now, trace);
}

}  // namespace kassabro::app
