#pragma once

#include <chrono>
#include <string>
#include <utility>

#include "app/account.hpp"
#include "app/delivery.hpp"
#include "domain/order.hpp"

// Things as tests need them: small, valid, and different where a test says so.
namespace kassabro::testing {

inline const Timestamp noon = from_epoch_ms(1'790'000'000'000);

inline app::Account sample_account(app::AccountId id, const std::string& name = "shop") {
  app::Account account;
  account.id = id;
  account.name = name;
  account.rule_key = SecretString("rk_" + name + "_" + std::to_string(id));
  account.api_token = SecretString("kt_" + name + "_" + std::to_string(id));
  account.basic_user = name + "-" + std::to_string(id);
  account.basic_password = SecretString("password-" + std::to_string(id));
  account.created_at = noon;
  return account;
}

// Found by e-mail and member number, and by the mobile if one is given.
inline domain::Contact sample_contact(domain::ContactId id, const std::string& name = "anna", const std::string& mobile = "") {
  domain::Contact contact;
  contact.id = id;
  contact.member_number = "m" + std::to_string(id);
  contact.email = domain::Email::from_normalised(name + "@shop.se");
  if (!mobile.empty()) contact.mobile = domain::Phone::from_e164(mobile);
  contact.first_name = name;
  contact.registered_at = contact.updated_at = noon;
  contact.version = 1;
  return contact;
}

inline domain::Order sample_order(const std::string& id, Timestamp ordered_at = noon) {
  domain::OrderLine line;
  line.sku = "1001";
  line.name = "Shirt";
  line.quantity = 1;
  line.vat_percent = "25";
  line.net_minor = 8'000;
  line.vat_minor = 2'000;
  domain::Order order;
  order.id = id;
  order.receipt_id = "R" + id;
  order.ordered_at = ordered_at;
  order.currency = "SEK";
  order.total_minor = 10'000;
  order.net_minor = 8'000;
  order.vat_minor = 2'000;
  order.lines = {line};
  order.payments = {{"Card", 10'000}};
  return order;
}

inline app::Delivery sample_delivery(app::AccountId account, domain::ContactId contact, app::DeliveryId id) {
  app::Delivery delivery;
  delivery.account = account;
  delivery.contact = contact;
  delivery.id = id;
  return delivery;
}

}  // namespace kassabro::testing
