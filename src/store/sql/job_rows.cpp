#include "store/sql/job_rows.hpp"

namespace kassabro::store::sql {
namespace {

#define KASSABRO_JOB_COLUMNS                                                                                             \
  "account_id, kind, state, cursor, done, total, faults, reason, started_at, updated_at, finished_at, request, report, " \
  "active_ms"

constexpr const char* sql_find = "SELECT " KASSABRO_JOB_COLUMNS " FROM jobs WHERE account_id = ?1 AND kind = ?2";
constexpr const char* sql_list = "SELECT " KASSABRO_JOB_COLUMNS " FROM jobs ORDER BY account_id, kind";
constexpr const char* sql_list_of_account =
    "SELECT " KASSABRO_JOB_COLUMNS " FROM jobs WHERE account_id = ?1 ORDER BY account_id, kind";
constexpr const char* sql_list_runnable =
    "SELECT " KASSABRO_JOB_COLUMNS " FROM jobs WHERE state IN ('waiting', 'running') ORDER BY account_id, kind";
constexpr const char* sql_list_between =
    "SELECT " KASSABRO_JOB_COLUMNS " FROM jobs WHERE account_id BETWEEN ?1 AND ?2 ORDER BY account_id, kind";
constexpr const char* sql_save =
    "INSERT INTO jobs (" KASSABRO_JOB_COLUMNS
    ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT (account_id, kind) DO UPDATE SET "
    "state = ?3, cursor = ?4, done = ?5, total = ?6, faults = ?7, reason = ?8, started_at = ?9, updated_at = ?10, "
    "finished_at = ?11, request = ?12, report = ?13, active_ms = ?14";
constexpr const char* sql_advance =
    "UPDATE jobs SET cursor = coalesce(?3, cursor), done = done + ?4, total = coalesce(?5, total), faults = faults + ?6, "
    "reason = coalesce(?7, reason), report = coalesce(?8, report), updated_at = ?9 WHERE account_id = ?1 AND kind = ?2";
constexpr const char* sql_link =
    "SELECT contact_id, remote_blocked, remote_checked_at FROM contacts WHERE account_id = ?1 AND remote_id = ?2 "
    "AND remote_id > 0 ORDER BY remote_checked_at DESC LIMIT 1";

app::Job read_job(const Statement& row) {
  app::Job job;
  job.account = row.integer(0);
  job.kind = row.text(1);
  job.state = app::parse_job_state(row.text_view(2)).value_or(app::JobState::failed);
  job.cursor = row.text(3);
  job.done = row.integer(4);
  if (!row.is_null(5)) job.total = row.integer(5);
  job.faults = row.integer(6);
  job.reason = row.text(7);
  job.started_at = from_epoch_ms(row.integer(8));
  job.updated_at = from_epoch_ms(row.integer(9));
  if (!row.is_null(10)) job.finished_at = from_epoch_ms(row.integer(10));
  job.request = row.text(11);
  job.report = row.text(12);
  job.active = std::chrono::milliseconds(row.integer(13));
  return job;
}

std::vector<app::Job> read_jobs(Statement& query) {
  std::vector<app::Job> jobs;
  while (query.step()) jobs.push_back(read_job(query));
  return jobs;
}

std::optional<app::Job> find_job(Connection& connection, app::AccountId account, std::string_view kind) {
  auto query = connection.prepare(sql_find);
  query->bind(1, account).bind(2, kind);
  if (!query->step()) return std::nullopt;
  return read_job(*query);
}

}  // namespace

std::optional<app::Job> SqlJobTable::find(app::AccountId account, std::string_view kind) {
  return find_job(connection_, account, kind);
}

void SqlJobTable::save(const app::Job& job) {
  auto save = connection_.prepare(sql_save);
  save->bind(1, job.account).bind(2, job.kind).bind(3, to_text(job.state)).bind(4, job.cursor).bind(5, job.done);
  job.total ? save->bind(6, *job.total) : save->bind_null(6);
  save->bind(7, job.faults).bind(8, job.reason).bind(9, to_epoch_ms(job.started_at)).bind(10, to_epoch_ms(job.updated_at));
  job.finished_at ? save->bind(11, to_epoch_ms(*job.finished_at)) : save->bind_null(11);
  save->bind(12, job.request).bind(13, job.report).bind(14, std::int64_t{job.active.count()}).run();
}

void SqlJobTable::advance(app::AccountId account, std::string_view kind, const app::JobAdvance& advance, Timestamp at) {
  auto update = connection_.prepare(sql_advance);
  const auto bind_text = [&](int place, const std::optional<std::string>& text) {
    text ? update->bind(place, *text) : update->bind_null(place);
  };
  update->bind(1, account).bind(2, kind).bind(4, advance.done).bind(6, advance.faults).bind(9, to_epoch_ms(at));
  advance.total ? update->bind(5, *advance.total) : update->bind_null(5);
  bind_text(3, advance.cursor);
  bind_text(7, advance.reason);
  bind_text(8, advance.report);
  update->run();
}

Async<std::optional<app::Job>> SqlJobReader::find(app::AccountId account, std::string kind) {
  co_return co_await pool_.read([&](Connection& connection) { return find_job(connection, account, kind); });
}

Async<std::vector<app::Job>> SqlJobReader::list(std::optional<app::AccountId> account) {
  co_return co_await pool_.read([&](Connection& connection) {
    auto query = connection.prepare(account ? sql_list_of_account : sql_list);
    if (account) query->bind(1, *account);
    return read_jobs(*query);
  });
}

Async<std::vector<app::Job>> SqlJobReader::list_runnable() {
  co_return co_await pool_.read([](Connection& connection) { return read_jobs(*connection.prepare(sql_list_runnable)); });
}

Async<std::vector<app::Job>> SqlJobReader::list_between(app::AccountId first, app::AccountId last) {
  co_return co_await pool_.read([&](Connection& connection) {
    auto query = connection.prepare(sql_list_between);
    query->bind(1, first).bind(2, last);
    return read_jobs(*query);
  });
}

Async<std::vector<app::LinkedContact>> SqlLinkReader::list(app::AccountId account, std::vector<std::int64_t> remote_ids) {
  co_return co_await pool_.read([&](Connection& connection) -> std::vector<app::LinkedContact> {
    std::vector<app::LinkedContact> links;
    for (const auto id : remote_ids) {
      auto query = connection.prepare(sql_link);
      query->bind(1, account).bind(2, id);
      if (query->step()) links.push_back({query->integer(0), {id, query->integer(1) != 0, from_epoch_ms(query->integer(2))}});
    }
    return links;
  });
}

}  // namespace kassabro::store::sql
