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

CardReader::Wanted wanted_for(const CardSettings& settings, CardDepth depth) {
  CardReader::Wanted wanted;
  wanted.extras = depth == CardDepth::all || !settings.voucher_field.empty();
  wanted.promotions = !settings.promotions.empty();
  if (depth != CardDepth::all) return wanted;
  if (shows(settings, "purchase_"))
    wanted.purchases = SummaryDepth::all;
  else if (shows(settings, "last_purchase"))
    wanted.purchases = SummaryDepth::latest;
  return wanted;
}

}  // namespace

Async<Result<FoundCard>> ShowCard::by_key(const Account& account, std::string_view key, CardDepth depth,
                                          std::optional<domain::KeyKind> only, const Trace* trace) {
  auto located = co_await parts_.find_customer.locate_by_key(account, key, only, trace);
  if (!located) co_return fail(located.error());
  if (!located->stored) co_return FoundCard{std::nullopt, located->certain};
  co_return FoundCard{co_await card_of(account, std::move(*located), depth, trace), true};
}

Async<Result<CustomerCard>> ShowCard::by_id(const Account& account, std::string_view contact_id, CardDepth depth,
                                            const Trace* trace) {
  auto located = co_await parts_.find_customer.locate_by_id(account, contact_id);
  if (!located) co_return fail(located.error());
  co_return co_await card_of(account, std::move(*located), depth, trace);
}

Async<CustomerCard> ShowCard::of(const Account& account, domain::Contact contact, CardDepth depth) {
  CustomerCard card;
  card.contact = std::move(contact);
  co_await add_details(account, card, depth);
  co_return card;
}

Async<CustomerCard> ShowCard::card_of(const Account& account, LocatedCustomer located, CardDepth depth, const Trace* trace) {
  const auto& stored = *located.stored;
  CustomerCard card;
  card.contact = located.is_old ? stored.contact : std::move(located.stored->contact);
  co_await add_details(account, card, depth);
  if (account.status != AccountStatus::active || (located.is_old && is_in_trouble(account.id))) {
    card.up_to_date = false;
  } else if (located.is_old && has_open_checks(card.bonus_checks)) {
    card.up_to_date = co_await refresh(account, stored, trace);
    if (card.up_to_date) {
      if (auto now = co_await parts_.contacts.find(account.id, stored.contact.id)) card.contact = std::move(now->contact);
      co_await add_details(account, card, depth);
    }
  } else if (located.is_old) {
    parts_.find_customer.offer_refresh(account, stored);
  }
  co_return card;
}

Async<bool> ShowCard::refresh(const Account& account, const StoredContact& stored, const Trace* trace) {
  const auto refreshed =
      co_await refresh_contact(parts_.directory, parts_.unit, parts_.clock, account, stored, Asker(read_deadline_, trace));
  if (!refreshed) note_trouble(account.id);
  co_return refreshed.has_value();
}

Async<void> ShowCard::add_details(const Account& account, CustomerCard& card, CardDepth depth) {
  auto details = co_await parts_.cards.read(account.id, card.contact.id, wanted_for(card_settings_of(account), depth));
  card.bonus_checks = std::move(details.bonus_checks);
  card.extras = std::move(details.extras);
  card.purchases = std::move(details.purchases);
  card.used_promotions = std::move(details.used_promotions);
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
