#include "jobs/bonus_check_import.hpp"

#include "app/import_job.hpp"

namespace kassabro::jobs {

using app::Import;
using app::ImportState;

Result<std::string> BonusCheckImport::read_request(const json::object&) const {
  return fail(invalid("kind", "An import is applied with POST /api/v1/imports/{import}/apply, and undone with …/undo."));
}

Async<Result<Import>> BonusCheckImport::step_of(const app::Account& account, app::ImportId id) {
  const auto import = co_await parts_.imports.find(account.id, id);
  if (!import) co_return fail(not_found("import", "There is no import with this id."));
  if (import->state == ImportState::undoing) co_return co_await parts_.undo.step(account, id);
  co_return co_await parts_.apply.step(account, id);
}

// The import has a place of its own; the job's counts follow it, also after a kill between the two transactions.
Async<StepEnd> BonusCheckImport::step(const app::Account& account, const app::Job& job) {
  const auto id = app::parse_import_request(job.request);
  if (!id) co_return StepEnd{StepEnd::Kind::failed, {}, "The job names no import."};
  const auto import = co_await step_of(account, *id);
  if (!import) co_return StepEnd{StepEnd::Kind::failed, {}, import.error().message};
  const bool goes_on = import->state == ImportState::applying || import->state == ImportState::undoing;
  co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
    const auto done = import->cursor - job.done;
    tables.jobs.advance(job.account, job.kind,
                        {.cursor = std::to_string(import->cursor), .done = done, .total = import->rows, .reason = ""},
                        parts_.clock.now());
    return true;
  });
  if (import->state == ImportState::halted) co_return StepEnd{StepEnd::Kind::failed, {}, import->reason};
  co_return StepEnd{goes_on ? StepEnd::Kind::more : StepEnd::Kind::finished, {}, {}};
}

}  // namespace kassabro::jobs
