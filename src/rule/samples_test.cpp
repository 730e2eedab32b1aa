#include "rule/samples.hpp"

namespace kassabro::rule::samples {

using domain::Email;
using domain::Phone;

app::Account account() {
  app::Account account;
  account.id = 1;
  account.rule_key = SecretString("rk_secret");
  return account;
}

domain::Contact small_contact() {
  domain::Contact contact;
  contact.id = 7001;
  contact.email = Email::from_normalised("anna@shop.se");
  return contact;
}

domain::Contact full_contact() {
  auto contact = small_contact();
  contact.member_number = "100017";
  contact.mobile = Phone::from_e164("+46701234567");
  contact.phone = Phone::from_e164("+4686501234");
  contact.first_name = "Anna";
  contact.last_name = "Åkesson \"Ann\"";
  contact.personal_id = "198605159999";
  contact.company = "Åkesson AB";
  contact.company_id = "556000-0001";
  contact.gender = "female";
  contact.birthday = parse_date("1986-05-15");
  contact.invoice = {"Storgatan 1", "c/o Berg", "111 22", "Stockholm", "Stockholms län", "SE"};
  contact.delivery = {"Lillgatan 2", "2 tr", "222 33", "Lund", "Skåne", "SE"};
  contact.consent = {true, true, false, {"1", "2"}};
  contact.store = "200";
  contact.registered_at = *parse_timestamp("2026-03-01T09:30:00Z");
  contact.updated_at = *parse_timestamp("2026-11-01T09:30:00Z");
  contact.version = 3;
  return contact;
}

domain::Order small_order() {
  domain::Order order;
  order.id = "11512";
  order.ordered_at = *parse_timestamp("2026-07-01T10:00:00Z");
  order.currency = "SEK";
  order.total_minor = 12500;
  order.net_minor = 10000;
  order.vat_minor = 2500;
  order.contact = 7001;
  return order;
}

domain::Order full_order() {
  auto order = small_order();
  order.receipt_id = "SII000000150000110009";
  order.time_zone = "Europe/Helsinki";
  order.total_minor = 45630;
  order.net_minor = 36504;
  order.vat_minor = 9126;
  order.discount_minor = 2000;
  order.lines = {{"T-1", "T-shirt \"Sommar\"", 2, "", "25", 16000, 4000, 2000, {"bc-1", "bc-2"}, {"p-1"}, 2500},
                 {"K-9", "Kaffe", 1, "0.504", "25", 20504, 5126, 0, {"bc-1"}, {}, 0}};
  order.payments = {{"Card", 30000}, {"Gift card", 10000}, {"Card", 5630}};
  order.store_id = "200";
  order.store = "Stockholm C";
  order.register_id = "2f6d9b1e";
  order.staff = "Kim";
  order.credited_order_id = "11400";
  order.receipt_url = "https://shop.se/r/abc";
  return order;
}

domain::Order return_order() {
  auto order = small_order();
  order.id = "11513";
  order.type = domain::OrderType::return_;
  order.total_minor = -12500;
  order.net_minor = -10000;
  order.vat_minor = -2500;
  order.lines = {{"T-1", "T-shirt", -1, "", "25", -10000, -2500, 0, {}, {}}};
  order.credited_order_id = "11512";
  return order;
}

app::DeliveryJob job(app::DeliveryKind kind, domain::Contact contact, std::optional<domain::Order> order) {
  app::DeliveryJob job;
  job.delivery.account = 1;
  job.delivery.kind = kind;
  job.delivery.contact = contact.id;
  if (order) job.delivery.order_id = order->id;
  job.contact = std::move(contact);
  job.order = std::move(order);
  return job;
}

}  // namespace kassabro::rule::samples
