#include "store/sql/contact_rows.hpp"

#include "store/sql/contact_columns.hpp"

namespace kassabro::store::sql {
namespace {

using domain::AccountId;
using domain::Contact;
using domain::ContactId;
using domain::CustomerKey;

constexpr const char* sql_find =
    "SELECT contact_id, " KASSABRO_CONTACT_COLUMNS
    ", remote_id, remote_blocked, remote_checked_at FROM contacts WHERE account_id = ?1 AND contact_id = ?2";
constexpr const char* sql_find_id = "SELECT contact_id FROM contact_keys WHERE account_id = ?1 AND key = ?2";
constexpr const char* sql_find_by_key = "SELECT c.contact_id, " KASSABRO_CONTACT_COLUMNS
                                        ", remote_id, remote_blocked, remote_checked_at "
                                        "FROM contact_keys AS k CROSS JOIN contacts AS c "
                                        "ON c.account_id = k.account_id AND c.contact_id = k.contact_id "
                                        "WHERE k.account_id = ?1 AND k.key = ?2";
constexpr const char* sql_insert =
    "INSERT INTO contacts (account_id, contact_id, " KASSABRO_CONTACT_COLUMNS
    ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, "
    "?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31) ON CONFLICT DO NOTHING";
constexpr const char* sql_update =
    "UPDATE contacts SET (" KASSABRO_CONTACT_COLUMNS
    ") = (?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, "
    "?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31) WHERE account_id = ?1 AND contact_id = ?2";
constexpr const char* sql_claim_key =
    "INSERT INTO contact_keys (account_id, key, contact_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
constexpr const char* sql_free_key = "DELETE FROM contact_keys WHERE account_id = ?1 AND key = ?2 AND contact_id = ?3";
constexpr const char* sql_count =
    "INSERT INTO account_counters (account_id, name, value) VALUES (?1, 'member_number', 100001) "
    "ON CONFLICT (account_id, name) DO UPDATE SET value = account_counters.value + 1 RETURNING value";
constexpr const char* sql_record_consent =
    "INSERT INTO consent_records (account_id, contact_id, version, at, source, store, staff, "
    "register, accepts, accepted_consents, told, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
constexpr const char* sql_newest_choice =
    "SELECT accepts & ?3, at, source, EXISTS (SELECT 1 FROM consent_records WHERE account_id = ?1 AND contact_id = ?2 "
    "AND source = 'rule' AND told & ?3 <> 0 AND accepts & ?3 = 0), EXISTS (SELECT 1 FROM consent_records "
    "WHERE account_id = ?1 AND contact_id = ?2 AND source <> 'rule' AND told & ?3 <> 0 AND accepts & ?3 = 0) "
    "FROM consent_records "
    "WHERE account_id = ?1 AND contact_id = ?2 AND told & ?3 <> 0 ORDER BY version DESC LIMIT 1";
constexpr const char* sql_list_linked =
    "SELECT contact_id FROM contacts WHERE account_id = ?1 AND remote_id = ?2 AND remote_id > 0";
constexpr const char* sql_doubt_link =
    "UPDATE contacts SET remote_blocked = ?3, remote_checked_at = 0 WHERE account_id = ?1 AND contact_id = ?2 "
    "AND remote_id IS NOT NULL";
constexpr const char* sql_record_change =
    "INSERT INTO contact_changes (account_id, contact_id, version, at, source, store, staff, register) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING";
constexpr const char* sql_save_link =
    "UPDATE contacts SET remote_id = ?3, remote_blocked = ?4, remote_checked_at = ?5 "
    "WHERE account_id = ?1 AND contact_id = ?2 "
    // An older read does not take the place of a newer one: a fresh opt-out must hold.
    "AND (remote_id IS NULL OR remote_id <> ?3 OR remote_checked_at <= ?5)";

Error taken(const Contact& contact, const CustomerKey& key) {
  switch (key.kind) {
    case domain::KeyKind::email: return conflict("email", "A customer with this e-mail address exists already.");
    case domain::KeyKind::phone: return conflict("mobile", "A customer with this phone number exists already.");
    case domain::KeyKind::member_number:
    case domain::KeyKind::contact_id: break;
  }
  return conflict("member_number", "A customer with member number " + contact.member_number + " exists already.");
}

// A second phone may be shared (a family's, a company's); whoever had it first is found by it.
bool is_shared_key(const Contact& contact, const CustomerKey& key) {
  return key.kind == domain::KeyKind::phone && contact.mobile && key.text != contact.mobile->e164();
}

std::int64_t told_bits(const app::ToldConsents& told) {
  return (told.email ? accepts_email : 0) | (told.sms ? accepts_sms : 0) | (told.mail ? accepts_mail : 0);
}

std::optional<app::ConsentChoice> find_choice(Connection& connection, AccountId account, ContactId id, AcceptBit channel) {
  auto query = connection.prepare(sql_newest_choice);
  query->bind(1, account).bind(2, id).bind(3, std::int64_t{channel});
  if (!query->step()) return std::nullopt;
  return app::ConsentChoice{query->integer(0) != 0, from_epoch_ms(query->integer(1)), query->text(2), query->integer(3) != 0,
                            query->integer(4) != 0};
}

}  // namespace

app::ConsentChoices find_consent_choices(Connection& connection, AccountId account, ContactId id) {
  return {find_choice(connection, account, id, accepts_email), find_choice(connection, account, id, accepts_sms)};
}

std::optional<app::StoredContact> find_contact(Connection& connection, AccountId account, ContactId id) {
  auto query = connection.prepare(sql_find);
  query->bind(1, account).bind(2, id);
  if (!query->step()) return std::nullopt;
  return read_contact(*query);
}

std::optional<ContactId> find_contact_id(Connection& connection, AccountId account, const CustomerKey& key) {
  auto query = connection.prepare(sql_find_id);
  query->bind(1, account).bind(2, stored_form(key));
  if (!query->step()) return std::nullopt;
  return query->integer(0);
}

std::optional<app::StoredContact> find_contact_by_key(Connection& connection, AccountId account, const CustomerKey& key) {
  auto query = connection.prepare(sql_find_by_key);
  query->bind(1, account).bind(2, stored_form(key));
  if (!query->step()) return std::nullopt;
  return read_contact(*query);
}

std::optional<app::StoredContact> SqlContactTable::find(AccountId account, ContactId id) {
  return find_contact(connection_, account, id);
}

std::optional<ContactId> SqlContactTable::find_id(AccountId account, const CustomerKey& key) {
  return find_contact_id(connection_, account, key);
}

// Looks first and claims then, so that a refusal leaves nothing behind.
Result<void> SqlContactTable::claim_keys(AccountId account, const Contact& contact) {
  const auto keys = keys_of(contact);
  for (const auto& key : keys)
    if (!is_shared_key(contact, key) && find_id(account, key).value_or(contact.id) != contact.id)
      return fail(taken(contact, key));
  for (const auto& key : keys) {
    auto claim = connection_.prepare(sql_claim_key);
    claim->bind(1, account).bind(2, stored_form(key)).bind(3, contact.id).run();
  }
  return {};
}

Result<void> SqlContactTable::insert(AccountId account, const Contact& contact) {
  if (auto claimed = claim_keys(account, contact); !claimed) return claimed;
  auto statement = connection_.prepare(sql_insert);
  statement->bind(1, account).bind(2, contact.id);
  bind_contact(*statement, 3, contact);
  statement->run();
  if (connection_.changes() == 0)
    return fail({ErrorCode::unavailable, "Two customers drew the same id. Please try again.", ""});
  return {};
}

Result<void> SqlContactTable::update(AccountId account, const Contact& before, const Contact& after) {
  for (const auto& key : keys_of(before)) {
    auto release = connection_.prepare(sql_free_key);
    release->bind(1, account).bind(2, stored_form(key)).bind(3, before.id).run();
  }
  if (auto claimed = claim_keys(account, after); !claimed) return claimed;
  auto statement = connection_.prepare(sql_update);
  statement->bind(1, account).bind(2, after.id);
  bind_contact(*statement, 3, after);
  statement->run();
  return {};
}

std::string SqlContactTable::next_member_number(AccountId account) {
  for (;;) {
    CustomerKey key{domain::KeyKind::member_number, {}};
    {
      auto count = connection_.prepare(sql_count);
      count->bind(1, account);
      count->step();
      key.text = std::to_string(count->integer(0));
    }
    if (!find_id(account, key)) return key.text;  // a till may have used this number by hand
  }
}

void SqlContactTable::record_consent(AccountId account, const Contact& contact, const app::ToldConsents& told,
                                     const app::Origin& origin, Timestamp at) {
  auto insert = connection_.prepare(sql_record_consent);
  insert->bind(1, account).bind(2, contact.id).bind(3, contact.version).bind(4, to_epoch_ms(at)).bind(5, origin.source);
  insert->bind(6, origin.store).bind(7, origin.staff).bind(8, origin.register_id);
  insert->bind(9, accepts_bits(contact.consent)).bind(10, consents_text(contact.consent)).bind(11, told_bits(told));
  insert->bind(12, told.reason).run();
}

app::ConsentChoices SqlContactTable::consent_choices(AccountId account, ContactId id) {
  return find_consent_choices(connection_, account, id);
}

void SqlContactTable::record_change(AccountId account, const Contact& contact, const app::Origin& origin, Timestamp at) {
  auto insert = connection_.prepare(sql_record_change);
  insert->bind(1, account).bind(2, contact.id).bind(3, contact.version).bind(4, to_epoch_ms(at)).bind(5, origin.source);
  insert->bind(6, origin.store).bind(7, origin.staff).bind(8, origin.register_id).run();
}

std::vector<ContactId> SqlContactTable::list_linked(AccountId account, std::int64_t remote_id) {
  std::vector<ContactId> ids;
  auto query = connection_.prepare(sql_list_linked);
  query->bind(1, account).bind(2, remote_id);
  while (query->step()) ids.push_back(query->integer(0));
  return ids;
}

void SqlContactTable::doubt_link(AccountId account, ContactId id, bool blocked) {
  connection_.prepare(sql_doubt_link)->bind(1, account).bind(2, id).bind(3, std::int64_t{blocked}).run();
}

void SqlContactTable::save_link(AccountId account, ContactId id, const app::RemoteLink& link) {
  sql::save_link(connection_, account, id, link);
}

void save_link(Connection& connection, AccountId account, ContactId id, const app::RemoteLink& link) {
  auto update = connection.prepare(sql_save_link);
  update->bind(1, account).bind(2, id).bind(3, link.remote_id).bind(4, std::int64_t{link.blocked});
  update->bind(5, to_epoch_ms(link.checked_at)).run();
}

}  // namespace kassabro::store::sql
