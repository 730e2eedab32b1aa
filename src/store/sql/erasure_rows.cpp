#include "store/sql/erasure_rows.hpp"

#include <algorithm>

#include "store/erasure_text.hpp"

namespace kassabro::store::sql {
namespace {

using app::AccountId;
using app::Erasure;
using app::ErasureSource;
using app::SourcePlace;
using app::SourceRow;

#define KASSABRO_ERASURE_COLUMNS                                                                       \
  "account_id, erasure_id, contact_id, at, author, removed, kept, remote, remote_id, remote_problem, " \
  "remote_attempts, remote_not_before, remote_settled_at, source, source_group, source_row, traces, finished_at "
#define KASSABRO_ERASURES "SELECT " KASSABRO_ERASURE_COLUMNS "FROM erasures WHERE account_id = ?1 "

constexpr const char* sql_save =
    "INSERT INTO erasures (" KASSABRO_ERASURE_COLUMNS
    ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18) "
    "ON CONFLICT (account_id, erasure_id) DO UPDATE SET removed = ?6, kept = ?7, remote = ?8, remote_id = ?9, remote_problem = "
    "?10, "
    "remote_attempts = ?11, remote_not_before = ?12, remote_settled_at = ?13, source = ?14, source_group = ?15, "
    "source_row = ?16, traces = ?17, finished_at = ?18";
constexpr const char* sql_find = KASSABRO_ERASURES "AND erasure_id = ?2";
constexpr const char* sql_list = KASSABRO_ERASURES "ORDER BY erasure_id DESC LIMIT ?2";
constexpr const char* sql_list_open = KASSABRO_ERASURES "AND traces <> '' ORDER BY erasure_id LIMIT ?2";

constexpr const char* sql_inbox =
    "SELECT inbox_id, body, source, received_at, '' FROM inbox WHERE account_id = ?1 AND inbox_id > ?2 ORDER BY inbox_id "
    "LIMIT ?3";
constexpr const char* sql_quarantine =
    "SELECT quarantine_id, body, source, received_at, reason FROM quarantine WHERE account_id = ?1 AND quarantine_id > ?2 "
    "ORDER BY quarantine_id LIMIT ?3";
constexpr const char* sql_import_rows =
    "SELECT r.import_id, r.position, r.owner, coalesce(r.contact_id, 0), r.email, r.phone, r.member_number, r.refused_who, "
    "r.content, i.file_name, i.created_at, r.line, r.outcome, r.check_id, r.refused_check_id, r.reason, "
    "coalesce(r.content_before, ''), coalesce(r.content_after, '') "
    "FROM imports AS i CROSS JOIN import_rows AS r ON r.import_id = i.import_id "
    "WHERE i.account_id = ?1 AND (r.import_id, r.position) > (?2, ?3) ORDER BY r.import_id, r.position LIMIT ?4";
constexpr const char* sql_remove_inbox = "DELETE FROM inbox WHERE account_id = ?1 AND inbox_id = ?2";
constexpr const char* sql_remove_quarantine = "DELETE FROM quarantine WHERE account_id = ?1 AND quarantine_id = ?2";
constexpr const char* sql_remove_import_row =
    "DELETE FROM import_rows WHERE import_id = (SELECT import_id FROM imports WHERE account_id = ?1 AND import_id = ?2) "
    "AND position = ?3";

Erasure read_erasure(const Statement& row) {
  Erasure erasure;
  erasure.account = row.integer(0);
  erasure.id = row.integer(1);
  erasure.contact = row.integer(2);
  erasure.at = from_epoch_ms(row.integer(3));
  erasure.author = row.text(4);
  erasure.removed = erasure_counts_from(row.text_view(5));
  erasure.kept = erasure_counts_from(row.text_view(6));
  erasure.remote = app::parse_remote_erasure(row.text_view(7)).value_or(app::RemoteErasure::unknown);
  if (!row.is_null(8)) erasure.remote_id = row.integer(8);
  erasure.remote_problem = row.text(9);
  erasure.remote_attempts = static_cast<int>(row.integer(10));
  erasure.remote_not_before = from_epoch_ms(row.integer(11));
  erasure.remote_settled_at = from_epoch_ms(row.integer(12));
  if (!row.is_null(13))
    erasure.place = SourcePlace{static_cast<ErasureSource>(row.integer(13)), row.integer(14), row.integer(15)};
  erasure.traces = traces_from(row.text_view(16));
  if (!row.is_null(17)) erasure.finished_at = from_epoch_ms(row.integer(17));
  return erasure;
}

std::optional<Erasure> find_erasure(Connection& connection, AccountId account, app::ErasureId id) {
  auto query = connection.prepare(sql_find);
  query->bind(1, account).bind(2, id);
  if (!query->step()) return std::nullopt;
  return read_erasure(*query);
}

std::vector<Erasure> list_erasures(Connection& connection, const char* sql, AccountId account, std::size_t count_max) {
  std::vector<Erasure> erasures;
  auto query = connection.prepare(sql);
  query->bind(1, account).bind(2, static_cast<std::int64_t>(count_max));
  while (query->step()) erasures.push_back(read_erasure(*query));
  return erasures;
}

// As the JSON text that a body would be.
std::string text_of_import_row(const Statement& row) {
  return to_json_text(json::object{{"owner", row.text(2)},
                                   {"contact_id", row.integer(3)},
                                   {"email", row.text(4)},
                                   {"phone", row.text(5)},
                                   {"member_number", row.text(6)},
                                   {"customer", row.text(7)},
                                   {"content", row.text(8)},
                                   {"line", row.integer(11)},
                                   {"outcome", row.text(12)},
                                   {"check_id", row.text(13)},
                                   {"refused_check_id", row.text(14)},
                                   {"reason", row.text(15)},
                                   {"content_before", row.text(16)},
                                   {"content_after", row.text(17)}});
}

}  // namespace

std::size_t SqlErasureTable::remove_rows(AccountId account, const std::vector<SourcePlace>& rows) {
  std::size_t count = 0;
  for (const auto& place : rows) {
    const bool is_import = place.source == ErasureSource::import_rows;
    auto remove = connection_.prepare(is_import                              ? sql_remove_import_row
                                      : place.source == ErasureSource::inbox ? sql_remove_inbox
                                                                             : sql_remove_quarantine);
    remove->bind(1, account).bind(2, is_import ? place.group : place.row);
    if (is_import) remove->bind(3, place.row);
    remove->run();
    count += static_cast<std::size_t>(connection_.changes());
  }
  return count;
}

void SqlErasureTable::save(const Erasure& erasure) {
  auto save = connection_.prepare(sql_save);
  save->bind(1, erasure.account).bind(2, erasure.id).bind(3, erasure.contact).bind(4, to_epoch_ms(erasure.at));
  save->bind(5, erasure.author).bind(6, to_stored_text(erasure.removed)).bind(7, to_stored_text(erasure.kept));
  save->bind(8, app::to_text(erasure.remote));
  if (erasure.remote_id) save->bind(9, *erasure.remote_id);
  save->bind(10, erasure.remote_problem).bind(11, std::int64_t{erasure.remote_attempts});
  save->bind(12, to_epoch_ms(erasure.remote_not_before)).bind(13, to_epoch_ms(erasure.remote_settled_at));
  const auto place = erasure.place.value_or(SourcePlace{});
  if (erasure.place) save->bind(14, static_cast<std::int64_t>(place.source));
  save->bind(15, place.group).bind(16, place.row).bind(17, to_stored_text(erasure.traces));
  if (erasure.finished_at) save->bind(18, to_epoch_ms(*erasure.finished_at));
  save->run();
}

bool SqlErasureTable::is_leaving(AccountId account, const std::vector<domain::CustomerKey>& keys) {
  constexpr std::size_t open_max = 10'000;
  const auto open = list_erasures(connection_, sql_list_open, account, open_max);
  return std::ranges::any_of(open, [&](const Erasure& erasure) {
    const auto has = [](const auto& theirs, const auto& key) { return std::ranges::find(theirs, key) != theirs.end(); };
    return std::ranges::any_of(
        keys, [&](const auto& key) { return has(erasure.traces.keys, key) || has(erasure.traces.former_keys, key); });
  });
}

std::optional<Erasure> SqlErasureTable::find(AccountId account, app::ErasureId id) {
  return find_erasure(connection_, account, id);
}

Async<std::optional<Erasure>> SqlErasureReader::find(AccountId account, app::ErasureId id) {
  co_return co_await pool_.read(account, [&](Connection& connection) { return find_erasure(connection, account, id); });
}

Async<std::vector<Erasure>> SqlErasureReader::list(AccountId account, std::size_t count_max) {
  co_return co_await pool_.read(
      account, [&](Connection& connection) { return list_erasures(connection, sql_list, account, count_max); });
}

Async<std::vector<Erasure>> SqlErasureReader::list_open(AccountId account, std::size_t count_max) {
  co_return co_await pool_.read(
      account, [&](Connection& connection) { return list_erasures(connection, sql_list_open, account, count_max); });
}

Async<std::vector<SourceRow>> SqlErasureReader::read_source(AccountId account, SourcePlace after, std::size_t count_max) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> std::vector<SourceRow> {
    std::vector<SourceRow> rows;
    const bool is_import = after.source == ErasureSource::import_rows;
    auto query = connection.prepare(is_import                              ? sql_import_rows
                                    : after.source == ErasureSource::inbox ? sql_inbox
                                                                           : sql_quarantine);
    query->bind(1, account).bind(2, is_import ? after.group : after.row);
    if (is_import) query->bind(3, after.row);
    query->bind(is_import ? 4 : 3, static_cast<std::int64_t>(count_max));
    while (query->step()) {
      if (is_import)
        rows.push_back({{after.source, query->integer(0), query->integer(1)},
                        text_of_import_row(*query),
                        query->text(9),
                        {},
                        from_epoch_ms(query->integer(10))});
      else
        rows.push_back({{after.source, 0, query->integer(0)},
                        query->text(1),
                        query->text(2),
                        query->text(4),
                        from_epoch_ms(query->integer(3))});
    }
    return rows;
  });
}

}  // namespace kassabro::store::sql
