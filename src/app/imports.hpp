#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/account.hpp"
#include "app/import_row.hpp"
#include "base/async.hpp"

namespace kassabro::app {

using ImportId = std::int64_t;

// The kind of the job that applies or undoes an import (app/jobs.hpp).
inline constexpr const char* import_kind = "import";

// A file of bonus checks, from its upload to its undoing (docs/imports.md).
enum class ImportState {
  staging,   // being read
  staged,    // read and compared with the ledger; nothing has been changed
  applying,
  applied,
  halted,    // a row could not be applied that could when it was staged, and all or nothing was asked for
  undoing,
  undone,
  failed,    // the file could not be read; `reason` says why
};
std::string_view to_text(ImportState state);
std::optional<ImportState> parse_import_state(std::string_view text);

enum class ImportOutcome {
  undecided,  // only while staging: its amount waits for the rest of the file
  added,      // a new check
  changed,
  unchanged,
  repeated,   // the same as an earlier row, which counts
  refused,
};
std::string_view to_text(ImportOutcome outcome);
std::optional<ImportOutcome> parse_import_outcome(std::string_view text);

enum class UnknownCustomers {
  refuse,
  create,  // a contact that has agreed to nothing
};
enum class BadRows {
  refuse_all,  // nothing is applied as long as any row is refused
  skip,
};

struct ImportOptions {
  ColumnOptions columns;
  UnknownCustomers unknown_customers = UnknownCustomers::refuse;
  std::string encoding;  // what the caller says of a text file; "" to be found out
  std::string sheet;     // which one of a workbook; "" for the first
  friend bool operator==(const ImportOptions&, const ImportOptions&) = default;
};

// A column that is read, for the preview: "D (Value)".
struct ImportColumnName {
  ImportField field;
  std::string name;
  friend bool operator==(const ImportColumnName&, const ImportColumnName&) = default;
};

// Rows of one outcome and currency ("" of rows without a check that could be read).
struct ImportCount {
  ImportOutcome outcome;
  std::string currency;
  std::int64_t rows = 0;
  std::int64_t value_minor = 0;
  friend bool operator==(const ImportCount&, const ImportCount&) = default;
};

struct Import {
  ImportId id = 0;
  AccountId account = 0;
  std::string file_name;
  std::string file_digest;  // SHA-256 of the file, hex
  Sheet about;
  ImportOptions options;
  ImportShape shape = ImportShape::checks;
  std::int64_t header_line = 0;
  std::vector<ImportColumnName> columns;
  std::vector<std::string> ignored_columns;
  ImportState state = ImportState::staging;
  BadRows bad_rows = BadRows::refuse_all;
  std::int64_t rows = 0;    // checks in the file, refused ones too
  std::int64_t cursor = 0;  // position of the row that was applied or undone last
  std::int64_t kept = 0;    // rows that could not be undone, because their check was used while it went on
  std::vector<ImportCount> counts;
  std::string reason;
  Timestamp created_at;
  Timestamp updated_at;
};

std::int64_t rows_of(const Import& import, ImportOutcome outcome);

// One check of the file.
struct ImportRow {
  std::int64_t position = 0;  // counts the file's checks from 1
  std::int64_t line = 0;
  ImportOutcome outcome = ImportOutcome::undecided;
  ImportedCheck item;
  std::string owner;  // whose it is within the file: two rows of one owner and check id are the same check
  std::optional<domain::ContactId> contact;
  ImportRefusal refusal;  // of refused rows, and of repeated ones
  std::optional<domain::BonusCheck> before;  // what the ledger had when the row was applied; absent: nothing
  std::optional<domain::BonusCheck> after;   // what it has since; absent: the row has not changed anything
  friend bool operator==(const ImportRow&, const ImportRow&) = default;
};

// As one transaction sees them (see app/tables.hpp).
class ImportTable {
 public:
  virtual ~ImportTable() = default;
  virtual std::optional<Import> find(AccountId account, ImportId id) = 0;
  // The same file with the same options, unless that import failed or was undone.
  virtual std::optional<Import> find_same(AccountId account, std::string_view file_digest, const ImportOptions& options) = 0;
  virtual void save(const Import& import) = 0;
  virtual std::int64_t last_position(ImportId id) = 0;  // 0: no row
  // The last ones, at most so many; how many there were.
  virtual std::size_t remove_rows(ImportId id, std::size_t count_max) = 0;
  // Adds it, or puts it in the place of the one of its position.
  virtual void save_row(ImportId id, const ImportRow& row) = 0;
  virtual std::vector<ImportRow> list_rows(ImportId id, std::int64_t after_position, std::size_t count_max) = 0;
  virtual std::vector<ImportRow> list_same_check(ImportId id, std::string_view owner, std::string_view check_id) = 0;
};

struct ImportRowFilter {
  ImportId import = 0;
  std::optional<ImportOutcome> outcome;
  std::int64_t after_position = 0;
  std::size_t count_max = 100;
};

class ImportReader {
 public:
  virtual ~ImportReader() = default;
  virtual Async<std::optional<Import>> find(AccountId account, ImportId id) = 0;
  virtual Async<std::vector<Import>> list(std::optional<AccountId> account) = 0;  // newest first
  virtual Async<std::vector<ImportRow>> list_rows(ImportRowFilter filter) = 0;    // by position
  virtual Async<std::vector<ImportCount>> count_rows(ImportId id) = 0;            // by outcome and currency
};

}  // namespace kassabro::app
