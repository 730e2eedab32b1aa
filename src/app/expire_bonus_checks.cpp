#include "app/expire_bonus_checks.hpp"

#include <algorithm>

#include "app/bonus_ledger.hpp"
#include "app/deliveries.hpp"

namespace kassabro::app {
namespace {

using domain::BonusCheckStatus;

// A day is over when it is over in every store.
Date today_everywhere(const Account& account, Timestamp now) {
  auto today = today_in(account.time_zone, now);
  for (const auto& [_, zone] : card_settings_of(account).store_time_zones) today = std::min(today, today_in(zone, now));
  return today;
}

void expire_checks_of(Tables& tables, const Account& account, domain::ContactId contact, Date today, Timestamp now) {
  const Origin origin{"expiry", {}, {}, {}};
  BonusLedger ledger(tables, account, contact, origin, now);
  for (auto check : tables.bonus.list(account.id, contact)) {
    if (check.status != BonusCheckStatus::open || is_used_up(check) || !is_expired(check, today)) continue;
    check.status = BonusCheckStatus::expired;
    tables.bonus.save(account.id, contact, check, now);
    ledger.note(check, domain::BonusEntryKind::expired, 0);
  }
  enqueue_bonus(tables, account, contact, DeliveryKind::bonus_check_changed, now, Urgency::when_idle);
}

}  // namespace

Async<std::size_t> ExpireBonusChecks::run_once(const Account& account) {
  std::size_t count = 0;
  const auto now = clock_.now();
  const auto today = today_everywhere(account, now);
  co_await unit_.run(account.id, [&](Tables& tables) {
    const auto contacts = tables.bonus.list_with_expired(account.id, today, contacts_max);
    for (const auto contact : contacts) expire_checks_of(tables, account, contact, today, now);
    count = contacts.size();
    return true;
  });
  co_return count;
}

}  // namespace kassabro::app
