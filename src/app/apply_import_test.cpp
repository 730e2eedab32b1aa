#include <gmock/gmock.h>

#include "testing/import_shop.hpp"

namespace kassabro::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::run;
using testing::SheetFile;
using Outcome = ImportOutcome;
using Status = domain::BonusCheckStatus;

class ApplyImportTest : public testing::ImportShop {
 protected:
  ApplyImport use_case() { return {file->unit_of_work(), file->imports(), clock}; }
};

TEST_F(ApplyImportTest, new_checks_are_issued_and_told_once_a_customer) {
  const auto import = stage({titles,
                             {"anna@shop.se", "B2", "Jul", "100", "2026-12-31"},
                             {"anna@shop.se", "B3", "Jul", "50", ""},
                             {"bo@shop.se", "B2", "Jul", "25", ""}});
  const auto applied = apply(import);
  ASSERT_TRUE(applied);
  EXPECT_EQ(applied->state, ImportState::applied);
  EXPECT_EQ(check("B2")->value_minor, 10'000);
  EXPECT_EQ(check("B2")->name, "Jul");
  EXPECT_EQ(to_iso_date(*check("B2")->valid_to), "2026-12-31");
  EXPECT_EQ(left("B2", bo), 2'500);
  EXPECT_THAT(waiting(), ElementsAre(DeliveryKind::bonus_check_changed, DeliveryKind::bonus_check_changed));
  EXPECT_EQ(count("bonus_entries WHERE source = 'import' AND kind = 'issued'"), 3);
}

TEST_F(ApplyImportTest, applying_again_changes_nothing) {
  const auto import = stage({titles, {"anna@shop.se", "B2", "Jul", "100", ""}, {"anna@shop.se", "B1", "Nytt", "150", ""}});
  ASSERT_TRUE(apply(import));
  const auto before = all_checks();
  const auto recorded = count("bonus_entries");
  EXPECT_EQ(apply(import)->state, ImportState::applied);
  EXPECT_EQ(all_checks(), before);
  EXPECT_EQ(count("bonus_entries"), recorded);
  const auto staged_again =
      stage({titles, {"anna@shop.se", "B2", "Jul", "100", ""}, {"anna@shop.se", "B1", "Nytt", "150", ""}}, {}, "d2");
  EXPECT_THAT(outcomes(staged_again), ElementsAre(Outcome::unchanged, Outcome::unchanged));
  ASSERT_TRUE(apply(staged_again));
  EXPECT_EQ(all_checks(), before);
  EXPECT_EQ(count("bonus_entries"), recorded);
}

TEST_F(ApplyImportTest, what_is_gone_stays_gone_when_the_value_is_changed) {
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  ASSERT_TRUE(apply(stage({titles, {"anna@shop.se", "B1", "Bonus B1", "150", ""}})));
  EXPECT_EQ(check("B1")->value_minor, 15'000);
  EXPECT_EQ(left(), 11'000);
  ASSERT_TRUE(apply(stage({titles, {"anna@shop.se", "B1", "Bonus B1", "30", ""}}, {}, "d2")));
  EXPECT_EQ(left(), 0);
  ASSERT_TRUE(apply(stage({titles, {"anna@shop.se", "B1", "Bonus B1", "100", ""}}, {}, "d3")));
  EXPECT_EQ(left(), 6'000) << "a mistyped value put right makes no money";
}

TEST_F(ApplyImportTest, a_withdrawn_check_is_opened_again_and_an_old_list_does_not_withdraw_it) {
  clock.advance(std::chrono::hours(1));
  platform_shows({});
  ASSERT_EQ(check("B1")->status, Status::withdrawn);
  clock.advance(std::chrono::hours(1));
  const auto import = stage({titles, {"anna@shop.se", "B1", "Bonus B1", "100", ""}});
  EXPECT_THAT(outcomes(import), ElementsAre(Outcome::changed));
  ASSERT_TRUE(apply(import));
  EXPECT_EQ(entries("reopened"), 1);
  clock.advance(std::chrono::hours(5));
  platform_shows({});
  EXPECT_EQ(check("B1")->status, Status::open) << "the delivery has waited for hours";
}

TEST_F(ApplyImportTest, what_the_platform_still_shows_does_not_undo_an_import) {
  const auto shown = *check("B1");
  ASSERT_TRUE(apply(stage({titles, {"anna@shop.se", "B1", "Ny text", "150", "2026-12-31"}})));
  clock.advance(std::chrono::hours(5));
  platform_shows({shown});
  EXPECT_EQ(check("B1")->value_minor, 15'000);
  EXPECT_EQ(check("B1")->name, "Ny text");
  platform_shows({*check("B1")});
  EXPECT_EQ(count("bonus_replaced"), 0) << "it has been told";
  platform_shows({shown});
  EXPECT_EQ(check("B1")->value_minor, 10'000) << "an edit of the marketer's";
}

TEST_F(ApplyImportTest, all_or_nothing_refuses_a_file_with_bad_rows) {
  const auto import = stage({titles, {"anna@shop.se", "B2", "Jul", "100", ""}, {"anna@shop.se", "B3", "Jul", "lots", ""}});
  const auto refused = apply(import);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_THAT(refused.error().message, HasSubstr("line 3"));
  EXPECT_FALSE(check("B2"));
  EXPECT_EQ(apply(import, BadRows::skip)->state, ImportState::applied);
  EXPECT_TRUE(check("B2"));
  EXPECT_FALSE(check("B3"));
}

TEST_F(ApplyImportTest, steps_go_on_where_the_last_one_ended) {
  SheetFile::Lines lines{titles};
  for (int i = 0; i < 25; ++i) lines.push_back({"anna@shop.se", "N" + std::to_string(i), "Jul", "10", ""});
  const auto import = stage(lines);
  EXPECT_EQ(run(use_case().step(account, import.id, 10))->state, ImportState::staged) << "not begun";
  ASSERT_TRUE(run(use_case().begin(account, import.id, BadRows::refuse_all)));
  EXPECT_EQ(run(use_case().step(account, import.id, 10))->cursor, 10);
  EXPECT_EQ(run(file->bonus_checks().list(account.id, anna)).size(), 11U);
  file.reopen();
  EXPECT_EQ(run(use_case().step(account, import.id, 10))->state, ImportState::applying);
  EXPECT_EQ(run(use_case().step(account, import.id, 10))->state, ImportState::applied);
  EXPECT_EQ(run(file->bonus_checks().list(account.id, anna)).size(), 26U);
  EXPECT_EQ(run(use_case().step(account, import.id, 10))->state, ImportState::applied);
  EXPECT_EQ(entries("issued"), 26);
  EXPECT_EQ(waiting().size(), 1U);
}

TEST_F(ApplyImportTest, a_customer_who_is_created_has_agreed_to_nothing) {
  ImportOptions options;
  options.unknown_customers = UnknownCustomers::create;
  const std::vector<std::string> all{"E-post", "Mobil", "Id", "Värde"};
  const auto import = stage({all, {"new@shop.se", "0701234567", "B2", "100"}, {"new@shop.se", "", "B3", "100"}}, options);
  ASSERT_TRUE(apply(import));
  EXPECT_EQ(count("contacts"), 3);
  const auto made = rows(import)[0].contact;
  ASSERT_TRUE(made);
  EXPECT_EQ(rows(import)[1].contact, made);
  const auto customer = contact(*made);
  EXPECT_EQ(customer->email->text(), "new@shop.se");
  EXPECT_EQ(customer->mobile->e164(), "+46701234567");
  EXPECT_FALSE(customer->member_number.empty());
  EXPECT_EQ(customer->consent, domain::Consent{});
  EXPECT_EQ(count("consent_records WHERE source = 'import' AND accepts = 0"), 1);
  EXPECT_EQ(left("B2", *made), 10'000);
}

TEST_F(ApplyImportTest, a_purchase_that_used_the_check_before_it_was_known_counts) {
  accept(sale_with("1", "B2", 3'000));
  ASSERT_TRUE(apply(stage({titles, {"anna@shop.se", "B2", "Jul", "100", ""}})));
  EXPECT_EQ(left("B2"), 7'000);
  EXPECT_EQ(waiting_of(DeliveryKind::bonus_check_used), 1);
}

TEST_F(ApplyImportTest, what_has_become_impossible_since_staging_halts_all_or_nothing) {
  const std::vector<std::string> all{"E-post", "Id", "Värde", "Valuta"};
  const auto import = stage(
      {all, {"anna@shop.se", "B2", "100", "SEK"}, {"anna@shop.se", "B1", "100", "EUR"}, {"bo@shop.se", "B2", "100", "SEK"}});
  EXPECT_EQ(rows_of(import, Outcome::refused), 0);
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  const auto halted = apply(import);
  ASSERT_TRUE(halted);
  EXPECT_EQ(halted->state, ImportState::halted);
  EXPECT_THAT(halted->reason, HasSubstr("Line 3"));
  EXPECT_EQ(rows_of(*halted, Outcome::refused), 1);
  EXPECT_FALSE(check("B2", bo));
  EXPECT_FALSE(apply(import)) << "a row is refused now";
  EXPECT_EQ(apply(import, BadRows::skip)->state, ImportState::applied);
  EXPECT_TRUE(check("B2", bo));
}

TEST_F(ApplyImportTest, what_was_never_staged_cannot_be_applied) {
  Import unknown;
  unknown.id = 77;
  EXPECT_EQ(apply(unknown).error().code, ErrorCode::not_found);
  EXPECT_EQ(undo_import(unknown).error().code, ErrorCode::not_found);
  EXPECT_FALSE(try_stage(SheetFile({titles})));
  EXPECT_EQ(apply(run(file->imports().list(account.id)).at(0)).error().code, ErrorCode::conflict);
}

}  // namespace
}  // namespace kassabro::app
