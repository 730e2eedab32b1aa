#include "app/customer_card.hpp"

#include <algorithm>

#include "app/refresh_contact.hpp"

namespace kassabro::app {
namespace {

// After a question that was not answered the tills do not wait again for a while: each would wait as long.
constexpr std::chrono::seconds trouble_lasts{10};

bool has_open_checks(const std::vector<domain::BonusCheck>& checks) {
  return std::ranges::any_of(checks, [](const domain::BonusCheck& check) {
    return check.status == domain::BonusCheckStatus::open && !is_used_up(check);
  });
}

bool shows(const CardSettings& settings, std::string_view prefix) {
  for (const auto& section : settings.sections)
    for (const auto& line : section.lines)
      if (line.source.starts_with(prefix)) return true;
  return false;
}

}  // namespace

Async<Result<FoundCard>> ShowCard::by_key(const Account& account, std::string_view key, CardDepth depth,
                                          std::optional<domain::KeyKind> only) {
  auto located = co_await parts_.find_customer.locate_by_key(account, key, only);
  if (!located) co_return fail(located.error());
  if (!located->stored) co_return FoundCard{std::nullopt, located->certain};
  co_return FoundCard{co_await card_of(account, std::move(*located), depth), true};
}

Async<Result<CustomerCard>> ShowCard::by_id(const Account& account, std::string_view contact_id, CardDepth depth) {
  auto located = co_await parts_.find_customer.locate_by_id(account, contact_id);
  if (!located) co_return fail(located.error());
  co_return co_await card_of(account, std::move(*located), depth);
}

Async<CustomerCard> ShowCard::of(const Account& account, domain::Contact contact, CardDepth depth) {
  CustomerCard card;
  card.contact = std::move(contact);
  card.bonus_checks = co_await parts_.bonus_checks.list(account.id, card.contact.id);
  co_await add_rest(account, card, depth);
  co_return card;
}

Async<CustomerCard> ShowCard::card_of(const Account& account, LocatedCustomer located, CardDepth depth) {
  CustomerCard card;
  card.bonus_checks = co_await parts_.bonus_checks.list(account.id, located.stored->contact.id);
  const auto stored = std::move(*located.stored);
  card.contact = stored.contact;
  if (account.status != AccountStatus::active) {
    card.up_to_date = false;
  } else if (located.is_old && is_in_trouble(account.id)) {
    card.up_to_date = false;
  } else if (located.is_old && has_open_checks(card.bonus_checks)) {
    card.up_to_date = co_await refresh(account, card, stored);
  } else if (located.is_old) {
    parts_.find_customer.offer_refresh(account, stored);
  }
  co_await add_rest(account, card, depth);
  co_return card;
}

Async<bool> ShowCard::refresh(const Account& account, CustomerCard& card, const StoredContact& stored) {
  const auto id = stored.contact.id;
  const auto refreshed = co_await refresh_contact(parts_.directory, parts_.unit, parts_.clock, account, stored, read_deadline_);
  if (!refreshed) {
    note_trouble(account.id);
    co_return false;
  }
  if (auto now = co_await parts_.contacts.find(account.id, id)) card.contact = std::move(now->contact);
  card.bonus_checks = co_await parts_.bonus_checks.list(account.id, id);
  co_return true;
}

Async<void> ShowCard::add_rest(const Account& account, CustomerCard& card, CardDepth depth) {
  const auto settings = card_settings_of(account);
  const auto id = card.contact.id;
  if (depth == CardDepth::all || !settings.voucher_field.empty()) card.extras = co_await parts_.cards.extras(account.id, id);
  if (!settings.promotions.empty()) card.used_promotions = co_await parts_.cards.list_used_promotions(account.id, id);
  if (depth != CardDepth::all) co_return;
  const bool counts = shows(settings, "purchase_");
  if (!counts && !shows(settings, "last_purchase")) co_return;
  card.purchases = co_await parts_.cards.summarise_purchases(account.id, id, counts ? SummaryDepth::all : SummaryDepth::latest);
}

bool ShowCard::is_in_trouble(AccountId account) {
  const std::scoped_lock lock(mutex_);
  const auto found = trouble_until_.find(account);
  if (found == trouble_until_.end()) return false;
  if (parts_.clock.now() < found->second) return true;
  trouble_until_.erase(found);
  return false;
}

void ShowCard::note_trouble(AccountId account) {
  const std::scoped_lock lock(mutex_);
  trouble_until_[account] = parts_.clock.now() + trouble_lasts;
}

}  // namespace kassabro::app
