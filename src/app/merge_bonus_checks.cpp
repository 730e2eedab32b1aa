#include "app/merge_bonus_checks.hpp"

#include <algorithm>

#include "app/bonus_ledger.hpp"
#include "app/deliveries.hpp"

namespace kassabro::app {
namespace {

void note_faults(Tables& tables, const Account& account, domain::ContactId contact, const RemoteBonus& remote) {
  auto extras = tables.extras.get(account.id, contact);
  const auto before = extras;
  extras.bonus_fault.clear();
  for (const auto& fault : remote.faults) extras.bonus_fault += (extras.bonus_fault.empty() ? "" : "; ") + fault;
  extras.bonus_text = extras.bonus_fault.empty() ? "" : remote.text;
  if (extras != before) tables.extras.save(account.id, contact, extras);
}

}  // namespace

void merge_remote_bonus(Tables& tables, const Account& account, domain::ContactId contact, const RemoteBonus& remote,
                        TellBack tell_back, Timestamp now) {
  note_faults(tables, account, contact, remote);
  if (!remote.is_readable) return;
  const Origin origin{"rule", {}, {}, {}};
  BonusLedger ledger(tables, account, contact, origin, now);
  const auto merge = merge_bonus_checks(tables.bonus.list_with_past(account.id, contact), remote.checks, now);
  for (const auto& change : merge.changes) {
    // An entry that cannot be read now is not gone.
    const bool is_gone = change.kind == domain::BonusEntryKind::withdrawn;
    if (is_gone && !remote.unread.empty()) continue;
    ledger.make(change);
  }
  for (const auto& id : merge.seen) tables.bonus.mark_seen(account.id, contact, id);
  for (const auto& id : merge.told) tables.bonus.forget_replaced(account.id, contact, id);
  ledger.enqueue();
  if (merge.differs && tell_back == TellBack::yes)
    enqueue_bonus(tables, account, contact, DeliveryKind::bonus_check_changed, now);
}

Async<std::vector<domain::BonusCheck>> MergeBonusChecks::merge(const Account& account, domain::ContactId contact,
                                                               RemoteBonus remote) {
  std::vector<domain::BonusCheck> checks;
  const auto now = clock_.now();
  co_await unit_.run(account.id, [&](Tables& tables) {
    if (!tables.contacts.find(account.id, contact)) return true;  // erased meanwhile: nothing comes back
    merge_remote_bonus(tables, account, contact, remote, TellBack::no, now);
    checks = tables.bonus.list(account.id, contact);
    return true;
  });
  co_return checks;
}

}  // namespace kassabro::app
