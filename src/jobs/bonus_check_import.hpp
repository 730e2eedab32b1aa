#pragma once

#include "app/import_bonus_checks.hpp"
#include "app/unit_of_work.hpp"
#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

// Applies or undoes an import, whichever it has come to (docs/imports.md); opened with it (app/import_job.hpp), so that it goes
// on after a kill. Counts the file's checks.
//
// Request: {"import": "7"}.
class BonusCheckImport final : public JobKind {
 public:
  struct Parts {
    app::ApplyImport& apply;
    app::UndoImport& undo;
    app::ImportReader& imports;
    app::UnitOfWork& unit;
    const Clock& clock;
  };

  explicit BonusCheckImport(Parts parts) : parts_(parts) {}

  std::string_view name() const override { return app::import_kind; }
  bool calls_platform() const override { return false; }  // the outbox tells it
  // Imports are applied and undone by their own calls.
  Result<std::string> read_request(const json::object& wanted) const override;
  std::optional<std::string> begins(const app::Account&, const std::optional<app::Job>&) const override { return std::nullopt; }
  Async<StepEnd> step(const app::Account& account, const app::Job& job) override;

 private:
  Async<Result<app::Import>> step_of(const app::Account& account, app::ImportId id);

  Parts parts_;
};

}  // namespace kassabro::jobs
