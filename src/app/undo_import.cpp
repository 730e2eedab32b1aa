#include <fmt/format.h>

#include "app/bonus_ledger.hpp"
#include "app/import_bonus_checks.hpp"
#include "app/import_job.hpp"
#include "domain/bonus_merge.hpp"

namespace kassabro::app {
namespace {

using domain::BonusCheck;
using domain::BonusCheckStatus;
using domain::BonusEntryKind;

const Origin undo_origin{"import_undo", {}, {}, {}};

Error unknown_import() { return not_found("import", "There is no import with this id."); }

enum class Since { nothing, used, edited, gone };

// What has become of a check since the import wrote `after`. That its last day has passed is nothing that anybody did.
Since since(const std::optional<BonusCheck>& now, const BonusCheck& after, bool was_new) {
  if (!now) return Since::gone;
  if (now->status == BonusCheckStatus::withdrawn && after.status != BonusCheckStatus::withdrawn && was_new) return Since::gone;
  if (gone_minor(*now) > gone_minor(after)) return Since::used;
  auto same = *now;
  same.remaining_minor = after.remaining_minor;
  same.overdrawn_minor = after.overdrawn_minor;
  same.last_used_at = after.last_used_at;
  if (same.status == BonusCheckStatus::expired) same.status = after.status;
  return same == after ? Since::nothing : Since::edited;
}

std::optional<std::string> obstacle(Tables& tables, const Account& account, const ImportRow& row) {
  switch (since(tables.bonus.find(account.id, *row.contact, row.after->id), *row.after, !row.before)) {
    case Since::nothing:
    case Since::gone: return std::nullopt;
    case Since::used: return fmt::format("Bonus check {} of line {} has been used since.", row.after->id, row.line);
    case Since::edited: break;
  }
  return fmt::format("Bonus check {} of line {} has been changed since.", row.after->id, row.line);
}

bool has_effect(const ImportRow& row) { return row.after && row.contact; }

BonusEntryKind kind_of(const BonusCheck& before) {
  switch (before.status) {
    case BonusCheckStatus::withdrawn: return BonusEntryKind::withdrawn;
    case BonusCheckStatus::expired: return BonusEntryKind::expired;
    case BonusCheckStatus::open: break;
  }
  return BonusEntryKind::adjusted;
}

void undo_row(Tables& tables, const Account& account, ImportRow& row, Timestamp now) {
  const auto current = tables.bonus.find(account.id, *row.contact, row.after->id);
  if (current && since(current, *row.after, !row.before) != Since::gone) {
    auto target = row.before.value_or(*current);
    if (!row.before) target.status = BonusCheckStatus::withdrawn;
    const domain::BonusChange change{target, kind_of(target), target.remaining_minor - current->remaining_minor};
    BonusLedger ledger(tables, account, *row.contact, undo_origin, now);
    ledger.make_own(current, change);
    ledger.enqueue(Urgency::when_idle);
  }
  row.after.reset();
}

Result<Import> undo_step(Tables& tables, const Account& account, ImportId id, std::size_t rows_max, Timestamp now) {
  auto import = tables.imports.find(account.id, id);
  if (!import) return fail(unknown_import());
  if (import->state != ImportState::undoing) return std::move(*import);
  auto rows = tables.imports.list_rows(id, import->cursor, rows_max);
  for (auto& row : rows) {
    import->cursor = row.position;
    if (!has_effect(row)) continue;
    if (auto reason = obstacle(tables, account, row)) {
      import->kept += 1;
      row.refusal.reason = std::move(*reason);
    } else {
      undo_row(tables, account, row, now);
    }
    tables.imports.save_row(id, row);
  }
  if (rows.size() < rows_max) import->state = ImportState::undone;
  import->updated_at = now;
  tables.imports.save(*import);
  return std::move(*import);
}

bool may_be_undone(ImportState state) {
  switch (state) {
    case ImportState::applying:
    case ImportState::applied:
    case ImportState::halted: return true;
    case ImportState::staging:
    case ImportState::staged:
    case ImportState::undoing:
    case ImportState::undone:
    case ImportState::failed: break;
  }
  return false;
}

Result<Import> begin_undo(Tables& tables, const Account& account, ImportId id, Timestamp now) {
  auto import = tables.imports.find(account.id, id);
  if (!import) return fail(unknown_import());
  if (import->state == ImportState::undone) return std::move(*import);
  if (import->state == ImportState::undoing) return with_job(tables, std::move(*import), now);
  if (!may_be_undone(import->state))
    return fail(conflict("import", fmt::format("The import is {}: there is nothing to undo.", to_text(import->state))));
  import->state = ImportState::undoing;
  import->cursor = import->kept = 0;
  import->updated_at = now;
  tables.imports.save(*import);
  return with_job(tables, std::move(*import), now);
}

// Looks at some rows and changes nothing: the position of the last one, 0 after the last.
Result<std::int64_t> look_for_obstacles(Tables& tables, const Account& account, ImportId id, std::int64_t after) {
  const auto rows = tables.imports.list_rows(id, after, import_step_rows);
  for (const auto& row : rows)
    if (has_effect(row))
      if (auto reason = obstacle(tables, account, row))
        return fail(conflict("import", *reason + " The import cannot be undone any more."));
  return rows.size() < import_step_rows ? 0 : rows.back().position;
}

}  // namespace

Async<Result<Import>> UndoImport::begin(const Account& account, ImportId id) {
  const auto now = clock_.now();
  bool is_begun = false;
  co_await unit_.run(account.id, [&](Tables& tables) {
    const auto import = tables.imports.find(account.id, id);
    is_begun = !import || !may_be_undone(import->state);
    return false;
  });
  for (std::int64_t after = 0; !is_begun;) {
    const auto next = co_await in_transaction<std::int64_t>(
        unit_, account.id, [&](Tables& tables) { return look_for_obstacles(tables, account, id, after); });
    if (!next) co_return fail(next.error());
    if (*next == 0) break;
    after = *next;
  }
  co_return co_await in_transaction<Import>(unit_, account.id,
                                            [&](Tables& tables) { return begin_undo(tables, account, id, now); });
}

Async<Result<Import>> UndoImport::step(const Account& account, ImportId id, std::size_t rows_max) {
  const auto now = clock_.now();
  co_return co_await in_transaction<Import>(unit_, account.id,
                                            [&](Tables& tables) { return undo_step(tables, account, id, rows_max, now); });
}
}  // namespace kassabro::app
