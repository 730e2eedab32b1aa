#include "store/sql/message_reader.hpp"

#include "store/sql/endpoint_rows.hpp"
#include "store/sql/message_rows.hpp"

namespace kassabro::store::sql {
namespace {

using app::AccountId;
using app::SendingRow;

#define KASSABRO_SENDINGS                                                                                               \
  "SELECT s.message_id, s.endpoint_id, m.type, m.created_at, s.state, s.attempts, s.not_before, s.finished_at, "        \
  "s.last_status, s.reason FROM webhook_sendings AS s CROSS JOIN webhook_messages AS m ON m.account_id = s.account_id " \
  "AND m.message_id = s.message_id WHERE s.account_id = ?1 "
#define KASSABRO_WANTED_SENDINGS                                                                  \
  "AND (CAST(?2 AS TEXT) IS NULL OR s.state = ?2) AND (CAST(?3 AS TEXT) IS NULL OR m.type = ?3) " \
  "AND (CAST(?4 AS TEXT) IS NULL OR (s.message_id, s.endpoint_id) < (?4, ?5)) "
#define KASSABRO_NEWEST_SENDINGS "ORDER BY s.message_id DESC, s.endpoint_id DESC LIMIT ?6"

constexpr const char* sql_list = KASSABRO_SENDINGS KASSABRO_WANTED_SENDINGS KASSABRO_NEWEST_SENDINGS;
constexpr const char* sql_list_of_endpoint =
    KASSABRO_SENDINGS "AND s.endpoint_id = ?7 " KASSABRO_WANTED_SENDINGS KASSABRO_NEWEST_SENDINGS;
constexpr const char* sql_of_message = KASSABRO_SENDINGS "AND s.message_id = ?2 ORDER BY s.endpoint_id";
constexpr const char* sql_tries =
    "SELECT number, at, took_ms, status, reason, answer FROM webhook_attempts WHERE account_id = ?1 AND message_id = ?2 "
    "AND endpoint_id = ?3 ORDER BY number";

SendingRow read_sending(const Statement& row) {
  SendingRow out;
  out.message = row.text(0);
  out.endpoint = row.integer(1);
  out.type = app::parse_message_type(row.text_view(2)).value_or(app::MessageType::endpoint_test);
  out.created_at = from_epoch_ms(row.integer(3));
  out.state = app::parse_sending_state(row.text_view(4)).value_or(app::SendingState::failed);
  out.attempts = static_cast<int>(row.integer(5));
  out.not_before = from_epoch_ms(row.integer(6));
  if (!row.is_null(7)) out.finished_at = from_epoch_ms(row.integer(7));
  out.last_status = static_cast<int>(row.integer(8));
  out.reason = row.text(9);
  return out;
}

std::vector<SendingRow> list_sendings(Connection& connection, AccountId account, const app::SendingFilter& filter) {
  std::vector<SendingRow> rows;
  auto query = connection.prepare(filter.endpoint ? sql_list_of_endpoint : sql_list);
  query->bind(1, account).bind(6, static_cast<std::int64_t>(filter.count_max));
  if (filter.state) query->bind(2, to_text(*filter.state));
  if (filter.type) query->bind(3, to_text(*filter.type));
  if (filter.before) query->bind(4, filter.before->message).bind(5, filter.before->endpoint);
  if (filter.endpoint) query->bind(7, *filter.endpoint);
  while (query->step()) rows.push_back(read_sending(*query));
  return rows;
}

std::vector<app::SendingTry> list_tries(Connection& connection, AccountId account, const SendingRow& sending) {
  std::vector<app::SendingTry> tries;
  auto query = connection.prepare(sql_tries);
  query->bind(1, account).bind(2, sending.message).bind(3, sending.endpoint);
  while (query->step())
    tries.push_back({static_cast<int>(query->integer(0)), from_epoch_ms(query->integer(1)),
                     std::chrono::milliseconds(query->integer(2)), static_cast<int>(query->integer(3)), query->text(4),
                     query->text(5)});
  return tries;
}

std::optional<app::MessageFile> find_file(Connection& connection, AccountId account, const std::string& message) {
  const ReadScope scope(connection);
  auto found = find_message(connection, account, message);
  if (!found) return std::nullopt;
  app::MessageFile file{std::move(*found), {}};
  {
    auto query = connection.prepare(sql_of_message);
    query->bind(1, account).bind(2, message);
    while (query->step()) file.sendings.push_back({read_sending(*query), {}});
  }
  for (auto& sending : file.sendings) sending.tries = list_tries(connection, account, sending.row);
  return file;
}

}  // namespace

Async<std::vector<app::Endpoint>> SqlMessageReader::list_endpoints(AccountId account) {
  co_return co_await pool_.read(account,
                                [&](Connection& connection) { return sql::list_endpoints(connection, vault_, account); });
}

Async<std::optional<app::Endpoint>> SqlMessageReader::find_endpoint(AccountId account, app::EndpointId id) {
  co_return co_await pool_.read(account,
                                [&](Connection& connection) { return sql::find_endpoint(connection, vault_, account, id); });
}

Async<std::vector<SendingRow>> SqlMessageReader::list(AccountId account, app::SendingFilter filter) {
  co_return co_await pool_.read(account, [&](Connection& connection) { return list_sendings(connection, account, filter); });
}

Async<std::optional<app::MessageFile>> SqlMessageReader::find(AccountId account, std::string message) {
  co_return co_await pool_.read(account, [&](Connection& connection) { return find_file(connection, account, message); });
}

Async<std::vector<app::OutgoingMessage>> SqlMessageReader::list_of_contact(AccountId account, domain::ContactId contact) {
  co_return co_await pool_.read(account,
                                [&](Connection& connection) { return list_messages_of_contact(connection, account, contact); });
}

}  // namespace kassabro::store::sql
