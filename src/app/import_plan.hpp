#pragma once

#include "app/imports.hpp"
#include "app/tables.hpp"

namespace kassabro::app {

// What a check of a file would do to the ledger, decided in the caller's transaction; nothing is changed.
struct ImportPlan {
  ImportOutcome outcome = ImportOutcome::refused;
  std::optional<domain::ContactId> contact;  // absent: the customer is not known (yet)
  std::optional<domain::BonusCheck> before;
  std::optional<domain::BonusChange> change;
  std::string column;  // of a refusal
  std::string reason;
};

// Who is meant: every key that somebody here has must be the same person's.
// Errors, the field names the column: two persons; a phone whose owner has another e-mail; nobody, unless they are created.
Result<std::optional<domain::ContactId>> find_imported_customer(Tables& tables, const Account& account, const Import& import,
                                                                const ImportedCustomer& who);

// As an edit on the marketing platform (domain/bonus_merge.hpp), but for checks that the file does not name: they stay.
ImportPlan plan_import(Tables& tables, const Account& account, const Import& import, const ImportRow& row, Timestamp now);

// Plans a row that is being staged and compares it with the rows before it; an earlier row that says another thing of the same
// check is refused with it.
void stage_row(Tables& tables, const Account& account, const Import& import, ImportRow& row, Timestamp now);

}  // namespace kassabro::app
