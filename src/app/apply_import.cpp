#include <fmt/format.h>

#include "app/attach_orders.hpp"
#include "app/bonus_ledger.hpp"
#include "app/import_bonus_checks.hpp"
#include "app/import_job.hpp"
#include "app/import_plan.hpp"
#include "base/ids.hpp"

namespace kassabro::app {
namespace {

const Origin import_origin{"import", {}, {}, {}};

Error unknown_import() { return not_found("import", "There is no import with this id."); }

// A customer whom nobody registered: kept as a contact that has agreed to nothing, as the buyer of an order is.
Result<domain::ContactId> add_customer(Tables& tables, const Account& account, const ImportedCustomer& who, Timestamp now) {
  domain::Contact contact;
  contact.email = who.email;
  contact.mobile = who.phone;
  contact.id = new_id(now);
  contact.version = 1;
  contact.registered_at = contact.updated_at = now;
  contact.member_number = who.member_number.empty() ? tables.contacts.next_member_number(account.id) : who.member_number;
  if (auto added = tables.contacts.insert(account.id, contact); !added) return fail(added.error());
  tables.contacts.record_consent(account.id, contact, {}, import_origin, now);
  tables.contacts.record_change(account.id, contact, import_origin, now);
  attach_waiting_orders(tables, account, contact, now);
  return contact.id;
}

bool is_to_apply(ImportOutcome outcome) {
  switch (outcome) {
    case ImportOutcome::added:
    case ImportOutcome::changed:
    case ImportOutcome::unchanged: return true;
    case ImportOutcome::undecided:
    case ImportOutcome::repeated:
    case ImportOutcome::refused: break;
  }
  return false;
}

// The ledger as it is now decides, not as it was when the file was staged. False: the row cannot be applied any more.
bool apply_row(Tables& tables, const Account& account, const Import& import, ImportRow& row, Timestamp now) {
  auto plan = plan_import(tables, account, import, row, now);
  if (plan.outcome != ImportOutcome::refused && !plan.contact) {
    const auto added = add_customer(tables, account, row.item.who, now);
    if (!added) plan = {ImportOutcome::refused, {}, {}, {}, added.error().field, added.error().message};
    if (added) plan.contact = *added;
  }
  row.outcome = plan.outcome;
  if (plan.outcome == ImportOutcome::refused) {
    row.refusal = {plan.column, plan.reason, row.refusal.who, row.item.check.id};
    return false;
  }
  row.contact = plan.contact;
  if (!plan.change) return true;
  BonusLedger ledger(tables, account, *plan.contact, import_origin, now);
  ledger.make_own(plan.before, *plan.change);
  ledger.enqueue(Urgency::when_idle);
  row.before = plan.before;
  row.after = ledger.find(row.item.check.id);
  return true;
}

Result<Import> apply_step(Tables& tables, const Account& account, ImportId id, std::size_t rows_max, Timestamp now) {
  auto import = tables.imports.find(account.id, id);
  if (!import) return fail(unknown_import());
  if (import->state != ImportState::applying) return std::move(*import);
  auto rows = tables.imports.list_rows(id, import->cursor, rows_max);
  import->updated_at = now;
  for (auto& row : rows) {
    if (is_to_apply(row.outcome) && !row.after) {
      const bool done = apply_row(tables, account, *import, row, now);
      tables.imports.save_row(id, row);
      if (!done && import->bad_rows == BadRows::refuse_all) {
        import->state = ImportState::halted;
        import->reason = fmt::format("Line {}: {}", row.line, row.refusal.reason);
      }
    }
    import->cursor = row.position;
    if (import->state == ImportState::halted) break;
  }
  if (rows.size() < rows_max && import->state == ImportState::applying) import->state = ImportState::applied;
  tables.imports.save(*import);
  return std::move(*import);
}

bool may_begin(ImportState state) {
  switch (state) {
    case ImportState::staged:
    case ImportState::halted: return true;
    case ImportState::staging:
    case ImportState::applying:
    case ImportState::applied:
    case ImportState::undoing:
    case ImportState::undone:
    case ImportState::failed: break;
  }
  return false;
}

}  // namespace

Async<Result<Import>> ApplyImport::begin(const Account& account, ImportId id, BadRows bad_rows) {
  const auto refused = co_await imports_.list_rows({id, ImportOutcome::refused, 0, 1});
  const auto now = clock_.now();
  co_return co_await in_transaction<Import>(unit_, account.id, [&](Tables& tables) -> Result<Import> {
    auto import = tables.imports.find(account.id, id);
    if (!import) return fail(unknown_import());
    if (import->state == ImportState::applied) return std::move(*import);
    if (import->state == ImportState::applying) return with_job(tables, std::move(*import), now);
    if (!may_begin(import->state))
      return fail(conflict("import", fmt::format("The import is {} and cannot be applied.", to_text(import->state))));
    if (bad_rows == BadRows::refuse_all && !refused.empty())
      return fail(conflict("bad_rows", fmt::format("Rows are refused, the first of them line {}: {}. Nothing was applied.",
                                                   refused.front().line, refused.front().refusal.reason)));
    import->state = ImportState::applying;
    import->bad_rows = bad_rows;
    import->reason.clear();
    import->updated_at = now;
    tables.imports.save(*import);
    return with_job(tables, std::move(*import), now);
  });
}

Async<Result<Import>> ApplyImport::step(const Account& account, ImportId id, std::size_t rows_max) {
  const auto now = clock_.now();
  auto import = co_await in_transaction<Import>(unit_, account.id,
                                                [&](Tables& tables) { return apply_step(tables, account, id, rows_max, now); });
  if (!import || import->state == ImportState::applying) co_return import;
  // What the ledger said meanwhile may have made other outcomes of some rows.
  auto counts = co_await imports_.count_rows(id);
  if (counts == import->counts) co_return import;
  import->counts = std::move(counts);
  co_await unit_.run(account.id, [&](Tables& tables) {
    auto stored = tables.imports.find(account.id, id);
    if (!stored) return false;
    stored->counts = import->counts;
    tables.imports.save(*stored);
    return true;
  });
  co_return import;
}
}  // namespace kassabro::app
