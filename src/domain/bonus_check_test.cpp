#include "domain/bonus_check.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <algorithm>
#include <numeric>

namespace kassabro::domain {
namespace {

using namespace std::chrono_literals;

const Date today = 2026y / 11 / 24;
const Timestamp now = from_epoch_ms(1'795'000'000'000);

BonusCheck check_of(std::int64_t value = 10'000) {
  BonusCheck check;
  check.id = "B1";
  check.value_minor = check.remaining_minor = value;
  check.currency = "SEK";
  return check;
}

TEST(BonusCheckTest, all_that_is_left_is_taken_unless_an_amount_is_named) {
  EXPECT_EQ(plan_redemption(check_of(), {}, today), 10'000);
  EXPECT_EQ(plan_redemption(check_of(), {4'000, "SEK"}, today), 4'000);
  EXPECT_EQ(plan_redemption(with_redeemed(check_of(), 4'000, now), {}, today), 6'000);
}

TEST(BonusCheckTest, the_first_and_the_last_day_count) {
  auto check = check_of();
  check.valid_from = check.valid_to = today;
  EXPECT_TRUE(is_usable(check, today));
  EXPECT_FALSE(is_usable(check, 2026y / 11 / 23));
  EXPECT_FALSE(is_usable(check, 2026y / 11 / 25));
  EXPECT_EQ(plan_redemption(check, {}, 2026y / 11 / 23).error().message, "Bonus check B1 is not valid before 2026-11-24.");
  EXPECT_EQ(plan_redemption(check, {}, 2026y / 11 / 25).error().message, "Bonus check B1 has expired.");
}

TEST(BonusCheckTest, what_cannot_be_used_says_why) {
  auto used = with_redeemed(check_of(), 10'000, now);
  auto withdrawn = check_of();
  withdrawn.status = BonusCheckStatus::withdrawn;
  auto expired = check_of();
  expired.status = BonusCheckStatus::expired;
  for (const auto& [check, text] :
       {std::pair{used, "Bonus check B1 has been used already."}, std::pair{withdrawn, "Bonus check B1 has been withdrawn."},
        std::pair{expired, "Bonus check B1 has expired."}}) {
    const auto planned = plan_redemption(check, {}, today);
    ASSERT_FALSE(planned);
    EXPECT_EQ(planned.error().code, ErrorCode::conflict);
    EXPECT_EQ(planned.error().message, text);
  }
}

TEST(BonusCheckTest, wrong_amounts_and_currencies_name_their_member) {
  for (const auto& [request, field] :
       {std::pair{RedemptionRequest{10'001, ""}, "amount"}, std::pair{RedemptionRequest{0, ""}, "amount"},
        std::pair{RedemptionRequest{-5, ""}, "amount"}, std::pair{RedemptionRequest{5, "EUR"}, "currency"}}) {
    const auto planned = plan_redemption(check_of(), request, today);
    ASSERT_FALSE(planned);
    EXPECT_EQ(planned.error().code, ErrorCode::invalid);
    EXPECT_EQ(planned.error().field, field);
  }
}

TEST(BonusCheckTest, only_usable_checks_of_the_currency_count_as_left) {
  auto used = with_redeemed(check_of(), 10'000, now);
  auto partly = with_redeemed(check_of(), 2'500, now - 1h);
  auto euro = check_of();
  euro.currency = "EUR";
  auto old = check_of();
  old.valid_to = 2026y / 11 / 23;
  EXPECT_EQ(bonus_left_minor({used, partly, euro, old, check_of()}, "SEK", today), 17'500);
  EXPECT_EQ(bonus_last_used({partly, used, old}), now);
  EXPECT_FALSE(bonus_last_used({old}));
}

TEST(BonusCheckTest, a_check_from_outside_needs_an_id_and_a_value) {
  auto nameless = check_of();
  nameless.id.clear();
  auto worthless = check_of(0);
  auto too_much = check_of();
  too_much.remaining_minor = 10'001;
  auto backwards = check_of();
  backwards.valid_from = today;
  backwards.valid_to = 2026y / 11 / 1;
  EXPECT_EQ(bonus_check_fault(nameless)->field, "id");
  nameless.id = "promotion:10";
  EXPECT_EQ(bonus_check_fault(nameless)->field, "id");
  EXPECT_EQ(bonus_check_fault(worthless)->field, "value");
  EXPECT_EQ(bonus_check_fault(too_much)->field, "remaining");
  EXPECT_EQ(bonus_check_fault(backwards)->field, "validto");
  EXPECT_FALSE(bonus_check_fault(check_of()));
}

TEST(BonusCheckTest, every_word_reads_back) {
  for (const auto kind : {BonusEntryKind::issued, BonusEntryKind::redeemed, BonusEntryKind::undone, BonusEntryKind::given_back,
                          BonusEntryKind::adjusted, BonusEntryKind::withdrawn, BonusEntryKind::reopened,
                          BonusEntryKind::expired, BonusEntryKind::overspent})
    EXPECT_EQ(parse_bonus_entry_kind(to_text(kind)), kind);
  for (const auto state : {RedemptionState::redeemed, RedemptionState::undone, RedemptionState::unmatched})
    EXPECT_EQ(parse_redemption_state(to_text(state)), state);
  EXPECT_FALSE(parse_bonus_check_status("none"));
}

TEST(BonusCheckTest, what_is_gone_stays_gone_when_the_value_changes) {
  auto check = check_of(10'000);
  check = with_redeemed(check, 6'000, now);
  check = with_value(check, 1'000);
  EXPECT_EQ(check.remaining_minor, 0);
  EXPECT_EQ(check.overdrawn_minor, 5'000);
  EXPECT_EQ(with_value(check, 10'000).remaining_minor, 4'000);
  EXPECT_EQ(with_given_back(check, 6'000, std::nullopt).remaining_minor, 1'000);
  EXPECT_EQ(with_given_back(check, 3'000, std::nullopt).remaining_minor, 0) << "3,000 of 1,000 are gone still";
}

RC_GTEST_PROP(BonusCheckProperty, what_is_left_is_the_value_less_what_is_gone, ()) {
  auto check = check_of(*rc::gen::inRange<std::int64_t>(1, 1'000'000));
  std::vector<std::int64_t> taken;
  std::int64_t cut = 0;
  for (int i = 0; i < 40; ++i) {
    const auto step = *rc::gen::inRange(0, 4);
    if (step == 0 && !taken.empty()) {
      check = with_given_back(check, taken.back(), std::nullopt);
      taken.pop_back();
    } else if (step == 1) {
      check = with_value(check, *rc::gen::inRange<std::int64_t>(1, 1'000'000));
    } else if (step == 2 && check.remaining_minor > 0) {  // by the marketer's hand
      const auto less = *rc::gen::inRange<std::int64_t>(0, check.remaining_minor);
      cut += check.remaining_minor - less;
      check.remaining_minor = less;
    } else if (const auto amount = plan_redemption(check, {*rc::gen::inRange<std::int64_t>(-5, 600'000), ""}, today)) {
      check = with_redeemed(check, *amount, now);
      taken.push_back(*amount);
    }
    const auto gone = std::accumulate(taken.begin(), taken.end(), cut);
    RC_ASSERT(check.remaining_minor == std::max<std::int64_t>(0, check.value_minor - gone));
    RC_ASSERT(check.overdrawn_minor == std::max<std::int64_t>(0, gone - check.value_minor));
  }
}

}  // namespace
}  // namespace kassabro::domain
