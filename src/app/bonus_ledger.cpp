#include "app/bonus_ledger.hpp"

#include <algorithm>

#include "app/deliveries.hpp"
#include "app/tell_integrators.hpp"
#include "base/ids.hpp"
#include "base/time_text.hpp"
#include "domain/money.hpp"

namespace kassabro::app {

using domain::BonusCheck;
using domain::BonusEntryKind;
using domain::Redemption;
using domain::RedemptionState;

Date today_in(std::string_view time_zone, Timestamp now) { return to_local_date(now, time_zone); }

std::string unnamed_receipt(Timestamp now) { return std::string(domain::unnamed_receipt_prefix) + std::to_string(new_id(now)); }

BonusCheck BonusLedger::redeem(const BonusCheck& check, Redemption redemption) {
  auto after = with_redeemed(check, redemption.amount_minor, redemption.redeemed_at);
  tables_.bonus.save(account_.id, contact_, after, now_);
  save(redemption);
  note(after, BonusEntryKind::redeemed, -redemption.amount_minor, &redemption);
  tell_redemption(tables_, account_, MessageType::bonus_check_redeemed, contact_, after, redemption, origin_, now_);
  used_ = true;
  return after;
}

BonusCheck BonusLedger::give_back(const BonusCheck& check, Redemption redemption, std::string by) {
  redemption.state = RedemptionState::undone;
  redemption.undone_at = now_;
  redemption.undone_by = std::move(by);
  save(redemption);
  std::optional<Timestamp> last;
  for (const auto& other : redemptions(check.id))
    if (other.state == RedemptionState::redeemed && (!last || *last < other.redeemed_at)) last = other.redeemed_at;
  auto after = with_given_back(check, redemption.amount_minor, last);
  tables_.bonus.save(account_.id, contact_, after, now_);
  const bool by_till = redemption.undone_by == undone_by_till;
  note(after, by_till ? BonusEntryKind::undone : BonusEntryKind::given_back, after.remaining_minor - check.remaining_minor,
       &redemption);
  tell_redemption(tables_, account_, MessageType::bonus_check_redemption_undone, contact_, after, redemption, origin_, now_);
  changed_ = true;
  return after;
}

void BonusLedger::note(const BonusCheck& check, BonusEntryKind kind, std::int64_t change_minor, const Redemption* redemption) {
  domain::BonusEntry entry{check.id, kind, change_minor, check.remaining_minor, {}, {}};
  if (redemption != nullptr) {
    entry.receipt = redemption->receipt;
    entry.order_id = redemption->order_id;
  }
  tables_.bonus.record(account_.id, contact_, entry, origin_, now_);
}

void BonusLedger::use(const BonusCheck& check, const Redemption& redemption) {
  if (redemption.amount_minor > 0) {
    redeem(check, redemption);
    return;
  }
  save(redemption);
  note(check, BonusEntryKind::overspent, 0, &redemption);
}

void BonusLedger::make(const domain::BonusChange& change) {
  tables_.bonus.save(account_.id, contact_, change.after, now_);
  note(change.after, change.kind, change.change_minor);
  if (change.kind == BonusEntryKind::issued) settle_unmatched(change.after);
}

void BonusLedger::make_own(const std::optional<BonusCheck>& before, const domain::BonusChange& change) {
  make(change);
  const bool is_open = change.after.status == domain::BonusCheckStatus::open;
  if (before && before->status != domain::BonusCheckStatus::open && is_open)
    tables_.bonus.mark_unseen(account_.id, contact_, change.after.id);
  if (before) tables_.bonus.keep_replaced(account_.id, contact_, *before, now_);
  changed_ = true;
}

void BonusLedger::settle_unmatched(const BonusCheck& issued) {
  for (auto redemption : redemptions(issued.id)) {
    if (redemption.state != RedemptionState::unmatched) continue;
    const auto check = find(issued.id);
    redemption.amount_minor = taken_of(*check, redemption.amount_minor);
    redemption.state = RedemptionState::redeemed;
    use(*check, redemption);
  }
}

std::int64_t taken_of(const BonusCheck& check, std::int64_t wanted_minor) {
  std::int64_t rounding_minor = 1;
  for (int digits = domain::minor_digits(check.currency); digits > 0; --digits) rounding_minor *= 10;
  const bool is_all = wanted_minor == 0 || wanted_minor + rounding_minor >= check.remaining_minor;
  return is_all ? check.remaining_minor : wanted_minor;
}

void BonusLedger::enqueue(Urgency urgency) {
  if (!used_ && !changed_) return;
  const auto kind = used_ ? DeliveryKind::bonus_check_used : DeliveryKind::bonus_check_changed;
  enqueue_bonus(tables_, account_, contact_, kind, now_, urgency, origin_.trace);
}

}  // namespace kassabro::app
