#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/imports.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// The rows of a file, some at a time; none: the end. An error is about the file, in words for people.
using NextRows = std::function<Async<Result<std::vector<Row>>>()>;

// A file that has been opened; `next` outlives nothing but itself.
struct OpenSheet {
  Sheet about;
  NextRows next;
  std::string file_digest;  // SHA-256, hex
};
// Opens a file (composed in main: app reads no files). Errors, field "file": it is none of the kinds that are read.
using ReadSheet = std::function<Async<Result<OpenSheet>>(const std::string& path, const ImportOptions& options)>;

// A file that came as it is and is kept until it has been read: until the last copy of `keeper` goes.
struct KeptFile {
  std::string path;
  std::shared_ptr<const void> keeper;
};
// Errors, field "file": there is no place for it.
using KeepFile = std::function<Async<Result<KeptFile>>(std::string_view content)>;

struct StageRequest {
  std::string file_name;  // as the caller calls it
  ImportOptions options;
};

struct StagedImport {
  Import import;
  bool is_known = false;  // this file with these options was applied before, or is being applied; nothing was read
};

// More rows than any shop has customers; beyond, a file is not what it seems.
inline constexpr std::int64_t import_rows_max = 1'000'000;
inline constexpr std::size_t import_step_rows = 500;  // a transaction is short, or the tills would wait for it

// The dry run: reads a file and compares it with the ledger, without changing the ledger. What it finds is kept, so a run that
// is cut off begins again where it stood.
class StageBonusChecks {
 public:
  StageBonusChecks(UnitOfWork& unit, ImportReader& imports, const Clock& clock, ParseBonusField parse)
      : unit_(unit), imports_(imports), clock_(clock), parse_(std::move(parse)) {}

  // Errors: the titles are not understood (field "columns"), the file cannot be read on, it is empty, or too long.
  Async<Result<StagedImport>> operator()(const Account& account, StageRequest request, OpenSheet sheet);

 private:
  UnitOfWork& unit_;
  ImportReader& imports_;
  const Clock& clock_;
  ParseBonusField parse_;
};

// Makes what was staged true. Each step is one transaction that begins where the last one ended, so that a run may be cut off
// anywhere and begun again; what has been applied is not applied again.
class ApplyImport {
 public:
  ApplyImport(UnitOfWork& unit, ImportReader& imports, const Clock& clock) : unit_(unit), imports_(imports), clock_(clock) {}

  // May it be applied? Then the account's job of kind `import_kind` is opened with it, whose steps are the ones below. Errors:
  // `not_found`; `conflict` when rows are refused and all or nothing is asked for, when the import is not in a state to be
  // applied, or when another one is being applied or undone. Of one that is applied or being applied: the import as it is.
  Async<Result<Import>> begin(const Account& account, ImportId id, BadRows bad_rows);
  // The import afterwards; `applying` as long as rows are left.
  Async<Result<Import>> step(const Account& account, ImportId id, std::size_t rows_max = import_step_rows);

 private:
  UnitOfWork& unit_;
  ImportReader& imports_;
  const Clock& clock_;
};

// Puts back what an import has changed, as long as nothing of it has been used or changed since.
class UndoImport {
 public:
  UndoImport(UnitOfWork& unit, const Clock& clock) : unit_(unit), clock_(clock) {}

  // Opens the job, as applying does. Errors: `not_found`; `conflict`, naming the first check that was used or changed since,
  // when nothing was applied, or when another import is being applied or undone.
  Async<Result<Import>> begin(const Account& account, ImportId id);
  // A check that was used after `begin` stays; the import counts it in `kept`.
  Async<Result<Import>> step(const Account& account, ImportId id, std::size_t rows_max = import_step_rows);

 private:
  UnitOfWork& unit_;
  const Clock& clock_;
};

}  // namespace kassabro::app
