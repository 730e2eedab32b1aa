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

// What of their check is taken over. What is left never grows by their saying so; only a larger value makes it grow.
BonusCheck taken_over(const LedgerCheck& mine, const BonusCheck& theirs) {
  auto after = mine.check;
  take_description(after, theirs);
  const bool currency_differs = theirs.currency != after.currency;
  const bool untouched = is_untouched(after);
  if (currency_differs && untouched) after.currency = theirs.currency;
  if (!currency_differs || untouched) after = with_value(std::move(after), theirs.value_minor);
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
    auto after = taken_over(*known, check);
    reopen(after, known->check);
    if (!shows_the_same(check, after)) merge.differs = true;
    if (after != known->check)
      merge.changes.push_back({after, kind_of(known->check, after), after.remaining_minor - known->check.remaining_minor});
  }
  for (const auto& entry : mine) {
    if (find_theirs(theirs, entry.check.id) != nullptr || entry.check.status == BonusCheckStatus::withdrawn) continue;
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
