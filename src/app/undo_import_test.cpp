#include <gmock/gmock.h>

#include "testing/import_shop.hpp"

namespace kassabro::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::run;
using testing::SheetFile;
using Status = domain::BonusCheckStatus;

class UndoImportTest : public testing::ImportShop {
 protected:
  Import applied() {
    const auto import =
        stage({titles, {"anna@shop.se", "B1", "Ny", "150", "2026-12-31"}, {"bo@shop.se", "B2", "Jul", "50", ""}});
    EXPECT_TRUE(apply(import));
    return import;
  }
};

TEST_F(UndoImportTest, everything_is_as_it_was_and_the_new_checks_are_withdrawn) {
  const auto before = *check("B1");
  const auto import = applied();
  const auto undone = undo_import(import);
  ASSERT_TRUE(undone);
  EXPECT_EQ(undone->state, ImportState::undone);
  EXPECT_EQ(undone->kept, 0);
  EXPECT_EQ(check("B1"), before);
  EXPECT_EQ(check("B2", bo)->status, Status::withdrawn);
  EXPECT_EQ(count("bonus_entries WHERE source = 'import_undo'"), 2);
  EXPECT_EQ(waiting().size(), 2U) << "one row a customer tells both";
}

TEST_F(UndoImportTest, undoing_again_changes_nothing) {
  const auto import = applied();
  ASSERT_TRUE(undo_import(import));
  const auto recorded = count("bonus_entries");
  EXPECT_EQ(undo_import(import)->state, ImportState::undone);
  EXPECT_EQ(count("bonus_entries"), recorded);
  EXPECT_EQ(apply(import).error().code, ErrorCode::conflict);
}

TEST_F(UndoImportTest, what_the_platform_still_shows_does_not_bring_it_back) {
  const auto import = applied();
  const auto told_anna = *check("B1");
  const auto told_bo = *check("B2", bo);
  platform_shows({told_anna});
  platform_shows({told_bo}, bo);
  clock.advance(std::chrono::hours(1));
  const auto before_undo = count("bonus_entries");
  ASSERT_TRUE(undo_import(import));
  clock.advance(std::chrono::hours(5));
  platform_shows({told_anna});
  platform_shows({told_bo}, bo);
  EXPECT_EQ(check("B1")->value_minor, 10'000);
  EXPECT_EQ(check("B2", bo)->status, Status::withdrawn);
  EXPECT_EQ(count("bonus_entries"), before_undo + 2);
}

TEST_F(UndoImportTest, a_used_check_forbids_it_by_name) {
  const auto import = applied();
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  const auto refused = undo_import(import);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_THAT(refused.error().message, HasSubstr("Bonus check B1 of line 2 has been used since"));
  EXPECT_EQ(check("B2", bo)->status, Status::open) << "nothing was undone";
  ASSERT_TRUE(undo(request("R1")));
  EXPECT_TRUE(undo_import(import)) << "the use was taken back";
}

TEST_F(UndoImportTest, a_use_before_the_import_does_not_matter) {
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  const auto before = *check("B1");
  ASSERT_TRUE(undo_import(applied()));
  EXPECT_EQ(check("B1"), before);
}

TEST_F(UndoImportTest, an_edit_since_forbids_it_by_name) {
  const auto import = applied();
  auto edited = *check("B1");
  edited.name = "Another";
  platform_shows({edited});
  EXPECT_THAT(undo_import(import).error().message, HasSubstr("Bonus check B1 of line 2 has been changed since"));
}

TEST_F(UndoImportTest, a_check_that_was_withdrawn_since_is_gone_already) {
  const auto import = applied();
  platform_shows({*check("B2", bo)}, bo);
  clock.advance(std::chrono::hours(1));
  platform_shows({}, bo);
  ASSERT_EQ(check("B2", bo)->status, Status::withdrawn);
  EXPECT_TRUE(undo_import(import));
}

TEST_F(UndoImportTest, a_use_while_it_goes_on_keeps_that_check) {
  const auto import = applied();
  UndoImport use_case(file->unit_of_work(), clock);
  ASSERT_TRUE(run(use_case.begin(account, import.id)));
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  EXPECT_EQ(run(use_case.step(account, import.id, 1))->kept, 1);
  const auto undone = undo_import(import);
  EXPECT_EQ(undone->state, ImportState::undone);
  EXPECT_EQ(undone->kept, 1);
  EXPECT_EQ(check("B1")->value_minor, 15'000);
  EXPECT_EQ(left(), 11'000);
  EXPECT_EQ(check("B2", bo)->status, Status::withdrawn);
}

TEST_F(UndoImportTest, steps_survive_a_restart) {
  SheetFile::Lines lines{titles};
  for (int i = 0; i < 25; ++i) lines.push_back({"anna@shop.se", "N" + std::to_string(i), "Jul", "10", ""});
  const auto import = stage(lines);
  ASSERT_TRUE(apply(import));
  UndoImport use_case(file->unit_of_work(), clock);
  ASSERT_TRUE(run(use_case.begin(account, import.id)));
  EXPECT_EQ(run(use_case.step(account, import.id, 10))->state, ImportState::undoing);
  file.reopen();
  ASSERT_TRUE(undo_import(import));
  EXPECT_EQ(count("bonus_checks WHERE status = 'withdrawn'"), 25);
}

TEST_F(UndoImportTest, an_import_that_was_halted_half_way_can_be_undone) {
  const std::vector<std::string> all{"E-post", "Id", "Värde", "Valuta"};
  const auto import = stage({all, {"anna@shop.se", "B2", "100", "SEK"}, {"anna@shop.se", "B1", "100", "EUR"}});
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  ASSERT_EQ(apply(import)->state, ImportState::halted);
  ASSERT_TRUE(undo_import(import));
  EXPECT_EQ(check("B2")->status, Status::withdrawn);
}

TEST_F(UndoImportTest, an_undone_file_may_be_imported_again) {
  ASSERT_TRUE(undo_import(applied()));
  const auto again = applied();
  EXPECT_EQ(check("B2", bo)->status, Status::open);
  EXPECT_EQ(check("B1")->value_minor, 15'000);
  EXPECT_EQ(run(file->imports().list(account.id)).size(), 2U);
  EXPECT_EQ(again.rows, 2);
}

}  // namespace
}  // namespace kassabro::app
