#include "app/merge_bonus_checks.hpp"

#include <algorithm>

#include "testing/bonus_shop.hpp"

namespace kassabro::app {
namespace {

using testing::noon;
using testing::run;
using testing::sample_bonus_check;

class MergeTest : public testing::BonusShop {
 protected:
  std::vector<domain::BonusCheck> merge(RemoteBonus remote) {
    return run(MergeBonusChecks(file->unit_of_work(), clock).merge(account, anna, std::move(remote)));
  }
  void merge_and_tell(const RemoteBonus& remote) {
    file.write([&](Tables& tables) { merge_remote_bonus(tables, account, anna, remote, TellBack::yes, noon); });
  }
  static RemoteBonus remote_with(std::vector<domain::BonusCheck> checks) { return {true, "text", std::move(checks), {}, {}}; }
};

TEST_F(MergeTest, a_new_check_of_the_marketers_is_there_at_once) {
  const auto checks = merge(remote_with({sample_bonus_check("B1"), sample_bonus_check("B2", 5'000)}));
  EXPECT_EQ(checks.size(), 2U);
  EXPECT_EQ(left("B2"), 5'000);
  EXPECT_EQ(entries("issued"), 2);
  EXPECT_TRUE(waiting().empty());
}

TEST_F(MergeTest, a_spent_check_stays_spent_and_the_platform_is_told_so) {
  ASSERT_TRUE(redeem(request("R1")));
  merge_and_tell(remote_with({sample_bonus_check("B1")}));
  EXPECT_EQ(left(), 0);
  EXPECT_EQ(waiting_of(DeliveryKind::bonus_check_changed), 1);
}

TEST_F(MergeTest, every_amount_that_was_ever_left_is_an_echo) {
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  ASSERT_TRUE(undo(request("R1")));
  auto echo = sample_bonus_check("B1");
  echo.remaining_minor = 6'000;
  merge(remote_with({echo}));
  EXPECT_EQ(left(), 10'000);
  echo.remaining_minor = 5'500;
  merge(remote_with({echo}));
  EXPECT_EQ(left(), 5'500) << "this was never ours: somebody edited it";
}

TEST_F(MergeTest, a_value_below_what_was_spent_and_back_makes_no_money) {
  ASSERT_TRUE(redeem(request("R1", "60.00")));
  for (const std::int64_t value : {1'000, 10'000, 5'000, 1'000, 10'000}) {
    merge(remote_with({sample_bonus_check("B1", value)}));
    EXPECT_EQ(left(), std::max<std::int64_t>(0, value - 6'000)) << "value " << value;
  }
  auto echo = sample_bonus_check("B1", 5'000);
  echo.remaining_minor = 4'000;
  merge(remote_with({echo}));
  EXPECT_EQ(left(), 0);
  echo.value_minor = 10'000;
  merge(remote_with({echo}));
  EXPECT_EQ(left(), 4'000);
}

TEST_F(MergeTest, what_the_marketer_took_stays_taken_when_the_value_is_mistyped_and_put_right) {
  auto check = sample_bonus_check("B1");
  check.remaining_minor = 2'000;
  for (const auto& [value, expected] : {std::pair{10'000, 2'000}, {5'000, 0}, {10'000, 2'000}}) {
    check.value_minor = value;
    merge(remote_with({check}));
    EXPECT_EQ(left(), expected) << "value " << value;
  }
  auto issued = sample_bonus_check("B2");
  issued.remaining_minor = 1'000;
  for (const auto& [value, expected] : {std::pair{10'000, 1'000}, {5'000, 0}, {10'000, 1'000}}) {
    issued.value_minor = value;
    merge(remote_with({check, issued}));
    EXPECT_EQ(left("B2"), expected) << "value " << value;
  }
}

TEST_F(MergeTest, an_undo_gives_back_the_use_and_not_what_the_marketer_took) {
  ASSERT_TRUE(redeem(request("R1", "60.00")));
  auto check = sample_bonus_check("B1");
  check.remaining_minor = 1'000;
  merge(remote_with({check}));
  ASSERT_EQ(left(), 1'000);
  check.value_minor = 5'000;
  merge(remote_with({check}));
  ASSERT_EQ(left(), 0);
  ASSERT_TRUE(undo(request("R1")));
  EXPECT_EQ(left(), 2'000) << "50 less the 30 that the marketer took";
}

TEST_F(MergeTest, an_undo_after_a_lowered_value_gives_back_no_more_than_the_standing_uses_leave) {
  ASSERT_TRUE(redeem(request("R1", "60.00")));
  ASSERT_TRUE(redeem(request("R2", "30.00")));
  merge(remote_with({sample_bonus_check("B1", 5'000)}));
  ASSERT_EQ(left(), 0);
  ASSERT_TRUE(undo(request("R2")));
  EXPECT_EQ(left(), 0) << "60 of 50 still stands";
  merge(remote_with({sample_bonus_check("B1", 10'000)}));
  EXPECT_EQ(left(), 4'000);
  merge(remote_with({sample_bonus_check("B1", 5'000)}));
  ASSERT_TRUE(undo(request("R1")));
  EXPECT_EQ(left(), 5'000);
}

TEST_F(MergeTest, a_sale_that_came_before_its_check_uses_it) {
  accept(sale_with("1", "LATER", 0));
  merge(remote_with({sample_bonus_check("B1"), sample_bonus_check("LATER")}));
  EXPECT_EQ(left("LATER"), 0);
  EXPECT_EQ(entries("redeemed"), 1);
  EXPECT_EQ(waiting_of(DeliveryKind::bonus_check_used), 1);
}

TEST_F(MergeTest, a_sale_that_came_before_its_check_takes_no_more_than_its_discount) {
  accept(sale_with("1", "LATER", 3'000));
  accept(sale_with("2", "LATER", 7'000));
  accept(sale_with("3", "LATER", 1'000));
  merge(remote_with({sample_bonus_check("B1"), sample_bonus_check("LATER")}));
  EXPECT_EQ(left("LATER"), 0);
  EXPECT_EQ(entries("redeemed"), 2);
  EXPECT_EQ(entries("overspent"), 1);
}

TEST_F(MergeTest, a_withdrawn_check_cannot_be_used_and_comes_back_with_what_was_left) {
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  merge(remote_with({}));
  EXPECT_EQ(left(), 6'000) << "the list may have been read before";
  clock.advance(std::chrono::hours(1));
  merge(remote_with({}));
  EXPECT_EQ(redeem(request("R2")).error().message, "Bonus check B1 has been withdrawn.");
  merge(remote_with({sample_bonus_check("B1")}));
  EXPECT_EQ(redeem(request("R2"))->checks.at(0).remaining_minor, 0);
  EXPECT_EQ(file.count("SELECT sum(change_minor) FROM bonus_entries WHERE kind = 'redeemed'"), -10'000);
}

TEST_F(MergeTest, a_field_that_cannot_be_read_changes_nothing_and_is_noted) {
  merge({false, "{broken", {}, {}, {"This is not a list."}});
  EXPECT_EQ(left(), 10'000);
  EXPECT_EQ(file.count("SELECT count(*) FROM contact_extras WHERE bonus_fault = 'This is not a list.' AND bonus_text = "
                       "'{broken'"),
            1);
  merge(remote_with({sample_bonus_check("B1")}));
  EXPECT_EQ(file.count("SELECT count(*) FROM contact_extras WHERE bonus_fault <> ''"), 0);
}

TEST_F(MergeTest, an_entry_that_cannot_be_read_hides_nothing_else_and_withdraws_nothing) {
  merge({true, "text", {sample_bonus_check("B2")}, {R"({"id":"B1","value":"?"})"}, {"entry 1: value is not an amount"}});
  EXPECT_EQ(left("B1"), 10'000);
  EXPECT_TRUE(redeem(request("R1")));
  EXPECT_EQ(left("B2"), 10'000);
}

}  // namespace
}  // namespace kassabro::app
