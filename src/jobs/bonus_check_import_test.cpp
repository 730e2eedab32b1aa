#include "jobs/bonus_check_import.hpp"

#include "testing/import_shop.hpp"
#include "testing/job_shop.hpp"

namespace kassabro::jobs {
namespace {

using app::BadRows;
using app::ImportState;
using app::JobState;
using testing::run;

class BonusCheckImportTest : public testing::JobsOf<testing::ImportShop> {
 protected:
  BonusCheckImportTest() { make_engine({&kind}); }
  app::Import staged(int rows, const std::string& digest = "d1") {
    testing::SheetFile::Lines lines{titles};
    for (int i = 0; i < rows; ++i) lines.push_back({"anna@shop.se", digest + "-" + std::to_string(i), "Vår", "100", ""});
    return stage(lines, {}, digest);
  }
  app::Import import_of(const app::Import& import) { return *run(file->imports().find(account.id, import.id)); }
  app::Job job() { return job_of(app::import_kind); }

  app::ApplyImport apply_use_case{file->unit_of_work(), file->imports(), clock};
  app::UndoImport undo_use_case{file->unit_of_work(), clock};
  BonusCheckImport kind{{apply_use_case, undo_use_case, file->imports(), file->unit_of_work(), clock}};
};

TEST_F(BonusCheckImportTest, applies_what_was_begun_and_counts_its_rows) {
  const auto import = staged(1'200);
  ASSERT_TRUE(run(apply_use_case.begin(account, import.id, BadRows::refuse_all)));
  run_once();
  EXPECT_EQ(job().state, JobState::running);
  EXPECT_EQ(job().done, 500);
  EXPECT_EQ(job().total, 1'200);
  make_engine({&kind});  // a restart
  run_on();
  EXPECT_EQ(import_of(import).state, ImportState::applied);
  EXPECT_EQ(job().state, JobState::finished);
  EXPECT_EQ(job().done, 1'200);
}

TEST_F(BonusCheckImportTest, undoes_in_the_same_way) {
  const auto import = staged(3);
  ASSERT_TRUE(run(apply_use_case.begin(account, import.id, BadRows::refuse_all)));
  run_on();
  ASSERT_TRUE(run(undo_use_case.begin(account, import.id)));
  run_on();
  EXPECT_EQ(import_of(import).state, ImportState::undone);
  EXPECT_EQ(job().done, 3);
}

TEST_F(BonusCheckImportTest, one_import_at_a_time) {
  const auto first = staged(3);
  const auto second = staged(3, "d2");
  ASSERT_TRUE(run(apply_use_case.begin(account, first.id, BadRows::refuse_all)));
  const auto refused = run(apply_use_case.begin(account, second.id, BadRows::refuse_all));
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_EQ(import_of(second).state, ImportState::staged);
  run_on();
  EXPECT_TRUE(run(apply_use_case.begin(account, second.id, BadRows::refuse_all)));
}

TEST_F(BonusCheckImportTest, one_that_was_paused_goes_on_when_it_is_applied_again) {
  const auto import = staged(600);
  ASSERT_TRUE(run(apply_use_case.begin(account, import.id, BadRows::refuse_all)));
  run_once();
  ASSERT_TRUE(run(control.pause(account.id, app::import_kind)));
  run_on();
  EXPECT_EQ(import_of(import).state, ImportState::applying);
  ASSERT_TRUE(run(apply_use_case.begin(account, import.id, BadRows::refuse_all)));
  run_on();
  EXPECT_EQ(import_of(import).state, ImportState::applied);
}

TEST_F(BonusCheckImportTest, one_that_was_cancelled_can_be_undone) {
  const auto import = staged(600);
  ASSERT_TRUE(run(apply_use_case.begin(account, import.id, BadRows::refuse_all)));
  run_once();
  ASSERT_TRUE(run(control.cancel(account.id, app::import_kind)));
  ASSERT_TRUE(run(undo_use_case.begin(account, import.id)));
  run_on();
  EXPECT_EQ(import_of(import).state, ImportState::undone);
  EXPECT_EQ(count("bonus_checks WHERE status = 'withdrawn'"), 500);
}

TEST_F(BonusCheckImportTest, is_not_begun_like_other_jobs) { EXPECT_FALSE(kind.read_request({})); }

}  // namespace
}  // namespace kassabro::jobs
