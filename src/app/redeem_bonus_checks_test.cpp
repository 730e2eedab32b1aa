#include "app/redeem_bonus_checks.hpp"

#include "testing/bonus_shop.hpp"

namespace kassabro::app {
namespace {

using testing::sample_bonus_check;

class RedeemTest : public testing::BonusShop {};

TEST_F(RedeemTest, a_redeemed_check_is_used_up_and_told_once) {
  const auto redeemed = redeem(request("R1"));
  ASSERT_TRUE(redeemed) << redeemed.error().message;
  EXPECT_EQ(redeemed->contact, anna);
  EXPECT_EQ(redeemed->checks.at(0).remaining_minor, 0);
  EXPECT_EQ(redeemed->checks.at(0).last_used_at, testing::noon);
  EXPECT_EQ(left(), 0);
  EXPECT_EQ(waiting(), std::vector{DeliveryKind::bonus_check_used});
  EXPECT_EQ(file.count("SELECT count(*) FROM bonus_entries WHERE kind = 'redeemed' AND change_minor = -10000 AND "
                       "remaining_minor = 0 AND receipt = 'R1' AND store = '200' AND staff = 'Kim' AND register = 'R1'"),
            1);
}

TEST_F(RedeemTest, the_same_receipt_again_is_the_same_use) {
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(redeem(request("R1")));
  EXPECT_EQ(entries("redeemed"), 1);
  EXPECT_EQ(waiting().size(), 1U);
}

TEST_F(RedeemTest, another_receipt_is_refused_in_words_for_the_cashier) {
  ASSERT_TRUE(redeem(request("R1")));
  const auto second = redeem(request("R2"));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::conflict);
  EXPECT_EQ(second.error().field, "bonus_check_ids[0]");
  EXPECT_EQ(second.error().message, "Bonus check B1 has been used already.");
}

TEST_F(RedeemTest, without_a_receipt_nothing_is_the_same) {
  EXPECT_TRUE(redeem(request("")));
  EXPECT_EQ(redeem(request("")).error().code, ErrorCode::conflict);
}

TEST_F(RedeemTest, parts_add_up_and_the_rest_is_what_is_left) {
  EXPECT_EQ(redeem(request("R1", "40.00"))->checks.at(0).remaining_minor, 6'000);
  EXPECT_EQ(redeem(request("R1", "40.00"))->checks.at(0).remaining_minor, 6'000) << "the same again";
  EXPECT_EQ(redeem(request("R1", "50.00")).error().code, ErrorCode::conflict) << "the same receipt, another amount";
  const auto too_much = redeem(request("R2", "60.01"));
  EXPECT_EQ(too_much.error().code, ErrorCode::invalid);
  EXPECT_EQ(too_much.error().field, "bonus_check_ids[0].amount");
  EXPECT_EQ(redeem(request("R2"))->checks.at(0).remaining_minor, 0);
}

TEST_F(RedeemTest, all_checks_of_a_request_or_none) {
  issue(anna, sample_bonus_check("B2"));
  ASSERT_TRUE(redeem(request("R1", "", "B2")));
  auto both = request("R2");
  both.checks.push_back({"B2", "", "", "bonus_check_ids[1]"});
  const auto refused = redeem(both);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "bonus_check_ids[1]");
  EXPECT_EQ(left("B1"), 10'000);
}

TEST_F(RedeemTest, a_check_of_another_customer_is_unknown) {
  issue(bo, sample_bonus_check("OF-BO"));
  const auto refused = redeem(request("R1", "", "OF-BO"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::not_found);
  EXPECT_EQ(refused.error().message, "Unknown bonus check: OF-BO.");
}

TEST_F(RedeemTest, an_id_alone_names_its_owner_as_long_as_one_customer_has_it) {
  auto nameless = request("R1");
  nameless.contact_id.clear();
  EXPECT_EQ(redeem(nameless)->contact, anna);
  issue(bo, sample_bonus_check("B1"));
  nameless.receipt = "R2";
  EXPECT_EQ(redeem(nameless).error().field, "contactid");
}

TEST_F(RedeemTest, two_customers_may_have_checks_of_one_id) {
  issue(bo, sample_bonus_check("B1", 5'000));
  ASSERT_TRUE(redeem(request("R1")));
  EXPECT_EQ(left("B1", bo), 5'000);
}

TEST_F(RedeemTest, what_is_wrong_names_the_callers_field) {
  EXPECT_EQ(redeem({"7", {}, {}, "R1"}).error().field, "bonus_check_ids");
  EXPECT_EQ(redeem({"99", {{"B1", "", "", "x"}}, {}, "R1"}).error().field, "contactid");
  EXPECT_EQ(redeem({"7", {{"B1", "", "", "a"}, {"B1", "", "", "b"}}, {}, "R1"}).error().field, "b");
  EXPECT_EQ(redeem({"7", {{"B1", "10.00", "EUR", "a"}}, {}, "R1"}).error().field, "a.currency");
  EXPECT_EQ(redeem({"7", {{"B1", "ten", "", "a"}}, {}, "R1"}).error().field, "a.amount");
  EXPECT_EQ(redeem({"7", {}, {"P1"}, "R1"}).error().code, ErrorCode::not_found);
  EXPECT_EQ(left(), 10'000);
}

TEST_F(RedeemTest, the_last_day_is_the_stores) {
  auto check = sample_bonus_check("LAST");
  check.valid_to = Date{std::chrono::floor<std::chrono::days>(testing::noon)};
  issue(anna, check);
  account.settings["card"] = json::object{{"store_time_zones", json::object{{"200", "Pacific/Kiritimati"}}}};
  EXPECT_EQ(redeem(request("R1", "", "LAST")).error().message, "Bonus check LAST has expired.");
  account.settings.clear();
  EXPECT_TRUE(redeem(request("R1", "", "LAST")));
}

TEST_F(RedeemTest, undoing_gives_back_and_may_be_done_twice) {
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  EXPECT_EQ(undo(request("R1"))->checks.at(0).remaining_minor, 10'000);
  const auto again = undo(request("R1"));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->checks.at(0).remaining_minor, 10'000);
  EXPECT_FALSE(again->checks.at(0).last_used_at);
  EXPECT_EQ(entries("undone"), 1);
  EXPECT_TRUE(redeem(request("R1"))) << "the same purchase may begin anew";
  EXPECT_EQ(left(), 0);
}

TEST_F(RedeemTest, undoing_what_was_never_used_changes_nothing) {
  EXPECT_TRUE(undo(request("R1")));
  ASSERT_TRUE(redeem(request("R1")));
  EXPECT_TRUE(undo(request("R2"))) << "of another receipt";
  EXPECT_EQ(left(), 0);
  EXPECT_EQ(undo(request("R1", "", "NOBODY'S")).error().code, ErrorCode::not_found);
}

TEST_F(RedeemTest, a_receipt_alone_undoes_all_that_was_used_under_it) {
  issue(anna, sample_bonus_check("B2"));
  auto both = request("R1");
  both.checks.push_back({"B2", "", "", "bonus_check_ids[1]"});
  ASSERT_TRUE(redeem(both));
  EXPECT_EQ(undo({"7", {}, {}, "R1"})->checks.size(), 2U);
  EXPECT_EQ(left("B1") + left("B2"), 20'000);
}

TEST_F(RedeemTest, without_a_receipt_only_what_was_used_just_now_is_undone) {
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  clock.advance(std::chrono::hours(2));
  EXPECT_TRUE(undo(request("")));
  EXPECT_EQ(left(), 6'000);
  ASSERT_TRUE(redeem(request("R2", "10.00")));
  EXPECT_TRUE(undo(request("")));
  EXPECT_EQ(left(), 6'000) << "the latest one";
}

TEST_F(RedeemTest, a_completed_purchase_is_not_undone) {
  ASSERT_TRUE(redeem(request("R1")));
  accept(sale_with("1", "B1"));
  const auto refused = undo(request("R1"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_EQ(left(), 0);
}

TEST_F(RedeemTest, a_promotion_is_used_once) {
  account.settings["card"] = json::object{
      {"promotions", json::array{json::object{{"promotion_id", "P1"}, {"name", "Ten percent"}, {"value_int", 10}}}}};
  const RedeemRequest use{"7", {}, {"P1"}, "R1"};
  EXPECT_TRUE(redeem(use));
  EXPECT_TRUE(redeem(use)) << "the same receipt";
  EXPECT_EQ(redeem({"7", {}, {"P1"}, "R2"}).error().code, ErrorCode::conflict);
  EXPECT_TRUE(undo(use));
  EXPECT_TRUE(redeem({"7", {}, {"P1"}, "R2"}));
}

TEST_F(RedeemTest, the_ledger_only_grows) {
  ASSERT_TRUE(redeem(request("R1")));
  store::sqlite::Connection connection(file.path(), store::sqlite::OpenMode::read_write);
  EXPECT_THROW(connection.execute("UPDATE bonus_entries SET change_minor = 0"), InfrastructureFailure);
}

}  // namespace
}  // namespace kassabro::app
