#include "admin/named_customer.hpp"

#include "admin/customer_text.hpp"
#include "admin/named_account.hpp"
#include "admin/parameters.hpp"
#include "domain/money.hpp"

namespace kassabro::admin {

Async<Result<NamedCustomer>> named_customer(const Call& call) {
  auto account = co_await account_in_query(call);
  if (!account) co_return fail(account.error());
  const auto id = parse_id(call.params[0], "customer");
  if (!id) co_return fail(id.error());
  auto file = co_await call.use_cases.customers.files.read(account->id, *id);
  if (!file) co_return fail(not_found("customer", "There is no customer with this id."));
  co_return NamedCustomer{std::move(*account), std::move(*file)};
}

Async<json::object> whole_customer(const Call& call, const NamedCustomer& named) {
  const auto& ports = call.use_cases.customers;
  const auto id = named.file.contact.contact.id;
  auto out = customer_object(named.account.id, named.file);
  const auto card = co_await ports.cards.read(named.account.id, id,
                                              {.extras = false, .purchases = app::SummaryDepth::all, .promotions = false});
  out["purchase_count"] = card.purchases.count;
  out["purchase_total"] = domain::amount_text(card.purchases.total_minor, card.purchases.currency);
  out["purchase_currency"] = card.purchases.currency;
  json::array purchases;
  if (const auto orders = co_await ports.purchases(named.account, std::to_string(id)))
    for (const auto& order : *orders) purchases.push_back(purchase_object(order));
  out["purchases"] = std::move(purchases);
  co_return out;
}

}  // namespace kassabro::admin
