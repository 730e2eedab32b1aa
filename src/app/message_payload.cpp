#include "app/message_payload.hpp"

#include "base/time_text.hpp"
#include "domain/money.hpp"

namespace kassabro::app {
namespace {

using domain::amount_text;
using domain::Contact;
using domain::Order;

json::array texts(const std::vector<std::string>& list) { return json::array(list.begin(), list.end()); }

json::value text_or_null(std::string_view text) {
  return text.empty() ? json::value(nullptr) : json::value(json::string(text));
}

json::object customer_object(const Contact& contact) {
  const auto& phone = main_phone(contact);
  return {{"contact_id", std::to_string(contact.id)},
          {"member_number", contact.member_number},
          {"email", text_or_null(contact.email ? contact.email->text() : std::string())},
          {"phone", text_or_null(phone ? phone->e164() : std::string())},
          {"first_name", contact.first_name},
          {"last_name", contact.last_name}};
}

json::value customer_value(const std::optional<Contact>& contact) {
  return contact ? json::value(customer_object(*contact)) : json::value(nullptr);
}

json::object consents_object(const domain::Consent& consent) {
  return {{"email", consent.email}, {"sms", consent.sms}, {"mail", consent.mail}, {"accepted", texts(consent.accepted)}};
}

json::object line_object(const domain::OrderLine& line, const std::string& currency) {
  return {{"sku", line.sku},
          {"name", line.name},
          {"quantity", line.quantity},
          {"weight", text_or_null(line.weight)},
          {"vat_percent", text_or_null(line.vat_percent)},
          {"net", amount_text(line.net_minor, currency)},
          {"vat", amount_text(line.vat_minor, currency)},
          {"total", amount_text(line.net_minor + line.vat_minor, currency)},
          {"discount", amount_text(line.discount_minor, currency)},
          {"bonus_check_ids", texts(line.bonus_check_ids)}};
}

void add_origin(json::object& out, const Origin& origin) {
  out["source"] = origin.source;
  out["store_id"] = text_or_null(origin.store);
  out["register_id"] = text_or_null(origin.register_id);
  out["staff"] = text_or_null(origin.staff);
}

void add_amounts(json::object& out, const Order& order) {
  out["currency"] = order.currency;
  out["total"] = amount_text(order.total_minor, order.currency);
  out["net"] = amount_text(order.net_minor, order.currency);
  out["vat"] = amount_text(order.vat_minor, order.currency);
  out["discount"] = amount_text(order.discount_minor, order.currency);
  json::array items, payments;
  for (const auto& line : order.lines) items.push_back(line_object(line, order.currency));
  for (const auto& payment : order.payments)
    payments.push_back(json::object{{"name", payment.name}, {"amount", amount_text(payment.amount_minor, order.currency)}});
  out["items"] = std::move(items);
  out["payments"] = std::move(payments);
}

}  // namespace

std::string payload_text(MessageType type, Timestamp at, json::object data) {
  return to_json_text(json::object{{"type", to_text(type)}, {"timestamp", to_iso(at)}, {"data", std::move(data)}});
}

json::object order_data(const Account& account, const Order& order, const std::optional<Contact>& buyer) {
  json::object out{{"account_id", std::to_string(account.id)},
                   {"order_id", order.id},
                   {"receipt_id", text_or_null(order.receipt_id)},
                   {"type", to_text(order.type)},
                   {"ordered_at", to_iso(order.ordered_at)},
                   {"store_id", text_or_null(order.store_id)},
                   {"store", text_or_null(order.store)},
                   {"register_id", text_or_null(order.register_id)},
                   {"staff", text_or_null(order.staff)},
                   {"credited_order_id", text_or_null(order.credited_order_id)},
                   {"customer", customer_value(buyer)},
                   {"bonus_check_ids", texts(bonus_check_ids(order))}};
  add_amounts(out, order);
  return out;
}

json::object registered_data(const Account& account, const Contact& contact, const Origin& origin) {
  json::object out{{"account_id", std::to_string(account.id)},
                   {"customer", customer_object(contact)},
                   {"registered_at", to_iso(contact.registered_at)},
                   {"consents", consents_object(contact.consent)}};
  add_origin(out, origin);
  return out;
}

json::object consent_data(const Account& account, const Contact& before, const Contact& after, const ToldConsents& told,
                          const Origin& origin, Timestamp chosen_at) {
  json::object out{{"account_id", std::to_string(account.id)},
                   {"customer", customer_object(after)},
                   {"before", consents_object(before.consent)},
                   {"after", consents_object(after.consent)},
                   {"chosen_at", to_iso(chosen_at)},
                   {"reason", text_or_null(told.reason)}};
  add_origin(out, origin);
  return out;
}

json::object redemption_data(const Account& account, const std::optional<Contact>& owner, const domain::BonusCheck& check,
                             const domain::Redemption& redemption, const Origin& origin) {
  const bool is_unnamed = redemption.receipt.starts_with(domain::unnamed_receipt_prefix);
  json::object out{{"account_id", std::to_string(account.id)},
                   {"customer", customer_value(owner)},
                   {"bonus_check", json::object{{"id", check.id},
                                                {"name", check.name},
                                                {"value", amount_text(check.value_minor, check.currency)},
                                                {"remaining", amount_text(check.remaining_minor, check.currency)}}},
                   {"amount", amount_text(redemption.amount_minor, check.currency)},
                   {"currency", check.currency},
                   {"receipt_id", is_unnamed ? json::value(nullptr) : text_or_null(redemption.receipt)},
                   {"order_id", text_or_null(redemption.order_id)},
                   {"redeemed_at", to_iso(redemption.redeemed_at)},
                   {"undone_at", redemption.undone_at ? json::value(to_iso(*redemption.undone_at)) : json::value(nullptr)},
                   {"undone_by", text_or_null(redemption.undone_by)}};
  add_origin(out, origin);
  return out;
}

json::object test_data(const Account& account, std::int64_t endpoint) {
  return {{"account_id", std::to_string(account.id)}, {"endpoint_id", std::to_string(endpoint)}};
}

}  // namespace kassabro::app
