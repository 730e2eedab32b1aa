#pragma once

#include "app/import_bonus_checks.hpp"
#include "jobs/bonus_check_import.hpp"
#include "rule/bonus_field.hpp"
#include "store/sql/store.hpp"

namespace kassabro::main {

// What becomes of a file of bonus checks (docs/imports.md): compared with the ledger, applied, undone. A cell may hold what Rule's
// field holds.
struct BonusCheckImports {
  BonusCheckImports(store::sql::SqlStore& store, app::UnitOfWork& unit, const Clock& clock)
      : stage(unit, store.imports(), clock,
              [](const std::string& text, const app::Account& account) {
                return rule::parse_bonus_field(json::value(text), account);
              }),
        apply(unit, store.imports(), clock),
        undo(unit, clock),
        job({apply, undo, store.imports(), unit, clock}) {}

  app::StageBonusChecks stage;
  app::ApplyImport apply;
  app::UndoImport undo;
  jobs::BonusCheckImport job;  // applies and undoes, step by step
};

}  // namespace kassabro::main
