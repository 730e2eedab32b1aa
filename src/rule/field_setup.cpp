#include "rule/field_setup.hpp"

#include "rule/contact_fields.hpp"
#include "rule/order_fields.hpp"
#include "rule/wire.hpp"

namespace kassabro::rule {
namespace {

std::string fact_of(std::string_view kind, const std::vector<FieldKey>& keys) {
  return "rule." + std::string(kind) + ":" + fingerprint(keys);
}

}  // namespace

Async<Done> FieldSetup::ensure_contact_fields(Shop shop) {
  auto keys = contact_keys(shop.names);
  auto fact = fact_of("contact_fields", keys);
  return ensure(shop, std::move(fact), std::move(keys));
}

Async<Done> FieldSetup::ensure_order_fields(Shop shop) {
  auto keys = order_keys(shop.names);
  auto fact = fact_of("order_fields", keys);
  return ensure(shop, std::move(fact), std::move(keys));
}

Async<bool> FieldSetup::has_order_fields(Shop shop) {
  const auto known = co_await facts_.find(shop.account.id, fact_of("order_fields", order_keys(shop.names)));
  co_return !known.empty();
}

Async<Done> FieldSetup::repeat(Shop shop) {
  auto keys = contact_keys(shop.names);
  if (co_await has_order_fields(shop)) {
    const auto of_orders = order_keys(shop.names);
    keys.insert(keys.end(), of_orders.begin(), of_orders.end());
  }
  co_return co_await create(shop, std::move(keys));
}

Async<Done> FieldSetup::ensure(Shop shop, std::string fact, std::vector<FieldKey> keys) {
  const auto known = co_await facts_.find(shop.account.id, fact);
  if (!known.empty()) co_return Done();
  auto done = co_await create(shop, std::move(keys));
  if (done) co_await facts_.save(shop.account.id, std::move(fact), "done");
  co_return done;
}

Async<Done> FieldSetup::create(Shop shop, std::vector<FieldKey> keys) {
  const auto answer = co_await client_.deliver(shop.account, create_fields_call(keys), shop.errand);
  if (!answer) co_return std::unexpected(answer.error());
  co_return Done();
}

}  // namespace kassabro::rule
