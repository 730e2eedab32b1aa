#include "main/explain.hpp"

#include "app/find_customer.hpp"
#include "rule/explain.hpp"
#include "sitoo/order/order_wire.hpp"

namespace kassabro::main {
namespace {

domain::Contact buyer_of(const domain::Order& order, const app::Account& account) {
  domain::Contact contact;
  if (auto email = domain::Email::parse(order.email)) contact.email = std::move(*email);
  if (auto phone = domain::Phone::parse(order.phone, account.country)) contact.mobile = std::move(*phone);
  contact.member_number = order.member_number;
  contact.first_name = order.first_name;
  contact.last_name = order.last_name;
  contact.store = order.store_id;
  contact.registered_at = contact.updated_at = order.ordered_at;
  return contact;
}

std::vector<domain::CustomerKey> keys_in(const domain::Order& order, const app::Account& account) {
  using domain::KeyKind;
  std::vector<domain::CustomerKey> keys;
  if (app::parse_contact_id(order.contact_ref)) keys.push_back({KeyKind::contact_id, order.contact_ref});
  if (!order.member_number.empty()) keys.push_back({KeyKind::member_number, order.member_number});
  if (const auto email = domain::Email::parse(order.email)) keys.push_back({KeyKind::email, email->text()});
  if (const auto phone = domain::Phone::parse(order.phone, account.country)) keys.push_back({KeyKind::phone, phone->e164()});
  return keys;
}

}  // namespace

Async<Result<json::value>> explain_order(const app::Account& account, const json::value& order, app::ContactReader& contacts,
                                         const Clock& clock) {
  auto parsed = sitoo::parse_order(order, {account.currency, account.time_zone, clock.now()});
  if (!parsed) co_return fail(parsed.error());
  if (const auto fault = order_fault(*parsed)) co_return fail(*fault);
  const auto stored = co_await contacts.find_by_keys(account.id, keys_in(*parsed, account));
  auto contact = stored ? stored->contact : buyer_of(*parsed, account);
  const bool is_anonymous = registration_fault(contact).has_value();
  if (is_anonymous) contact.email = domain::Email::from_normalised("customer@example.com");
  auto explained = rule::explain(account, contact, *parsed);
  if (explained && is_anonymous)
    explained->get_object()["note"] =
        "The order names nobody whom this account knows, and has no e-mail or phone: customer@example.com stands for the "
        "customer. "
        "An order that stays anonymous is kept and not sent.";
  co_return explained;
}

}  // namespace kassabro::main
