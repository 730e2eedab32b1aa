#pragma once

#include <vector>

#include "domain/bonus_check.hpp"

namespace kassabro::domain {

// What a check was before a change of ours (an import, its undoing), as the platform may still show it.
struct ReplacedCheck {
  BonusCheck check;
  Timestamp at{};  // of our change
};

// A check of ours, with what is needed to tell an edit on the marketing platform from an echo of our own past.
struct LedgerCheck {
  BonusCheck check;
  std::vector<std::int64_t> past_remaining_minor;  // every amount that was ever left: the platform may still show any of them
  bool seen_remotely = false;  // it has stood in the platform's list
  Timestamp changed_at{};  // when the ledger changed it last
  std::vector<ReplacedCheck> replaced = {};  // what we have put something else in place of; empty for most
};

struct BonusChange {
  BonusCheck after;
  BonusEntryKind kind = BonusEntryKind::issued;
  std::int64_t change_minor = 0;  // of what is left
};

struct BonusMerge {
  std::vector<BonusChange> changes;  // to be made to our ledger; checks that stay as they are do not occur
  std::vector<std::string> seen;  // ids that stand in the platform's list
  std::vector<std::string> told;  // ids whose replaced contents the platform shows no more: they may be forgotten
  bool differs = false;  // the platform shows something else than our ledger after the changes
};

// `theirs` is the platform's whole list. An edit there wins, but for one thing: what was spent stays spent.
//  - an id that we do not have is issued;
//  - name, description, days and other members are taken over;
//  - another value: what is left becomes the new value less what is gone, be it more than the value meanwhile;
//  - less left than we ever said: taken over (somebody used or shortened it there); more left: not taken over;
//  - an id that stood there once and is gone is withdrawn, unless it is used up or expired: the list is too short for all of
//    the past; when it comes back it is opened again. What the ledger has changed within `settles_within` is not withdrawn
//    either: the list may have been read before that, and reads lag behind writes;
//  - what we have replaced by a change of ours is no edit but our past, until the platform has shown what stands in its place.
inline constexpr std::chrono::minutes settles_within{10};
BonusMerge merge_bonus_checks(const std::vector<LedgerCheck>& mine, const std::vector<BonusCheck>& theirs, Timestamp now);

}  // namespace kassabro::domain
