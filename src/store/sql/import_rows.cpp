#include "store/sql/import_rows.hpp"

#include "store/bonus_check_text.hpp"
#include "store/import_text.hpp"

namespace kassabro::store::sql {
namespace {

using app::AccountId;
using app::Import;
using app::ImportCount;
using app::ImportId;
using app::ImportOutcome;
using app::ImportRow;

#define KASSABRO_IMPORT_COLUMNS                                                                                        \
  "import_id, account_id, file_name, file_digest, options, about, columns, state, bad_rows, row_count, cursor, kept, " \
  "counts, reason, created_at, updated_at"
#define KASSABRO_IMPORT_ROW_COLUMNS                                                                                    \
  "position, line, outcome, owner, contact_id, email, phone, member_number, check_id, value_minor, currency, "         \
  "names_currency, undecided_amount, content, refused_column, reason, refused_who, refused_check_id, content_before, " \
  "content_after"

constexpr const char* sql_remove_rows =
    "DELETE FROM import_rows WHERE import_id = ?1 AND position IN (SELECT position FROM import_rows WHERE import_id = ?1 "
    "ORDER BY position DESC LIMIT ?2)";
constexpr const char* sql_find = "SELECT " KASSABRO_IMPORT_COLUMNS " FROM imports WHERE account_id = ?1 AND import_id = ?2";
constexpr const char* sql_find_same = "SELECT " KASSABRO_IMPORT_COLUMNS
                                      " FROM imports WHERE account_id = ?1 AND file_digest = ?2 AND options = ?3 "
                                      "AND state NOT IN ('failed', 'undone')";
constexpr const char* sql_list = "SELECT " KASSABRO_IMPORT_COLUMNS
                                 " FROM imports WHERE (CAST(?1 AS BIGINT) IS NULL OR account_id = ?1) ORDER BY import_id DESC";
constexpr const char* sql_change =
    "UPDATE imports SET about = ?3, columns = ?4, state = ?5, bad_rows = ?6, row_count = ?7, cursor = ?8, kept = ?9, "
    "counts = ?10, reason = ?11, updated_at = ?12 WHERE account_id = ?2 AND import_id = ?1";
constexpr const char* sql_add = "INSERT INTO imports (" KASSABRO_IMPORT_COLUMNS
                                ") VALUES (?1, ?2, ?13, ?14, ?15, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?16, ?12)";
constexpr const char* sql_last = "SELECT max(position) FROM import_rows WHERE import_id = ?1";
constexpr const char* sql_rows =
    "SELECT " KASSABRO_IMPORT_ROW_COLUMNS " FROM import_rows WHERE import_id = ?1 AND position > ?2 ORDER BY position LIMIT ?3";
// Without INDEXED BY, the order by position is reason enough to read the whole import for each of its rows.
constexpr const char* sql_rows_refused = "SELECT " KASSABRO_IMPORT_ROW_COLUMNS
                                         " FROM import_rows INDEXED BY import_rows_refused WHERE import_id = ?1 AND position > "
                                         "?2 AND outcome = 'refused' ORDER BY position LIMIT ?3";
constexpr const char* sql_rows_undecided = "SELECT " KASSABRO_IMPORT_ROW_COLUMNS
                                           " FROM import_rows INDEXED BY import_rows_undecided WHERE import_id = ?1 AND "
                                           "position > ?2 AND outcome = 'undecided' ORDER BY position LIMIT ?3";
constexpr const char* sql_rows_of_outcome =
    "SELECT " KASSABRO_IMPORT_ROW_COLUMNS
    " FROM import_rows WHERE import_id = ?1 AND position > ?2 AND outcome = ?4 ORDER BY position LIMIT ?3";
constexpr const char* sql_same_check = "SELECT " KASSABRO_IMPORT_ROW_COLUMNS
                                       " FROM import_rows INDEXED BY import_rows_of_check WHERE import_id = ?1 AND check_id = "
                                       "?2 AND owner = ?3 AND check_id <> '' ORDER BY position";
constexpr const char* sql_count =
    "SELECT outcome, currency, count(*), CAST(sum(value_minor) AS BIGINT) FROM import_rows WHERE import_id = ?1 GROUP BY "
    "outcome, currency";
constexpr const char* sql_save_row =
    "INSERT INTO import_rows (import_id, " KASSABRO_IMPORT_ROW_COLUMNS
    ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21) "
    "ON CONFLICT (import_id, position) DO UPDATE SET "
    "line = ?3, outcome = ?4, owner = ?5, contact_id = ?6, email = ?7, phone = ?8, member_number = ?9, "
    "check_id = ?10, value_minor = ?11, currency = ?12, names_currency = ?13, undecided_amount = ?14, "
    "content = ?15, refused_column = ?16, reason = ?17, refused_who = ?18, refused_check_id = ?19, "
    "content_before = ?20, content_after = ?21";

Import read_import(const Statement& row) {
  Import import;
  import.id = row.integer(0);
  import.account = row.integer(1);
  import.file_name = row.text(2);
  import.file_digest = row.text(3);
  import.options = options_from_text(row.text_view(4));
  read_about(row.text_view(5), import);
  read_columns(row.text_view(6), import);
  import.state = app::parse_import_state(row.text_view(7)).value_or(app::ImportState::failed);
  import.bad_rows = row.text_view(8) == "skip" ? app::BadRows::skip : app::BadRows::refuse_all;
  import.rows = row.integer(9);
  import.cursor = row.integer(10);
  import.kept = row.integer(11);
  import.counts = counts_from_text(row.text_view(12));
  import.reason = row.text(13);
  import.created_at = from_epoch_ms(row.integer(14));
  import.updated_at = from_epoch_ms(row.integer(15));
  return import;
}

ImportRow read_row(const Statement& row) {
  ImportRow read;
  read.position = row.integer(0);
  read.line = row.integer(1);
  read.outcome = app::parse_import_outcome(row.text_view(2)).value_or(ImportOutcome::refused);
  read.owner = row.text(3);
  if (!row.is_null(4)) read.contact = row.integer(4);
  if (auto email = row.text(5); !email.empty()) read.item.who.email = domain::Email::from_normalised(std::move(email));
  if (auto phone = row.text(6); !phone.empty()) read.item.who.phone = domain::Phone::from_e164(std::move(phone));
  read.item.who.member_number = row.text(7);
  read.item.names_currency = row.integer(11) != 0;
  if (!row.is_null(12)) read.item.undecided_amount = app::Cell{app::CellKind::text, row.text(12)};
  if (const auto content = row.text_view(13); !content.empty()) read.item.check = bonus_check_from_stored_text(content);
  read.refusal = {row.text(14), row.text(15), row.text(16), row.text(17)};
  if (!row.is_null(18)) read.before = bonus_check_from_stored_text(row.text_view(18));
  if (!row.is_null(19)) read.after = bonus_check_from_stored_text(row.text_view(19));
  return read;
}

std::vector<ImportRow> read_rows(Statement& query) {
  std::vector<ImportRow> rows;
  while (query.step()) rows.push_back(read_row(query));
  return rows;
}

std::optional<Import> find_import(Connection& connection, AccountId account, ImportId id) {
  auto query = connection.prepare(sql_find);
  query->bind(1, account).bind(2, id);
  if (!query->step()) return std::nullopt;
  return read_import(*query);
}

const char* rows_statement(const std::optional<ImportOutcome>& outcome) {
  if (!outcome) return sql_rows;
  if (*outcome == ImportOutcome::refused) return sql_rows_refused;
  return *outcome == ImportOutcome::undecided ? sql_rows_undecided : sql_rows_of_outcome;
}

void bind_text_or_null(Statement& statement, int place, const std::optional<domain::BonusCheck>& check) {
  check ? statement.bind(place, to_stored_text(*check)) : statement.bind_null(place);
}

// What changes of an import, and its key.
void bind_state(Statement& statement, const Import& import) {
  statement.bind(1, import.id).bind(2, import.account).bind(3, about_text(import)).bind(4, columns_text(import));
  statement.bind(5, to_text(import.state)).bind(6, import.bad_rows == app::BadRows::skip ? "skip" : "refuse_all");
  statement.bind(7, import.rows).bind(8, import.cursor).bind(9, import.kept).bind(10, counts_text(import.counts));
  statement.bind(11, import.reason).bind(12, to_epoch_ms(import.updated_at));
}

}  // namespace

std::optional<Import> SqlImportTable::find(AccountId account, ImportId id) { return find_import(connection_, account, id); }

std::optional<Import> SqlImportTable::find_same(AccountId account, std::string_view file_digest,
                                                const app::ImportOptions& options) {
  auto query = connection_.prepare(sql_find_same);
  query->bind(1, account).bind(2, file_digest).bind(3, options_text(options));
  if (!query->step()) return std::nullopt;
  return read_import(*query);
}

void SqlImportTable::save(const Import& import) {
  {
    auto change = connection_.prepare(sql_change);
    bind_state(*change, import);
    change->run();
  }
  if (connection_.changes() > 0) return;
  auto add = connection_.prepare(sql_add);
  bind_state(*add, import);
  add->bind(13, import.file_name).bind(14, import.file_digest).bind(15, options_text(import.options));
  add->bind(16, to_epoch_ms(import.created_at)).run();
}

std::size_t SqlImportTable::remove_rows(ImportId id, std::size_t count_max) {
  connection_.prepare(sql_remove_rows)->bind(1, id).bind(2, static_cast<std::int64_t>(count_max)).run();
  return static_cast<std::size_t>(connection_.changes());
}

std::int64_t SqlImportTable::last_position(ImportId id) {
  auto query = connection_.prepare(sql_last);
  query->bind(1, id);
  return query->step() && !query->is_null(0) ? query->integer(0) : 0;
}

void SqlImportTable::save_row(ImportId id, const ImportRow& row) {
  const auto& [who, check, names_currency, undecided_amount] = row.item;
  auto save = connection_.prepare(sql_save_row);
  save->bind(1, id).bind(2, row.position).bind(3, row.line).bind(4, to_text(row.outcome)).bind(5, row.owner);
  row.contact ? save->bind(6, *row.contact) : save->bind_null(6);
  save->bind(7, who.email ? who.email->text() : "").bind(8, who.phone ? who.phone->e164() : "").bind(9, who.member_number);
  save->bind(10, check.id).bind(11, check.value_minor).bind(12, check.currency).bind(13, std::int64_t{names_currency});
  undecided_amount ? save->bind(14, undecided_amount->text) : save->bind_null(14);
  save->bind(15, check.id.empty() ? "" : to_stored_text(check)).bind(16, row.refusal.column).bind(17, row.refusal.reason);
  save->bind(18, row.refusal.who).bind(19, row.refusal.check_id);
  bind_text_or_null(*save, 20, row.before);
  bind_text_or_null(*save, 21, row.after);
  save->run();
}

std::vector<ImportRow> SqlImportTable::list_rows(ImportId id, std::int64_t after_position, std::size_t count_max) {
  auto query = connection_.prepare(sql_rows);
  query->bind(1, id).bind(2, after_position).bind(3, static_cast<std::int64_t>(count_max));
  return read_rows(*query);
}

std::vector<ImportRow> SqlImportTable::list_same_check(ImportId id, std::string_view owner, std::string_view check_id) {
  auto query = connection_.prepare(sql_same_check);
  query->bind(1, id).bind(2, check_id).bind(3, owner);
  return read_rows(*query);
}

Async<std::optional<Import>> SqlImportReader::find(AccountId account, ImportId id) {
  co_return co_await pool_.read([&](Connection& connection) { return find_import(connection, account, id); });
}

Async<std::vector<Import>> SqlImportReader::list(std::optional<AccountId> account) {
  co_return co_await pool_.read([&](Connection& connection) -> std::vector<Import> {
    std::vector<Import> imports;
    auto query = connection.prepare(sql_list);
    if (account) query->bind(1, *account);
    while (query->step()) imports.push_back(read_import(*query));
    return imports;
  });
}

Async<std::vector<ImportRow>> SqlImportReader::list_rows(app::ImportRowFilter filter) {
  co_return co_await pool_.read([&](Connection& connection) -> std::vector<ImportRow> {
    const auto* sql = rows_statement(filter.outcome);
    auto query = connection.prepare(sql);
    query->bind(1, filter.import).bind(2, filter.after_position).bind(3, static_cast<std::int64_t>(filter.count_max));
    if (sql == sql_rows_of_outcome) query->bind(4, to_text(*filter.outcome));
    return read_rows(*query);
  });
}

Async<std::vector<ImportCount>> SqlImportReader::count_rows(ImportId id) {
  co_return co_await pool_.read([&](Connection& connection) -> std::vector<ImportCount> {
    std::vector<ImportCount> counts;
    auto query = connection.prepare(sql_count);
    query->bind(1, id);
    while (query->step())
      if (const auto outcome = app::parse_import_outcome(query->text_view(0)))
        counts.push_back({*outcome, query->text(1), query->integer(2), query->integer(3)});
    return counts;
  });
}

}  // namespace kassabro::store::sql
