#include "app/show_purchases.hpp"

#include "app/find_customer.hpp"

namespace kassabro::app {

Async<Result<std::vector<domain::Order>>> ShowPurchases::operator()(const Account& account, std::string_view contact_id) {
  const auto id = parse_contact_id(contact_id);
  if (!id) co_return fail(id.error());
  if (!co_await contacts_.find(account.id, *id)) co_return fail(not_found("contactid", "There is no contact with this id."));
  co_return co_await orders_.list_latest(account.id, *id, count_max);
}

}  // namespace kassabro::app
