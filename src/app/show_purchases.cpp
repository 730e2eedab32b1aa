#include "app/show_purchases.hpp"

#include <algorithm>
#include <iterator>

#include "app/find_customer.hpp"

namespace kassabro::app {

using domain::Order;

Async<Result<std::vector<Order>>> ShowPurchases::operator()(const Account& account, std::string_view contact_id) {
  const auto id = parse_contact_id(contact_id);
  if (!id) co_return fail(id.error());
  if (!co_await contacts_.find(account.id, *id)) co_return fail(not_found("contactid", "There is no contact with this id."));
  auto purchases = co_await orders_.list_latest(account.id, *id, count_max);
  auto others = co_await channel_purchases_.list_latest(account.id, *id, count_max);
  std::erase_if(others, [&](const Order& other) {
    return std::ranges::any_of(purchases, [&](const Order& own) { return own.id == other.id; });
  });
  std::ranges::move(others, std::back_inserter(purchases));
  std::ranges::stable_sort(purchases, std::ranges::greater{}, &Order::ordered_at);
  if (purchases.size() > count_max) purchases.resize(count_max);
  co_return purchases;
}

}  // namespace kassabro::app
