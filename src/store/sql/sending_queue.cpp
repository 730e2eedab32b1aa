#include "store/sql/sending_queue.hpp"

#include "store/sql/endpoint_rows.hpp"
#include "store/sql/message_rows.hpp"

namespace kassabro::store::sql {
namespace {

using app::EndpointKey;
using app::SendingEnd;
using app::SendingJob;

// Nothing waits longer than a day and some: what waits until later was put off by a clock that was wrong.
constexpr std::chrono::hours wait_longest{48};

#define KASSABRO_DUE "state = 'pending' AND (not_before <= ?3 OR not_before > ?4)"

constexpr const char* sql_next_endpoint =
    "SELECT account_id, endpoint_id FROM webhook_sendings WHERE state = 'pending' AND (account_id, endpoint_id) > (?1, ?2) "
    "ORDER BY account_id, endpoint_id LIMIT 1";
constexpr const char* sql_is_due =
    "SELECT 1 FROM webhook_sendings WHERE account_id = ?1 AND endpoint_id = ?2 AND " KASSABRO_DUE " LIMIT 1";
constexpr const char* sql_due =
    "SELECT s.message_id, m.type, m.payload, m.created_at, s.attempts FROM webhook_sendings AS s CROSS JOIN webhook_messages "
    "AS m "
    "ON m.account_id = s.account_id AND m.message_id = s.message_id "
    "WHERE s.account_id = ?1 AND s.endpoint_id = ?2 AND s." KASSABRO_DUE " ORDER BY s.not_before, s.message_id LIMIT ?5";
constexpr const char* sql_lease =
    "UPDATE webhook_sendings SET not_before = ?4 WHERE account_id = ?1 AND message_id = ?2 AND endpoint_id = ?3";
constexpr const char* sql_settle =
    "UPDATE webhook_sendings SET state = ?4, attempts = ?5, not_before = ?6, finished_at = ?7, last_status = ?8, reason = ?9 "
    "WHERE account_id = ?1 AND message_id = ?2 AND endpoint_id = ?3 AND state = 'pending' AND not_before = ?10";
constexpr const char* sql_count_failing =
    "SELECT count(*) FROM webhook_endpoints WHERE disabled = '' AND failing_since IS NOT NULL";
// Only of a sending that is still there: a person may have been erased while it was on its way.
constexpr const char* sql_add_attempt =
    "INSERT INTO webhook_attempts (account_id, message_id, endpoint_id, number, at, took_ms, status, reason, answer) "
    "SELECT account_id, message_id, endpoint_id, 1 + coalesce((SELECT max(number) FROM webhook_attempts WHERE account_id = ?1 "
    "AND message_id = ?2 AND endpoint_id = ?3), 0), ?4, ?5, ?6, ?7, ?8 FROM webhook_sendings WHERE account_id = ?1 "
    "AND message_id = ?2 AND endpoint_id = ?3 RETURNING number";
constexpr const char* sql_keep_latest =
    "DELETE FROM webhook_attempts WHERE account_id = ?1 AND message_id = ?2 AND endpoint_id = ?3 AND number <= ?4";

void add_attempt(Connection& connection, EndpointKey key, const std::string& message, const app::SendingTry& tried) {
  std::int64_t number = 0;
  {
    auto insert = connection.prepare(sql_add_attempt);
    insert->bind(1, key.account).bind(2, message).bind(3, key.endpoint).bind(4, to_epoch_ms(tried.at));
    insert->bind(5, static_cast<std::int64_t>(tried.took.count())).bind(6, std::int64_t{tried.status});
    insert->bind(7, tried.reason).bind(8, tried.answer);
    if (!insert->step()) return;
    number = insert->integer(0);
  }
  if (number <= app::sending_tries_kept_max) return;
  auto remove = connection.prepare(sql_keep_latest);
  remove->bind(1, key.account).bind(2, message).bind(3, key.endpoint).bind(4, number - app::sending_tries_kept_max).run();
}

void settle_one(Connection& connection, EndpointKey key, const SendingEnd& end, Timestamp now) {
  {
    const bool is_over = end.state != app::SendingState::pending;
    auto settle = connection.prepare(sql_settle);
    settle->bind(1, key.account).bind(2, end.job.message).bind(3, key.endpoint).bind(4, to_text(end.state));
    settle->bind(5, std::int64_t{end.attempts}).bind(6, to_epoch_ms(is_over ? now : end.not_before));
    if (is_over)
      settle->bind(7, to_epoch_ms(now));
    else
      settle->bind_null(7);
    settle->bind(8, std::int64_t{end.status}).bind(9, end.reason).bind(10, to_epoch_ms(end.job.leased_until)).run();
  }
  if (end.tried) add_attempt(connection, key, end.job.message, *end.tried);
}

void bind_due(Statement& query, EndpointKey key, Timestamp now) {
  query.bind(1, key.account).bind(2, key.endpoint).bind(3, to_epoch_ms(now)).bind(4, to_epoch_ms(now + wait_longest));
}

std::vector<EndpointKey> list_due_endpoints(Connection& connection, Timestamp now) {
  std::vector<EndpointKey> due;
  EndpointKey last;
  for (;;) {
    {
      auto next = connection.prepare(sql_next_endpoint);
      next->bind(1, last.account).bind(2, last.endpoint);
      if (!next->step()) return due;
      last = {next->integer(0), next->integer(1)};
    }
    auto query = connection.prepare(sql_is_due);
    bind_due(*query, last, now);
    if (query->step()) due.push_back(last);
  }
}

std::vector<SendingJob> lease_due(Connection& connection, EndpointKey key, const app::LeaseSendings& wanted,
                                  std::size_t count_max) {
  std::vector<SendingJob> jobs;
  {
    auto query = connection.prepare(sql_due);
    bind_due(*query, key, wanted.now);
    query->bind(5, static_cast<std::int64_t>(count_max));
    while (query->step())
      jobs.push_back({query->text(0), app::parse_message_type(query->text_view(1)).value_or(app::MessageType::endpoint_test),
                      query->text(2), from_epoch_ms(query->integer(3)), static_cast<int>(query->integer(4)), wanted.until});
  }
  for (const auto& job : jobs) {
    auto lease = connection.prepare(sql_lease);
    lease->bind(1, key.account).bind(2, job.message).bind(3, key.endpoint).bind(4, to_epoch_ms(wanted.until)).run();
  }
  return jobs;
}

}  // namespace

Async<std::vector<EndpointKey>> SqlSendingQueue::list_due(Timestamp now) {
  co_return co_await pool_.read([&](Connection& connection) { return list_due_endpoints(connection, now); });
}

Async<app::LeasedSendings> SqlSendingQueue::lease(EndpointKey key, app::LeaseSendings wanted) {
  app::LeasedSendings leased;
  co_await write(writer_, key.account, [&](app::Tables&, Connection& connection) {
    leased.endpoint = find_endpoint(connection, vault_, key.account, key.endpoint);
    const bool is_failing = leased.endpoint && !leased.endpoint->disabled && leased.endpoint->health.failing_since;
    leased.jobs = lease_due(connection, key, wanted, is_failing ? wanted.count_when_failing : wanted.count_max);
    return true;
  });
  co_return leased;
}

Async<void> SqlSendingQueue::settle(app::SendingsEnded ended, Timestamp now) {
  const auto key = ended.key;
  co_await write(writer_, key.account, [&](app::Tables&, Connection& connection) {
    for (const auto& end : ended.ends) settle_one(connection, key, end, now);
    if (ended.health) save_health(connection, key.account, key.endpoint, *ended.health);
    if (ended.disable) disable_endpoint(connection, key.account, key.endpoint, *ended.disable, now);
    return true;
  });
}

Async<std::size_t> SqlSendingQueue::count_failing() {
  co_return co_await pool_.read([](Connection& connection) -> std::size_t {
    auto query = connection.prepare(sql_count_failing);
    return query->step() ? static_cast<std::size_t>(query->integer(0)) : 0;
  });
}

Async<std::size_t> SqlSendingQueue::forget_messages(app::AccountId account, Timestamp before, std::size_t count_max) {
  std::size_t count = 0;
  co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
    count = sql::forget_messages(connection, account, before, count_max);
    return true;
  });
  co_return count;
}

}  // namespace kassabro::store::sql
