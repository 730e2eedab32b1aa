#include "receipt/read_receipt.hpp"

#include <algorithm>

#include "receipt/settings.hpp"

namespace kassabro::receipt {
namespace {

std::vector<BonusUse> named_checks(const std::vector<domain::BonusCheck>& checks, const std::vector<std::string>& used) {
  std::vector<BonusUse> named;
  for (const auto& check : checks)
    if (std::ranges::find(used, check.id) != used.end()) named.push_back({check.id, check.name, {}});
  return named;
}

}  // namespace

Surroundings surroundings_of(const app::Account& account, std::optional<Language> language) {
  Surroundings around;
  around.language = language.value_or(language_of_country(account.country));
  around.shop = account.name;
  around.time_zone = account.time_zone;
  auto settings = settings_of(account);
  if (!settings.shop.empty()) around.shop = std::move(settings.shop);
  around.shop_details = std::move(settings.details);
  return around;
}

Async<std::optional<Receipt>> ReadReceipt::by_order(app::AccountId id, std::string order_id, std::optional<Language> language) {
  const auto account = co_await ports_.accounts.find(id);
  if (!account) co_return std::nullopt;
  co_return co_await as_of(*account, std::move(order_id), language);
}

Async<std::optional<Receipt>> ReadReceipt::as_of(const app::Account& account, std::string order_id,
                                                 std::optional<Language> language) {
  const auto id = account.id;
  const auto stored = co_await ports_.orders.find(id, std::move(order_id));
  if (!stored) co_return std::nullopt;
  const auto& order = stored->order;
  auto around = surroundings_of(account, language);
  if (order.contact) {
    if (const auto owner = co_await ports_.contacts.find(id, *order.contact))
      around.member_number = owner->contact.member_number;
    if (const auto used = domain::bonus_check_ids(order); !used.empty())
      around.known_checks = named_checks(co_await ports_.bonus_checks.list(id, *order.contact), used);
  }
  co_return make_receipt(order, around);
}

}  // namespace kassabro::receipt
