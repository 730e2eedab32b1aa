#include "main/explain.hpp"

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

}  // namespace

Result<json::value> explain_order(const app::Account& account, const json::value& order, const Clock& clock) {
  auto parsed = sitoo::parse_order(order, {account.currency, account.time_zone, clock.now()});
  if (!parsed) return fail(parsed.error());
  if (const auto fault = order_fault(*parsed)) return fail(*fault);
  const auto contact = buyer_of(*parsed, account);
  return rule::explain(account, contact, *parsed);
}

}  // namespace kassabro::main
