#include "domain/bonus_merge.hpp"

#include <gtest/gtest.h>

namespace kassabro::domain {
namespace {

using namespace std::chrono_literals;

const Timestamp now = from_epoch_ms(1'795'000'000'000);

BonusCheck check_of(const std::string& id = "B1", std::int64_t remaining = 10'000) {
  BonusCheck check;
  check.id = id;
  check.name = "Bonus";
  check.value_minor = 10'000;
  check.remaining_minor = remaining;
  check.currency = "SEK";
  return check;
}

// Ours after it was used up, from 100.00 in steps.
LedgerCheck spent(std::vector<std::int64_t> past = {10'000, 0}) {
  auto check = check_of("B1", past.back());
  check.last_used_at = now;
  return {check, std::move(past), true};
}

BonusChange only_change(const BonusMerge& merge) {
  EXPECT_EQ(merge.changes.size(), 1U);
  return merge.changes.empty() ? BonusChange{} : merge.changes.front();
}

TEST(BonusMergeTest, a_new_check_is_issued) {
  const auto merge = merge_bonus_checks({}, {check_of()}, now);
  EXPECT_EQ(only_change(merge).kind, BonusEntryKind::issued);
  EXPECT_EQ(only_change(merge).change_minor, 10'000);
  EXPECT_EQ(merge.seen, std::vector<std::string>{"B1"});
  EXPECT_FALSE(merge.differs);
}

TEST(BonusMergeTest, the_same_list_changes_nothing) {
  const auto merge = merge_bonus_checks({{check_of(), {10'000}, true}}, {check_of()}, now);
  EXPECT_TRUE(merge.changes.empty());
  EXPECT_FALSE(merge.differs);
}

TEST(BonusMergeTest, a_spent_check_is_not_brought_back_to_life) {
  auto theirs = check_of();  // "redeemed": false, 100.00 left
  const auto merge = merge_bonus_checks({spent()}, {theirs}, now);
  EXPECT_TRUE(merge.changes.empty());
  EXPECT_TRUE(merge.differs) << "the platform is to be told again";
}

TEST(BonusMergeTest, an_echo_of_what_was_left_once_takes_nothing_away) {
  // Used and given back: the platform still shows the use.
  auto mine = spent({10'000, 0, 10'000});
  const auto merge = merge_bonus_checks({mine}, {check_of("B1", 0)}, now);
  EXPECT_TRUE(merge.changes.empty());
  EXPECT_TRUE(merge.differs);
}

TEST(BonusMergeTest, less_left_than_we_ever_said_is_an_edit) {
  const auto change = only_change(merge_bonus_checks({{check_of(), {10'000}, true}}, {check_of("B1", 2'500)}, now));
  EXPECT_EQ(change.after.remaining_minor, 2'500);
  EXPECT_EQ(change.change_minor, -7'500);
  EXPECT_EQ(change.kind, BonusEntryKind::adjusted);
}

TEST(BonusMergeTest, a_larger_value_leaves_what_was_spent_spent) {
  auto theirs = check_of("B1", 15'000);
  theirs.value_minor = 15'000;
  const auto change = only_change(merge_bonus_checks({spent({10'000, 4'000})}, {theirs}, now));
  EXPECT_EQ(change.after.value_minor, 15'000);
  EXPECT_EQ(change.after.remaining_minor, 9'000);
  EXPECT_EQ(change.change_minor, 5'000);
}

TEST(BonusMergeTest, a_smaller_value_than_what_was_spent_leaves_nothing) {
  auto theirs = check_of("B1", 3'000);
  theirs.value_minor = 3'000;
  EXPECT_EQ(only_change(merge_bonus_checks({spent({10'000, 4'000})}, {theirs}, now)).after.remaining_minor, 0);
}

TEST(BonusMergeTest, texts_and_days_are_taken_over) {
  auto theirs = check_of();
  theirs.name = "Julbonus";
  theirs.valid_to = 2026y / 12 / 24;
  theirs.extra = R"({"campaign":"xmas"})";
  const auto change = only_change(merge_bonus_checks({{check_of(), {10'000}, true}}, {theirs}, now));
  EXPECT_EQ(change.after, theirs);
  EXPECT_EQ(change.change_minor, 0);
}

TEST(BonusMergeTest, what_stood_there_and_is_gone_is_withdrawn_and_comes_back) {
  const auto gone = only_change(merge_bonus_checks({{check_of(), {10'000}, true}}, {}, now));
  EXPECT_EQ(gone.kind, BonusEntryKind::withdrawn);
  EXPECT_EQ(gone.after.status, BonusCheckStatus::withdrawn);
  const auto back = only_change(merge_bonus_checks({{gone.after, {10'000}, true}}, {check_of()}, now));
  EXPECT_EQ(back.kind, BonusEntryKind::reopened);
  EXPECT_EQ(back.after.status, BonusCheckStatus::open);
}

TEST(BonusMergeTest, what_has_not_been_told_yet_is_not_gone) {
  const auto merge = merge_bonus_checks({{check_of(), {10'000}, false}}, {}, now);
  EXPECT_TRUE(merge.changes.empty());
  EXPECT_TRUE(merge.differs);
}

TEST(BonusMergeTest, an_expired_check_lives_again_when_its_last_day_is_moved) {
  auto mine = check_of();
  mine.status = BonusCheckStatus::expired;
  mine.valid_to = 2026y / 10 / 31;
  auto theirs = check_of();
  theirs.valid_to = mine.valid_to;
  EXPECT_TRUE(merge_bonus_checks({{mine, {10'000}, true}}, {theirs}, now).changes.empty());
  theirs.valid_to = 2026y / 12 / 31;
  EXPECT_EQ(only_change(merge_bonus_checks({{mine, {10'000}, true}}, {theirs}, now)).kind, BonusEntryKind::reopened);
}

TEST(BonusMergeTest, a_list_that_was_read_before_the_check_came_withdraws_nothing) {
  LedgerCheck mine{check_of(), {10'000}, true, now - 9min};
  EXPECT_TRUE(merge_bonus_checks({mine}, {}, now).changes.empty());
  mine.changed_at = now - 11min;
  EXPECT_EQ(merge_bonus_checks({mine}, {}, now).changes.size(), 1U);
}

TEST(BonusMergeTest, amounts_of_different_currencies_are_not_compared) {
  auto theirs = check_of("B1", 500);
  theirs.currency = "EUR";
  EXPECT_TRUE(merge_bonus_checks({spent({10'000, 4'000})}, {theirs}, now).changes.empty());
}

TEST(BonusMergeTest, a_used_check_keeps_its_currency) {
  auto theirs = check_of("B1", 20'000);
  theirs.value_minor = 20'000;
  theirs.currency = "EUR";
  const auto merge = merge_bonus_checks({spent({10'000, 4'000})}, {theirs}, now);
  EXPECT_TRUE(merge.changes.empty());
  EXPECT_TRUE(merge.differs);
}

// An import has made 150.00 of 100.00, and the platform has not been told.
LedgerCheck raised(Timestamp at = now) {
  auto check = check_of();
  check.value_minor = check.remaining_minor = 15'000;
  return {check, {10'000, 15'000}, true, at, {{check_of(), at}}};
}

TEST(BonusMergeTest, what_we_replaced_is_no_edit_however_late_it_is_told) {
  for (const auto& later : {now, now + 24h}) {
    const auto merge = merge_bonus_checks({raised()}, {check_of()}, later);
    EXPECT_TRUE(merge.changes.empty());
    EXPECT_TRUE(merge.told.empty());
    EXPECT_TRUE(merge.differs) << "the platform is to be told";
  }
}

TEST(BonusMergeTest, what_is_used_of_what_we_replaced_counts_all_the_same) {
  const auto merge = merge_bonus_checks({raised()}, {check_of("B1", 4'000)}, now);
  EXPECT_EQ(only_change(merge).after.value_minor, 15'000);
  EXPECT_EQ(only_change(merge).after.remaining_minor, 4'000);
}

TEST(BonusMergeTest, what_we_replaced_is_forgotten_when_the_platform_shows_our_change_and_reads_have_settled) {
  const auto ours = raised().check;
  EXPECT_TRUE(merge_bonus_checks({raised()}, {ours}, now + 1min).told.empty());
  const auto merge = merge_bonus_checks({raised()}, {ours}, now + settles_within);
  EXPECT_EQ(merge.told, std::vector<std::string>{"B1"});
  EXPECT_TRUE(merge.changes.empty());
  EXPECT_FALSE(merge.differs);
}

TEST(BonusMergeTest, an_edit_to_something_third_wins_over_our_change) {
  auto theirs = check_of();
  theirs.value_minor = theirs.remaining_minor = 12'000;
  const auto merge = merge_bonus_checks({raised()}, {theirs}, now + 1h);
  EXPECT_EQ(only_change(merge).after.value_minor, 12'000);
  EXPECT_EQ(merge.told.size(), 1U);
}

TEST(BonusMergeTest, what_we_withdrew_does_not_come_back_with_an_old_list) {
  auto withdrawn = check_of();
  withdrawn.status = BonusCheckStatus::withdrawn;
  const LedgerCheck mine{withdrawn, {10'000}, true, now, {{check_of(), now}}};
  const auto merge = merge_bonus_checks({mine}, {check_of()}, now + 24h);
  EXPECT_TRUE(merge.changes.empty());
  EXPECT_TRUE(merge.differs);
  const auto gone = merge_bonus_checks({mine}, {}, now + 24h);
  EXPECT_TRUE(gone.changes.empty());
  EXPECT_EQ(gone.told.size(), 1U);
  auto forgotten = mine;
  forgotten.replaced.clear();
  EXPECT_EQ(only_change(merge_bonus_checks({forgotten}, {check_of()}, now + 25h)).kind, BonusEntryKind::reopened)
      << "the marketer has put it back";
}

}  // namespace
}  // namespace kassabro::domain
