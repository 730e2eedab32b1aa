#include "app/import_bonus_checks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/import_plan.hpp"
#include "base/ids.hpp"

namespace kassabro::app {
namespace {

constexpr std::array read_fields{ImportField::email,       ImportField::phone,      ImportField::member_number,
                                 ImportField::check_id,    ImportField::name,       ImportField::value,
                                 ImportField::currency,    ImportField::valid_from, ImportField::valid_to,
                                 ImportField::description, ImportField::bonus_list};

// One run of reading and comparing.
class Staging {
 public:
  Staging(UnitOfWork& unit, ImportReader& imports, const Clock& clock, const ParseBonusField& parse, const Account& account)
      : unit_(unit), imports_(imports), clock_(clock), parse_(parse), account_(account) {}

  Async<Result<StagedImport>> run(StageRequest request, OpenSheet sheet) {
    const bool is_new = co_await begin(std::move(request), sheet);
    if (!is_new) co_return StagedImport{std::move(import_), true};
    if (is_looked_at_again_) co_await forget_rows();
    auto done = co_await read(sheet.next);
    if (done) done = co_await decide_amounts();
    if (!done) {
      co_await end(ImportState::failed, done.error().message);
      co_return fail(done.error());
    }
    co_await end(ImportState::staged, "");
    co_return StagedImport{std::move(import_), false};
  }

 private:
  // False: the same was applied before, or is being applied. One that was cut off is taken up, one that was only looked at is
  // looked at anew.
  Async<bool> begin(StageRequest request, const OpenSheet& sheet) {
    const auto now = clock_.now();
    bool is_new = true;
    co_await unit_.run(account_.id, [&](Tables& tables) {
      if (auto known = tables.imports.find_same(account_.id, sheet.file_digest, request.options)) {
        import_ = std::move(*known);
        is_looked_at_again_ = import_.state == ImportState::staged;
        is_new = import_.state == ImportState::staging || is_looked_at_again_;
        if (!is_new) return true;
        import_.state = ImportState::staging;
        tables.imports.save(import_);
        stored_position_ = tables.imports.last_position(import_.id);
        import_.rows = 0;  // the file is counted anew
        return true;
      }
      import_.id = new_id(now);
      import_.account = account_.id;
      import_.file_name = std::move(request.file_name);
      import_.file_digest = sheet.file_digest;
      import_.options = std::move(request.options);
      import_.about = sheet.about;
      import_.created_at = import_.updated_at = now;
      tables.imports.save(import_);
      return true;
    });
    co_return is_new;
  }

  // Nothing of it was applied, and customers and checks may have come since: what it said then is no answer now. The last
  // rows first, so that a run that is cut off leaves a beginning that can be taken up.
  Async<void> forget_rows() {
    for (bool more = true; more;)
      co_await unit_.run(account_.id, [&](Tables& tables) {
        more = tables.imports.remove_rows(import_.id, import_step_rows) > 0;
        return true;
      });
    stored_position_ = 0;
  }

  Async<Result<void>> read(const NextRows& next) {
    std::vector<Row> head;  // rows before the titles are known
    for (;;) {
      auto rows = co_await next();
      if (!rows) co_return fail(rows.error());
      const bool is_over = rows->empty();
      if (!columns_) {
        std::ranges::move(*rows, std::back_inserter(head));
        if (!is_over && head.size() < header_rows_max) continue;
        if (const auto found = find_columns(head); !found) co_return fail(found.error());
        rows = std::exchange(head, {});
      }
      if (auto done = co_await take(*rows); !done) co_return fail(done.error());
      if (is_over) break;
    }
    if (import_.rows == 0) co_return fail(invalid("file", "There are no bonus checks below the titles of the columns."));
    co_return Result<void>();
  }

  Result<void> find_columns(const std::vector<Row>& head) {
    if (head.empty()) return fail(invalid("file", "The file is empty."));
    const std::vector<Row> first(head.begin(),
                                 head.begin() + static_cast<std::ptrdiff_t>(std::min(head.size(), header_rows_max)));
    auto columns = find_import_columns(first, import_.options.columns, account_.currency);
    if (!columns) return fail(columns.error());
    columns_ = std::move(*columns);
    import_.shape = columns_->shape;
    import_.header_line = columns_->header_line;
    import_.ignored_columns = columns_->ignored;
    import_.columns.clear();
    for (const auto field : read_fields)
      if (columns_->has(field)) import_.columns.push_back({field, columns_->name_of(field)});
    return {};
  }

  Async<Result<void>> take(const std::vector<Row>& rows) {
    std::vector<ImportRow> pending;
    for (const auto& row : rows) {
      if (row.line <= columns_->header_line) continue;
      auto read = read_import_row(row, *columns_, account_, parse_);
      note_sign(read);
      for (auto& item : read.items) pending.push_back(row_of(read.line, std::move(item)));
      if (import_.rows > import_rows_max)
        co_return fail(Error{ErrorCode::too_large, fmt::format("The file has more than {} rows.", import_rows_max), "file"});
      if (pending.size() < import_step_rows) continue;
      co_await keep(pending);
      pending.clear();
    }
    co_await keep(pending);
    co_return Result<void>();
  }

  void note_sign(const ReadRow& read) {
    if (read.decimal_sign == ',' && signs_.comma_line == 0) signs_.comma_line = read.line;
    if (read.decimal_sign == '.' && signs_.dot_line == 0) signs_.dot_line = read.line;
  }

  ImportRow row_of(std::int64_t line, std::variant<ImportedCheck, ImportRefusal> item) {
    ImportRow row;
    row.position = ++import_.rows;
    row.line = line;
    if (auto* refusal = std::get_if<ImportRefusal>(&item)) {
      row.outcome = ImportOutcome::refused;
      row.refusal = std::move(*refusal);
    } else {
      row.item = std::move(std::get<ImportedCheck>(item));
    }
    return row;
  }

  // What an earlier run has kept already is passed over.
  Async<void> keep(std::vector<ImportRow>& rows) {
    std::erase_if(rows, [this](const ImportRow& row) { return row.position <= stored_position_; });
    if (rows.empty()) co_return;
    const auto now = clock_.now();
    co_await unit_.run(account_.id, [&](Tables& tables) {
      tables.imports.save(import_);
      for (auto& row : rows) {
        const bool is_waiting = row.item.undecided_amount.has_value() || row.outcome == ImportOutcome::refused;
        if (!is_waiting) stage_row(tables, account_, import_, row, now);
        tables.imports.save_row(import_.id, row);
      }
      return true;
    });
  }

  Async<Result<void>> decide_amounts() {
    for (std::int64_t after = 0;;) {
      auto rows = co_await imports_.list_rows({import_.id, ImportOutcome::undecided, after, import_step_rows});
      if (rows.empty()) co_return Result<void>();
      after = rows.back().position;
      const auto now = clock_.now();
      co_await unit_.run(account_.id, [&](Tables& tables) {
        for (auto& row : rows) decide(tables, row, now);
        return true;
      });
    }
  }

  void decide(Tables& tables, ImportRow& row, Timestamp now) {
    auto decided = decide_amount(row.item, signs_);
    if (decided) {
      row.item = std::move(*decided);
      stage_row(tables, account_, import_, row, now);
    } else {
      row.outcome = ImportOutcome::refused;
      row.refusal = {columns_->name_of(ImportField::value), decided.error().message, {}, row.item.check.id};
    }
    tables.imports.save_row(import_.id, row);
  }

  Async<void> end(ImportState state, std::string reason) {
    import_.counts = co_await imports_.count_rows(import_.id);
    import_.state = state;
    import_.reason = std::move(reason);
    import_.updated_at = clock_.now();
    co_await unit_.run(account_.id, [&](Tables& tables) {
      tables.imports.save(import_);
      return true;
    });
  }

  UnitOfWork& unit_;
  ImportReader& imports_;
  const Clock& clock_;
  const ParseBonusField& parse_;
  const Account& account_;
  Import import_;
  std::int64_t stored_position_ = 0;
  bool is_looked_at_again_ = false;
  std::optional<ImportColumns> columns_;
  DecimalSigns signs_;
};

}  // namespace

Async<Result<StagedImport>> StageBonusChecks::operator()(const Account& account, StageRequest request, OpenSheet sheet) {
  Staging staging(unit_, imports_, clock_, parse_, account);
  co_return co_await staging.run(std::move(request), std::move(sheet));
}

}  // namespace kassabro::app
