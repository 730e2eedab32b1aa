#include "store/sql/message_rows.hpp"

namespace kassabro::store::sql {
namespace {

using app::AccountId;
using app::EndpointId;
using app::OutgoingMessage;

#define KASSABRO_MESSAGES \
  "SELECT account_id, message_id, type, contact_id, created_at, payload FROM webhook_messages WHERE account_id = ?1 "

constexpr const char* sql_who_wants =
    "SELECT endpoint_id FROM webhook_endpoints WHERE account_id = ?1 AND disabled = '' AND (types = 0 OR (types & ?2) <> 0)";
constexpr const char* sql_keep =
    "INSERT INTO webhook_messages (account_id, message_id, type, contact_id, created_at, payload) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
// One that is there already is sent again.
constexpr const char* sql_send =
    "INSERT INTO webhook_sendings (account_id, message_id, endpoint_id, state, attempts, not_before, last_status, reason) "
    "VALUES (?1, ?2, ?3, 'pending', 0, ?4, 0, '') ON CONFLICT (account_id, message_id, endpoint_id) DO UPDATE SET "
    "state = 'pending', attempts = 0, not_before = ?4, finished_at = NULL, reason = ''";
constexpr const char* sql_find = KASSABRO_MESSAGES "AND message_id = ?2";
constexpr const char* sql_of_contact = KASSABRO_MESSAGES "AND contact_id = ?2 ORDER BY message_id";
constexpr const char* sql_for_whom =
    "SELECT e.endpoint_id FROM webhook_sendings AS s CROSS JOIN webhook_endpoints AS e ON e.account_id = s.account_id "
    "AND e.endpoint_id = s.endpoint_id WHERE s.account_id = ?1 AND s.message_id = ?2 AND e.disabled = ''";
constexpr const char* sql_failed =
    "SELECT message_id FROM webhook_sendings WHERE account_id = ?1 AND endpoint_id = ?2 AND message_id >= ?3 "
    "AND state = 'failed' ORDER BY message_id LIMIT ?4";
constexpr const char* sql_of_endpoint =
    "SELECT message_id FROM webhook_sendings WHERE account_id = ?1 AND endpoint_id = ?2 ORDER BY message_id LIMIT ?3";
constexpr const char* sql_forget_sending =
    "DELETE FROM webhook_sendings WHERE account_id = ?1 AND endpoint_id = ?2 AND message_id = ?3";
constexpr const char* sql_forget_attempts =
    "DELETE FROM webhook_attempts WHERE account_id = ?1 AND endpoint_id = ?2 AND message_id = ?3";
constexpr const char* sql_old =
    "SELECT message_id FROM webhook_messages WHERE account_id = ?1 AND message_id < ?2 ORDER BY message_id LIMIT ?3";
constexpr const char* sql_forget_old_attempts = "DELETE FROM webhook_attempts WHERE account_id = ?1 AND message_id <= ?2";
constexpr const char* sql_forget_old_sendings = "DELETE FROM webhook_sendings WHERE account_id = ?1 AND message_id <= ?2";
constexpr const char* sql_forget_old_messages = "DELETE FROM webhook_messages WHERE account_id = ?1 AND message_id <= ?2";

OutgoingMessage read_message(const Statement& row) {
  OutgoingMessage message;
  message.account = row.integer(0);
  message.id = row.text(1);
  message.type = app::parse_message_type(row.text_view(2)).value_or(app::MessageType::endpoint_test);
  if (!row.is_null(3)) message.contact = row.integer(3);
  message.created_at = from_epoch_ms(row.integer(4));
  message.payload = row.text(5);
  return message;
}

std::vector<EndpointId> read_ids(Statement& query) {
  std::vector<EndpointId> ids;
  while (query.step()) ids.push_back(query.integer(0));
  return ids;
}

std::vector<std::string> read_texts(Statement& query) {
  std::vector<std::string> texts;
  while (query.step()) texts.push_back(query.text(0));
  return texts;
}

}  // namespace

std::optional<OutgoingMessage> find_message(Connection& connection, AccountId account, std::string_view id) {
  auto query = connection.prepare(sql_find);
  query->bind(1, account).bind(2, id);
  if (!query->step()) return std::nullopt;
  return read_message(*query);
}

std::vector<OutgoingMessage> list_messages_of_contact(Connection& connection, AccountId account, domain::ContactId contact) {
  std::vector<OutgoingMessage> messages;
  auto query = connection.prepare(sql_of_contact);
  query->bind(1, account).bind(2, contact);
  while (query->step()) messages.push_back(read_message(*query));
  return messages;
}

// Ids begin with the time, so what is older than one message is a range of the key.
std::size_t forget_messages(Connection& connection, AccountId account, Timestamp before, std::size_t count_max) {
  std::vector<std::string> old;
  {
    auto query = connection.prepare(sql_old);
    query->bind(1, account).bind(2, app::first_message_id(before)).bind(3, static_cast<std::int64_t>(count_max));
    old = read_texts(*query);
  }
  if (old.empty()) return 0;
  for (const auto* sql : {sql_forget_old_attempts, sql_forget_old_sendings, sql_forget_old_messages})
    connection.prepare(sql)->bind(1, account).bind(2, old.back()).run();
  return old.size();
}

bool SqlMessageTable::tell(const OutgoingMessage& message) {
  std::vector<EndpointId> endpoints;
  {
    auto query = connection_.prepare(sql_who_wants);
    query->bind(1, message.account).bind(2, app::MessageTypes::bit_of(message.type));
    endpoints = read_ids(*query);
  }
  if (endpoints.empty()) return false;
  keep(message);
  for (const auto endpoint : endpoints) send(message.account, message.id, endpoint, message.created_at);
  return true;
}

void SqlMessageTable::tell_one(const OutgoingMessage& message, EndpointId endpoint) {
  keep(message);
  send(message.account, message.id, endpoint, message.created_at);
}

void SqlMessageTable::keep(const OutgoingMessage& message) {
  auto insert = connection_.prepare(sql_keep);
  insert->bind(1, message.account).bind(2, message.id).bind(3, to_text(message.type));
  if (message.contact != 0)
    insert->bind(4, message.contact);
  else
    insert->bind_null(4);
  insert->bind(5, to_epoch_ms(message.created_at)).bind(6, message.payload).run();
}

void SqlMessageTable::send(AccountId account, std::string_view message, EndpointId endpoint, Timestamp at) {
  connection_.prepare(sql_send)->bind(1, account).bind(2, message).bind(3, endpoint).bind(4, to_epoch_ms(at)).run();
}

std::optional<std::size_t> SqlMessageTable::replay(AccountId account, std::string_view message,
                                                   std::optional<EndpointId> endpoint, Timestamp now) {
  if (!find_message(connection_, account, message)) return std::nullopt;
  std::vector<EndpointId> endpoints;
  if (endpoint) {
    endpoints.push_back(*endpoint);
  } else {
    auto query = connection_.prepare(sql_for_whom);
    query->bind(1, account).bind(2, message);
    endpoints = read_ids(*query);
  }
  for (const auto id : endpoints) send(account, message, id, now);
  return endpoints.size();
}

std::size_t SqlMessageTable::recover(AccountId account, EndpointId endpoint, Timestamp since, std::size_t count_max,
                                     Timestamp now) {
  std::vector<std::string> failed;
  {
    auto query = connection_.prepare(sql_failed);
    query->bind(1, account).bind(2, endpoint).bind(3, app::first_message_id(since));
    query->bind(4, static_cast<std::int64_t>(count_max));
    failed = read_texts(*query);
  }
  for (const auto& message : failed) send(account, message, endpoint, now);
  return failed.size();
}

std::size_t SqlMessageTable::forget_sendings(AccountId account, EndpointId endpoint, std::size_t count_max) {
  std::vector<std::string> messages;
  {
    auto query = connection_.prepare(sql_of_endpoint);
    query->bind(1, account).bind(2, endpoint).bind(3, static_cast<std::int64_t>(count_max));
    messages = read_texts(*query);
  }
  for (const auto& message : messages)
    for (const auto* sql : {sql_forget_attempts, sql_forget_sending})
      connection_.prepare(sql)->bind(1, account).bind(2, endpoint).bind(3, message).run();
  return messages.size();
}

}  // namespace kassabro::store::sql
