#include "app/import_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/bonus_merge.hpp"

namespace kassabro::app {
namespace {

using domain::BonusCheck;
using domain::KeyKind;

std::string column_of(const Import& import, ImportField field) {
  const auto found = std::ranges::find(import.columns, field, &ImportColumnName::field);
  return found == import.columns.end() ? std::string() : found->name;
}

bool tells(const Import& import, ImportField field) {
  return import.shape == ImportShape::customers ||
         std::ranges::find(import.columns, field, &ImportColumnName::field) != import.columns.end();
}

ImportField field_of(KeyKind kind) {
  switch (kind) {
    case KeyKind::email: return ImportField::email;
    case KeyKind::phone: return ImportField::phone;
    case KeyKind::member_number:
    case KeyKind::contact_id: break;
  }
  return ImportField::member_number;
}

std::optional<domain::LedgerCheck> find_with_past(Tables& tables, const Account& account, domain::ContactId contact,
                                                  std::string_view check_id) {
  if (!tables.bonus.find(account.id, contact, check_id)) return std::nullopt;
  for (auto& known : tables.bonus.list_with_past(account.id, contact))
    if (known.check.id == check_id) return std::move(known);
  return std::nullopt;
}

// What the file does not tell stays as it is.
BonusCheck completed(const Import& import, BonusCheck theirs, const BonusCheck& mine) {
  if (!tells(import, ImportField::name)) theirs.name = mine.name;
  if (!tells(import, ImportField::description)) theirs.description = mine.description;
  if (!tells(import, ImportField::valid_from)) theirs.valid_from = mine.valid_from;
  if (!tells(import, ImportField::valid_to)) theirs.valid_to = mine.valid_to;
  if (import.shape == ImportShape::checks) theirs.extra = mine.extra;
  return theirs;
}

// What a merge would pass over without a word, and a reader of the preview should know.
std::optional<std::string> conflict_with(const ImportedCheck& item, const BonusCheck& theirs, const BonusCheck& mine) {
  if (theirs.currency != mine.currency && !item.names_currency)
    return fmt::format("the check {} is in {} here, and the file does not say the currency", mine.id, mine.currency);
  if (theirs.currency != mine.currency && !is_untouched(mine))
    return fmt::format("the check {} has been used in {} already, so it cannot be in {} now", mine.id, mine.currency,
                       theirs.currency);
  if (theirs.valid_from && theirs.valid_to && *theirs.valid_to < *theirs.valid_from)
    return fmt::format("the last day {} is before the first day {} of the check as it is known here",
                       to_iso_date(*theirs.valid_to), to_iso_date(*theirs.valid_from));
  return std::nullopt;
}

ImportPlan refused(std::string column, std::string reason) {
  ImportPlan plan;
  plan.column = std::move(column);
  plan.reason = std::move(reason);
  return plan;
}

ImportPlan plan_for(Tables& tables, const Account& account, const Import& import, const ImportRow& row,
                    domain::ContactId contact, Timestamp now) {
  const auto mine = find_with_past(tables, account, contact, row.item.check.id);
  auto theirs = row.item.check;
  std::vector<domain::LedgerCheck> known;
  ImportPlan plan;
  if (mine) {
    theirs = completed(import, std::move(theirs), mine->check);
    if (auto reason = conflict_with(row.item, theirs, mine->check)) {
      const auto field = import.shape == ImportShape::customers ? ImportField::bonus_list : ImportField::value;
      return refused(column_of(import, field), std::move(*reason));
    }
    plan.before = mine->check;
    known.push_back(*mine);
    // To a merge, what we replaced is no edit; a file that says it means it.
    known.back().replaced.clear();
  }
  plan.contact = contact;
  auto merge = merge_bonus_checks(known, {theirs}, now);
  plan.outcome = !mine ? ImportOutcome::added : merge.changes.empty() ? ImportOutcome::unchanged : ImportOutcome::changed;
  if (!merge.changes.empty()) plan.change = std::move(merge.changes.front());
  return plan;
}

bool says_the_same(const ImportRow& a, const ImportRow& b) {
  return a.item.check == b.item.check && a.item.names_currency == b.item.names_currency;
}

void refuse(ImportRow& row, std::string column, std::string reason) {
  row.outcome = ImportOutcome::refused;
  row.refusal.column = std::move(column);
  row.refusal.reason = std::move(reason);
  row.refusal.check_id = row.item.check.id;
}

// A check that stands in the file twice: the same is the same, and of two different ones neither is surely meant.
void compare_with_others(Tables& tables, const Import& import, ImportRow& row) {
  const auto column =
      column_of(import, import.shape == ImportShape::customers ? ImportField::bonus_list : ImportField::check_id);
  const auto reason = [&](const ImportRow& other) {
    return fmt::format("line {} says something else of the check {} of the same customer", other.line, row.item.check.id);
  };
  for (auto& other : tables.imports.list_same_check(import.id, row.owner, row.item.check.id)) {
    if (other.position == row.position || other.outcome == ImportOutcome::undecided) continue;
    if (says_the_same(other, row)) {
      if (row.outcome == ImportOutcome::refused || other.outcome == ImportOutcome::refused) continue;
      row.outcome = ImportOutcome::repeated;
      row.refusal.reason = fmt::format("the same as line {}", other.line);
      row.refusal.check_id = row.item.check.id;
      continue;
    }
    if (other.outcome != ImportOutcome::refused) {
      refuse(other, column, reason(row));
      tables.imports.save_row(import.id, other);
    }
    refuse(row, column, reason(other));
  }
}

}  // namespace

Result<std::optional<domain::ContactId>> find_imported_customer(Tables& tables, const Account& account, const Import& import,
                                                                const ImportedCustomer& who) {
  std::optional<domain::ContactId> found;
  std::optional<KeyKind> found_by;
  for (const auto& key : keys_of(who)) {
    const auto id = tables.contacts.find_id(account.id, key);
    if (!id) continue;
    if (found && *found != *id)
      return fail(invalid(column_of(import, field_of(key.kind)), "the row names two different customers"));
    if (!found) found_by = key.kind;
    found = id;
  }
  if (found && found_by == KeyKind::phone && who.email) {
    const auto stored = tables.contacts.find(account.id, *found);
    if (stored && stored->contact.email && *stored->contact.email != *who.email)
      return fail(invalid(column_of(import, ImportField::phone), "the customer with this phone has another e-mail address"));
  }
  if (found) return found;
  const bool may_be_created = import.options.unknown_customers == UnknownCustomers::create && (who.email || who.phone);
  if (may_be_created) return std::nullopt;
  const auto keys = keys_of(who);
  const auto field = keys.empty() ? ImportField::email : field_of(keys.front().kind);
  return fail(not_found(column_of(import, field), "no customer with this e-mail, phone or member number is known"));
}

ImportPlan plan_import(Tables& tables, const Account& account, const Import& import, const ImportRow& row, Timestamp now) {
  const auto contact = find_imported_customer(tables, account, import, row.item.who);
  if (!contact) return refused(contact.error().field, contact.error().message);
  if (*contact) return plan_for(tables, account, import, row, **contact, now);
  ImportPlan plan;
  plan.outcome = ImportOutcome::added;
  plan.change = domain::BonusChange{row.item.check, domain::BonusEntryKind::issued, row.item.check.remaining_minor};
  return plan;
}

void stage_row(Tables& tables, const Account& account, const Import& import, ImportRow& row, Timestamp now) {
  const auto plan = plan_import(tables, account, import, row, now);
  row.contact = plan.contact;
  row.owner = stored_form(plan.contact ? domain::CustomerKey{KeyKind::contact_id, std::to_string(*plan.contact)}
                                       : keys_of(row.item.who).front());
  if (plan.outcome == ImportOutcome::refused) {
    refuse(row, plan.column, plan.reason);
    return;
  }
  row.outcome = plan.outcome;
  compare_with_others(tables, import, row);
}

}  // namespace kassabro::app
