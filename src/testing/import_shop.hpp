#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/import_bonus_checks.hpp"
#include "app/merge_bonus_checks.hpp"
#include "testing/bonus_shop.hpp"

namespace kassabro::testing {

inline app::Cell text_cell(const std::string& text) {
  return {text.empty() ? app::CellKind::empty : app::CellKind::text, text};
}

// A file of text cells, as a reader of files gives it: line by line, some at a time.
class SheetFile {
 public:
  using Lines = std::vector<std::vector<std::string>>;

  explicit SheetFile(const Lines& lines) {
    std::int64_t line = 0;
    for (const auto& texts : lines) {
      app::Row row{++line, {}};
      for (const auto& text : texts) row.cells.push_back(text_cell(text));
      if (!texts.empty()) rows.push_back(std::move(row));
    }
  }

  app::OpenSheet open(const std::string& digest = "d1") const {
    auto next = std::make_shared<std::size_t>(0);
    auto give = [rows = rows, per_turn = rows_per_turn, broken_after = broken_after,
                 next]() -> Async<Result<std::vector<app::Row>>> {
      std::vector<app::Row> some;
      while (*next < rows.size() && some.size() < per_turn) {
        if (*next == broken_after) co_return fail(invalid("file", "The file ends in the middle of a row."));
        some.push_back(rows[(*next)++]);
      }
      co_return some;
    };
    return {{"csv", "", {}, "UTF-8", ";"}, std::move(give), digest};
  }

  std::vector<app::Row> rows;
  std::size_t rows_per_turn = 2;
  std::size_t broken_after = static_cast<std::size_t>(-1);
};

// A bonus shop whose marketer imports files.
class ImportShop : public BonusShop {
 protected:
  static inline const std::vector<std::string> titles{"E-post", "Id", "Namn", "Värde", "Till"};

  // Reads the platform's list; none of a file that has no such column.
  app::ParseBonusField parse = [](const std::string&, const app::Account&) { return std::nullopt; };

  app::StageBonusChecks stage_use_case() { return {file->unit_of_work(), file->imports(), clock, parse}; }
  Result<app::StagedImport> try_stage(const SheetFile& sheet, app::ImportOptions options = {},
                                      const std::string& digest = "d1") {
    return run(stage_use_case()(account, {"bonus.csv", std::move(options)}, sheet.open(digest)));
  }
  app::Import stage(const SheetFile::Lines& lines, app::ImportOptions options = {}, const std::string& digest = "d1") {
    const auto staged = try_stage(SheetFile(lines), std::move(options), digest);
    EXPECT_TRUE(staged) << (staged ? "" : staged.error().message);
    return staged ? staged->import : app::Import{};
  }
  Result<app::Import> apply(const app::Import& import, app::BadRows bad_rows = app::BadRows::refuse_all) {
    app::ApplyImport use_case(file->unit_of_work(), file->imports(), clock);
    auto done = run(use_case.begin(account, import.id, bad_rows));
    while (done && done->state == app::ImportState::applying) done = run(use_case.step(account, import.id));
    return end_job(std::move(done));
  }
  Result<app::Import> undo_import(const app::Import& import) {
    app::UndoImport use_case(file->unit_of_work(), clock);
    auto done = run(use_case.begin(account, import.id));
    while (done && done->state == app::ImportState::undoing) done = run(use_case.step(account, import.id));
    return end_job(std::move(done));
  }
  // The job's steps were made by hand.
  Result<app::Import> end_job(Result<app::Import> done) {
    file.write([&](app::Tables& tables) {
      auto job = tables.jobs.find(account.id, app::import_kind);
      if (!job) return;
      job->state = app::JobState::finished;
      tables.jobs.save(*job);
    });
    return done;
  }

  std::vector<app::ImportRow> rows(const app::Import& import) {
    return run(file->imports().list_rows({import.id, std::nullopt, 0, 1000}));
  }
  std::vector<app::ImportOutcome> outcomes(const app::Import& import) {
    std::vector<app::ImportOutcome> list;
    for (const auto& row : rows(import)) list.push_back(row.outcome);
    return list;
  }
  std::optional<domain::BonusCheck> check(const std::string& id, domain::ContactId contact = anna) {
    for (const auto& found : run(file->bonus_checks().list(account.id, contact)))
      if (found.id == id) return found;
    return std::nullopt;
  }
  std::vector<domain::BonusCheck> all_checks() {
    auto list = run(file->bonus_checks().list(account.id, anna));
    for (auto& of_bo : run(file->bonus_checks().list(account.id, bo))) list.push_back(std::move(of_bo));
    return list;
  }
  // What the platform shows is merged, as before every delivery.
  void platform_shows(std::vector<domain::BonusCheck> checks, domain::ContactId contact = anna) {
    run(app::MergeBonusChecks(file->unit_of_work(), clock).merge(account, contact, {true, "text", std::move(checks), {}, {}}));
  }
};

}  // namespace kassabro::testing
