#include "app/find_customer.hpp"

#include "app/adopt_contact.hpp"

namespace kassabro::app {

using domain::CustomerKey;
using domain::KeyKind;

Async<Result<FoundCustomer>> FindCustomer::by_key(const Account& account, std::string_view text, const Trace* trace) {
  auto located = co_await locate_by_key(account, text, std::nullopt, trace);
  if (!located) co_return fail(located.error());
  if (!located->stored) co_return FoundCustomer{nullptr, located->certain};
  if (located->is_old) offer_refresh(account, *located->stored);
  co_return FoundCustomer{std::make_unique<domain::Contact>(std::move(located->stored->contact)), true};
}

Async<Result<domain::Contact>> FindCustomer::by_id(const Account& account, std::string_view contact_id) {
  auto located = co_await locate_by_id(account, contact_id);
  if (!located) co_return fail(located.error());
  co_return std::move(located->stored->contact);
}

Async<Result<LocatedCustomer>> FindCustomer::locate_by_key(const Account& account, std::string_view text,
                                                           std::optional<KeyKind> only, const Trace* trace) {
  // Most keys are a phone number in one of two plain spellings; reading it properly costs more than looking it up.
  const bool may_be_phone = !only || *only == KeyKind::phone;
  if (auto likely = may_be_phone ? domain::Phone::likely_e164(text, account.country) : std::nullopt) {
    const std::vector keys{CustomerKey{KeyKind::phone, std::move(*likely)}};
    if (auto stored = co_await contacts_.find_by_keys(account.id, keys)) co_return known(std::move(stored));
  }
  auto keys = domain::parse_customer_key(text, account.country, only);
  if (!keys) co_return fail(keys.error());
  if (auto stored = co_await contacts_.find_by_keys(account.id, *keys)) co_return known(std::move(stored));
  co_return co_await ask_platform(account, std::move(*keys), trace);
}

Async<Result<LocatedCustomer>> FindCustomer::locate_by_id(const Account& account, std::string_view contact_id) {
  const auto id = parse_contact_id(contact_id);
  if (!id) co_return fail(id.error());
  auto stored = co_await contacts_.find(account.id, *id);
  if (!stored) co_return fail(not_found("contactid", "There is no contact with this id."));
  co_return known(std::move(stored));
}

void FindCustomer::offer_refresh(const Account& account, const StoredContact& stored) const {
  if (refresh_) refresh_(account, stored);
}

LocatedCustomer FindCustomer::known(std::unique_ptr<StoredContact> stored) const {
  const bool old = !stored->link || clock_.now() - stored->link->checked_at > limits_.read_max_age;
  return {std::move(stored), old, true};
}

Async<LocatedCustomer> FindCustomer::ask_platform(const Account& account, std::vector<CustomerKey> keys, const Trace* trace) {
  std::erase_if(keys, [](const CustomerKey& key) { return key.kind != KeyKind::email && key.kind != KeyKind::phone; });
  if (keys.empty()) co_return LocatedCustomer{};
  auto remote = co_await directory_.find(account, std::move(keys), Asker(limits_.read_deadline, trace));
  if (!remote) co_return LocatedCustomer{nullptr, false, false};
  if (!*remote) co_return LocatedCustomer{};
  const auto now = clock_.now();
  auto adopted = co_await in_transaction<StoredContact>(
      unit_, account.id, [&](Tables& tables) { return adopt_contact(tables, account, **remote, now); });
  if (!adopted) co_return LocatedCustomer{nullptr, false, false};
  co_return LocatedCustomer{std::make_unique<StoredContact>(std::move(*adopted)), false, true};
}

}  // namespace kassabro::app
