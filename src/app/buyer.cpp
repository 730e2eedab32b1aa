#include "app/buyer.hpp"

#include "app/attach_orders.hpp"
#include "app/find_customer.hpp"
#include "base/ids.hpp"

namespace kassabro::app {

using domain::Contact;
using domain::KeyKind;
using domain::Order;

std::optional<domain::ContactId> find_buyer(Tables& tables, const Account& account, const Order& order) {
  if (const auto id = parse_contact_id(order.contact_ref); id && tables.contacts.find(account.id, *id)) return *id;
  if (!order.member_number.empty())
    if (const auto id = tables.contacts.find_id(account.id, {KeyKind::member_number, order.member_number})) return id;
  if (const auto email = domain::Email::parse(order.email))
    if (const auto id = tables.contacts.find_id(account.id, {KeyKind::email, email->text()})) return id;
  if (const auto phone = domain::Phone::parse(order.phone, account.country))
    if (const auto id = tables.contacts.find_id(account.id, {KeyKind::phone, phone->e164()})) return id;
  return std::nullopt;
}

std::optional<domain::ContactId> add_buyer(Tables& tables, const Account& account, const Order& order, const Origin& origin,
                                           Timestamp now) {
  Contact contact;
  if (auto email = domain::Email::parse(order.email)) contact.email = std::move(*email);
  if (auto phone = domain::Phone::parse(order.phone, account.country)) contact.mobile = std::move(*phone);
  if (registration_fault(contact)) return std::nullopt;
  contact.first_name = order.first_name;
  contact.last_name = order.last_name;
  contact.id = new_id(now);
  contact.version = 1;
  contact.registered_at = contact.updated_at = now;
  contact.store = order.store_id;
  contact.member_number = order.member_number.empty() ? tables.contacts.next_member_number(account.id) : order.member_number;
  if (!tables.contacts.insert(account.id, contact)) return std::nullopt;
  tables.contacts.record_consent(account.id, contact, {}, origin, now);
  tables.contacts.record_change(account.id, contact, origin, now);
  attach_waiting_orders(tables, account, contact, now, origin.trace);
  return contact.id;
}

}  // namespace kassabro::app
