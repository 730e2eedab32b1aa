#include "domain/bonus_merge.hpp"

#include <algorithm>

namespace kassabro::domain {
namespace {

const BonusCheck* find_theirs(const std::vector<BonusCheck>& checks, std::string_view id) {
  const auto found = std::ranges::find(checks, id, &BonusCheck::id);
  return found == checks.end() ? nullptr : &*found;
}

const LedgerCheck* find_mine(const std::vector<LedgerCheck>& checks, std::string_view id) {
  const auto found =
      std::ranges::find(checks, id, [](const LedgerCheck& entry) -> const std::string& { return entry.check.id; });
  return found == checks.end() ? nullptr : &*found;
}

void take_description(BonusCheck& mine, const BonusCheck& theirs) {
  mine.name = theirs.name;
  mine.description = theirs.description;
  mine.valid_from = theirs.valid_from;
  mine.valid_to = theirs.valid_to;
  mine.extra = theirs.extra;
}

// What people fill in of a check; not what is left of it.
bool shows_content_of(const BonusCheck& theirs, const BonusCheck& mine) {
  return theirs.name == mine.name && theirs.description == mine.description && theirs.value_minor == mine.value_minor &&
         theirs.currency == mine.currency && theirs.valid_from == mine.valid_from && theirs.valid_to == mine.valid_to;
}

bool is_shown(const BonusCheck& theirs, const BonusCheck& mine) {
  return mine.status != BonusCheckStatus::withdrawn && shows_content_of(theirs, mine);
}

// The platform shows what a change of ours has replaced: it has not been told, or the list is older than that.
bool shows_replaced(const LedgerCheck& mine, const BonusCheck& theirs) {
  if (is_shown(theirs, mine.check)) return false;
  return std::ranges::any_of(mine.replaced, [&](const ReplacedCheck& past) { return shows_content_of(theirs, past.check); });
}

bool is_settled(const LedgerCheck& mine, Timestamp now) {
  return !mine.replaced.empty() &&
         std::ranges::all_of(mine.replaced, [now](const ReplacedCheck& past) { return now - past.at >= settles_within; });
}

// What of their check is taken over. What is left never grows by their saying so; only a larger value makes it grow.
BonusCheck taken_over(const LedgerCheck& mine, const BonusCheck& theirs) {
  auto after = mine.check;
  if (!shows_replaced(mine, theirs)) {
    take_description(after, theirs);
    const bool currency_differs = theirs.currency != after.currency;
    const bool untouched = is_untouched(after);
    if (currency_differs && untouched) after.currency = theirs.currency;
    if (!currency_differs || untouched) after = with_value(std::move(after), theirs.value_minor);
  }
  const bool is_our_echo =
      std::ranges::find(mine.past_remaining_minor, theirs.remaining_minor) != mine.past_remaining_minor.end();
  const bool is_comparable = theirs.currency == after.currency;
  if (is_comparable && !is_our_echo && theirs.remaining_minor < after.remaining_minor) {
    after.remaining_minor = theirs.remaining_minor;
    if (theirs.last_used_at) after.last_used_at = theirs.last_used_at;
  }
  return after;
}

BonusEntryKind kind_of(const BonusCheck& before, const BonusCheck& after) {
  if (before.status != BonusCheckStatus::open && after.status == BonusCheckStatus::open) return BonusEntryKind::reopened;
  return BonusEntryKind::adjusted;
}

// An expired check lives again when its last day was moved; whether it has come is the caller's to see.
void reopen(BonusCheck& after, const BonusCheck& before) {
  if (before.status == BonusCheckStatus::withdrawn) after.status = BonusCheckStatus::open;
  if (before.status == BonusCheckStatus::expired && after.valid_to != before.valid_to) after.status = BonusCheckStatus::open;
}

bool shows_the_same(const BonusCheck& theirs, const BonusCheck& after) {
  return theirs.value_minor == after.value_minor && theirs.remaining_minor == after.remaining_minor &&
         theirs.currency == after.currency;
}

}  // namespace

BonusMerge merge_bonus_checks(const std::vector<LedgerCheck>& mine, const std::vector<BonusCheck>& theirs, Timestamp now) {
  BonusMerge merge;
  for (const auto& check : theirs) {
    merge.seen.push_back(check.id);
    const auto* known = find_mine(mine, check.id);
    if (known == nullptr) {
      merge.changes.push_back({check, BonusEntryKind::issued, check.remaining_minor});
      continue;
    }
    const bool is_our_past = shows_replaced(*known, check);
    auto after = taken_over(*known, check);
    if (!is_our_past) reopen(after, known->check);
    if (is_our_past || !shows_the_same(check, after)) merge.differs = true;
    if (!is_our_past && is_settled(*known, now)) merge.told.push_back(check.id);
    if (after != known->check)
      merge.changes.push_back({after, kind_of(known->check, after), after.remaining_minor - known->check.remaining_minor});
  }
  for (const auto& entry : mine) {
    if (find_theirs(theirs, entry.check.id) != nullptr) continue;
    if (entry.check.status == BonusCheckStatus::withdrawn) {
      if (is_settled(entry, now)) merge.told.push_back(entry.check.id);
      continue;
    }
    if (!entry.seen_remotely || now - entry.changed_at < settles_within) {
      merge.differs = true;  // it has not been told yet, or the list is older than it
      continue;
    }
    // The list has a size: what is used up or expired falls out of it with time.
    if (is_used_up(entry.check) || entry.check.status == BonusCheckStatus::expired) continue;
    auto after = entry.check;
    after.status = BonusCheckStatus::withdrawn;
    merge.changes.push_back({after, BonusEntryKind::withdrawn, 0});
  }
  return merge;
}

}  // namespace kassabro::domain
