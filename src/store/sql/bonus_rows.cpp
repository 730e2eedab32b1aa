#include "store/sql/bonus_rows.hpp"

#include <algorithm>

#include "store/bonus_check_text.hpp"

namespace kassabro::store::sql {
namespace {

using domain::AccountId;
using domain::BonusCheck;
using domain::ContactId;
using domain::Redemption;

#define KASSABRO_BONUS_COLUMNS                                                                                        \
  "check_id, name, description, value_minor, remaining_minor, currency, valid_from, valid_to, status, last_used_at, " \
  "extra, overdrawn_minor"

constexpr const char* sql_list = "SELECT " KASSABRO_BONUS_COLUMNS
                                 ", seen_remotely, updated_at FROM bonus_checks WHERE account_id = ?1 AND contact_id = ?2 "
                                 "ORDER BY check_id";
constexpr const char* sql_find =
    "SELECT " KASSABRO_BONUS_COLUMNS " FROM bonus_checks WHERE account_id = ?1 AND contact_id = ?2 AND check_id = ?3";
constexpr const char* sql_past =
    "SELECT DISTINCT check_id, remaining_minor FROM bonus_entries WHERE account_id = ?1 AND contact_id = ?2 ORDER BY check_id";
constexpr const char* sql_owners = "SELECT contact_id FROM bonus_checks WHERE account_id = ?1 AND check_id = ?2 LIMIT 2";
constexpr const char* sql_save =
    "INSERT INTO bonus_checks (account_id, contact_id, " KASSABRO_BONUS_COLUMNS
    ", updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) "
    "ON CONFLICT (account_id, contact_id, check_id) DO UPDATE SET name = ?4, description = ?5, value_minor = ?6, "
    "remaining_minor = ?7, currency = ?8, valid_from = ?9, valid_to = ?10, status = ?11, last_used_at = ?12, extra = ?13, "
    "overdrawn_minor = ?14, updated_at = ?15";
constexpr const char* sql_mark_seen =
    "UPDATE bonus_checks SET seen_remotely = 1 WHERE account_id = ?1 AND contact_id = ?2 AND check_id = ?3 "
    "AND seen_remotely = 0";
constexpr const char* sql_mark_unseen =
    "UPDATE bonus_checks SET seen_remotely = 0 WHERE account_id = ?1 AND contact_id = ?2 AND check_id = ?3";
constexpr const char* sql_keep_replaced =
    "INSERT INTO bonus_replaced (account_id, contact_id, check_id, content, replaced_at) VALUES (?1, ?2, ?3, ?4, ?5) "
    "ON CONFLICT (account_id, contact_id, check_id, content) DO UPDATE SET replaced_at = ?5";
constexpr const char* sql_forget_replaced =
    "DELETE FROM bonus_replaced WHERE account_id = ?1 AND contact_id = ?2 AND check_id = ?3";
constexpr const char* sql_replaced =
    "SELECT check_id, content, replaced_at FROM bonus_replaced WHERE account_id = ?1 AND contact_id = ?2";
constexpr const char* sql_redemptions = "SELECT " KASSABRO_REDEMPTION_COLUMNS
                                        " FROM bonus_redemptions WHERE account_id = ?1 AND contact_id = ?2 AND check_id = ?3 "
                                        "ORDER BY redeemed_at, receipt";
constexpr const char* sql_redemptions_of_order =
    "SELECT " KASSABRO_REDEMPTION_COLUMNS
    ", contact_id FROM bonus_redemptions WHERE account_id = ?1 AND order_id = ?2 AND order_id <> ''";
constexpr const char* sql_redemptions_named = "SELECT " KASSABRO_REDEMPTION_COLUMNS
                                              " FROM bonus_redemptions WHERE account_id = ?1 AND contact_id = ?2 "
                                              "AND receipt IN (?3, ?4) AND order_id = '' AND state = 'redeemed'";
constexpr const char* sql_save_redemption =
    "INSERT INTO bonus_redemptions (account_id, contact_id, " KASSABRO_REDEMPTION_COLUMNS
    ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (account_id, contact_id, check_id, receipt) DO UPDATE SET "
    "amount_minor = ?5, state = ?6, order_id = ?7, redeemed_at = ?8, undone_at = ?9, undone_by = ?10";
constexpr const char* sql_record =
    "INSERT INTO bonus_entries (account_id, contact_id, check_id, kind, change_minor, remaining_minor, receipt, order_id, at, "
    "source, store, staff, register) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
// SQLite would go through all of the account's checks in the order of their owners, to see each owner once.
constexpr const char* sql_expired =
    "SELECT DISTINCT contact_id FROM bonus_checks INDEXED BY bonus_checks_ending WHERE account_id = ?1 AND valid_to < ?2 AND "
    "status = 'open' "
    "AND remaining_minor > 0 AND valid_to <> '' LIMIT ?3";

std::string text_of_day(const std::optional<Date>& day) { return day ? to_iso_date(*day) : ""; }

BonusCheck read_check(const Statement& row) {
  BonusCheck check;
  check.id = row.text(0);
  check.name = row.text(1);
  check.description = row.text(2);
  check.value_minor = row.integer(3);
  check.remaining_minor = row.integer(4);
  check.currency = row.text(5);
  if (const auto day = row.text_view(6); !day.empty()) check.valid_from = parse_date(day);
  if (const auto day = row.text_view(7); !day.empty()) check.valid_to = parse_date(day);
  check.status = domain::parse_bonus_check_status(row.text_view(8)).value_or(domain::BonusCheckStatus::withdrawn);
  if (!row.is_null(9)) check.last_used_at = from_epoch_ms(row.integer(9));
  check.extra = row.text(10);
  check.overdrawn_minor = row.integer(11);
  return check;
}

}  // namespace

Redemption read_redemption(const Statement& row) {
  Redemption redemption;
  redemption.check_id = row.text(0);
  redemption.receipt = row.text(1);
  redemption.amount_minor = row.integer(2);
  redemption.state = domain::parse_redemption_state(row.text_view(3)).value_or(domain::RedemptionState::redeemed);
  redemption.order_id = row.text(4);
  redemption.redeemed_at = from_epoch_ms(row.integer(5));
  if (!row.is_null(6)) redemption.undone_at = from_epoch_ms(row.integer(6));
  redemption.undone_by = row.text(7);
  return redemption;
}

std::vector<BonusCheck> list_bonus_checks(Connection& connection, AccountId account, ContactId contact) {
  std::vector<BonusCheck> checks;
  auto query = connection.prepare(sql_list);
  query->bind(1, account).bind(2, contact);
  while (query->step()) checks.push_back(read_check(*query));
  return checks;
}

std::vector<BonusCheck> SqlBonusTable::list(AccountId account, ContactId contact) {
  return list_bonus_checks(connection_, account, contact);
}

std::vector<domain::LedgerCheck> SqlBonusTable::list_with_past(AccountId account, ContactId contact) {
  std::vector<domain::LedgerCheck> checks;
  auto query = connection_.prepare(sql_list);
  query->bind(1, account).bind(2, contact);
  while (query->step()) checks.push_back({read_check(*query), {}, query->integer(12) != 0, from_epoch_ms(query->integer(13))});
  auto past = connection_.prepare(sql_past);
  past->bind(1, account).bind(2, contact);
  auto entry = checks.begin();  // both lists are in the order of the ids
  while (past->step()) {
    while (entry != checks.end() && entry->check.id < past->text_view(0)) ++entry;
    if (entry != checks.end() && entry->check.id == past->text_view(0)) entry->past_remaining_minor.push_back(past->integer(1));
  }
  auto replaced = connection_.prepare(sql_replaced);
  replaced->bind(1, account).bind(2, contact);
  while (replaced->step()) {
    const auto known = std::ranges::find_if(
        checks, [&](const domain::LedgerCheck& ledger) { return ledger.check.id == replaced->text_view(0); });
    if (known == checks.end()) continue;
    known->replaced.push_back({bonus_check_from_stored_text(replaced->text_view(1)), from_epoch_ms(replaced->integer(2))});
  }
  return checks;
}

std::optional<BonusCheck> SqlBonusTable::find(AccountId account, ContactId contact, std::string_view check_id) {
  auto query = connection_.prepare(sql_find);
  query->bind(1, account).bind(2, contact).bind(3, check_id);
  if (!query->step()) return std::nullopt;
  return read_check(*query);
}

std::vector<ContactId> SqlBonusTable::find_owners(AccountId account, std::string_view check_id) {
  std::vector<ContactId> owners;
  auto query = connection_.prepare(sql_owners);
  query->bind(1, account).bind(2, check_id);
  while (query->step()) owners.push_back(query->integer(0));
  return owners;
}

void SqlBonusTable::save(AccountId account, ContactId contact, const BonusCheck& check, Timestamp at) {
  auto save = connection_.prepare(sql_save);
  save->bind(1, account).bind(2, contact).bind(3, check.id).bind(4, check.name).bind(5, check.description);
  save->bind(6, check.value_minor).bind(7, check.remaining_minor).bind(8, check.currency);
  save->bind(9, text_of_day(check.valid_from)).bind(10, text_of_day(check.valid_to)).bind(11, to_text(check.status));
  if (check.last_used_at) save->bind(12, to_epoch_ms(*check.last_used_at));
  save->bind(13, check.extra).bind(14, check.overdrawn_minor).bind(15, to_epoch_ms(at)).run();
}

void SqlBonusTable::mark_seen(AccountId account, ContactId contact, std::string_view check_id) {
  connection_.prepare(sql_mark_seen)->bind(1, account).bind(2, contact).bind(3, check_id).run();
}

void SqlBonusTable::mark_unseen(AccountId account, ContactId contact, std::string_view check_id) {
  connection_.prepare(sql_mark_unseen)->bind(1, account).bind(2, contact).bind(3, check_id).run();
}

void SqlBonusTable::keep_replaced(AccountId account, ContactId contact, const BonusCheck& before, Timestamp at) {
  auto keep = connection_.prepare(sql_keep_replaced);
  keep->bind(1, account).bind(2, contact).bind(3, before.id).bind(4, to_stored_text(before)).bind(5, to_epoch_ms(at)).run();
}

void SqlBonusTable::forget_replaced(AccountId account, ContactId contact, std::string_view check_id) {
  connection_.prepare(sql_forget_replaced)->bind(1, account).bind(2, contact).bind(3, check_id).run();
}

std::vector<Redemption> SqlBonusTable::list_redemptions(AccountId account, ContactId contact, std::string_view check_id) {
  std::vector<Redemption> redemptions;
  auto query = connection_.prepare(sql_redemptions);
  query->bind(1, account).bind(2, contact).bind(3, check_id);
  while (query->step()) redemptions.push_back(read_redemption(*query));
  return redemptions;
}

std::vector<app::OwnedRedemption> SqlBonusTable::list_redemptions_of_order(AccountId account, std::string_view order_id) {
  std::vector<app::OwnedRedemption> redemptions;
  auto query = connection_.prepare(sql_redemptions_of_order);
  query->bind(1, account).bind(2, order_id);
  while (query->step()) redemptions.push_back({query->integer(8), read_redemption(*query)});
  return redemptions;
}

std::vector<Redemption> SqlBonusTable::list_open_redemptions(AccountId account, ContactId contact, std::string_view receipt_id,
                                                             std::string_view order_id) {
  std::vector<Redemption> redemptions;
  auto query = connection_.prepare(sql_redemptions_named);
  query->bind(1, account).bind(2, contact).bind(3, receipt_id).bind(4, order_id);
  while (query->step()) redemptions.push_back(read_redemption(*query));
  return redemptions;
}

void SqlBonusTable::save_redemption(AccountId account, ContactId contact, const Redemption& redemption) {
  auto save = connection_.prepare(sql_save_redemption);
  save->bind(1, account).bind(2, contact).bind(3, redemption.check_id).bind(4, redemption.receipt);
  save->bind(5, redemption.amount_minor).bind(6, to_text(redemption.state)).bind(7, redemption.order_id);
  save->bind(8, to_epoch_ms(redemption.redeemed_at));
  if (redemption.undone_at) save->bind(9, to_epoch_ms(*redemption.undone_at));
  save->bind(10, redemption.undone_by).run();
}

void SqlBonusTable::record(AccountId account, ContactId contact, const domain::BonusEntry& entry, const app::Origin& origin,
                           Timestamp at) {
  auto insert = connection_.prepare(sql_record);
  insert->bind(1, account).bind(2, contact).bind(3, entry.check_id).bind(4, to_text(entry.kind)).bind(5, entry.change_minor);
  insert->bind(6, entry.remaining_minor).bind(7, entry.receipt).bind(8, entry.order_id).bind(9, to_epoch_ms(at));
  insert->bind(10, origin.source).bind(11, origin.store).bind(12, origin.staff).bind(13, origin.register_id).run();
}

std::vector<ContactId> SqlBonusTable::list_with_expired(AccountId account, Date day, std::size_t count_max) {
  std::vector<ContactId> contacts;
  auto query = connection_.prepare(sql_expired);
  query->bind(1, account).bind(2, to_iso_date(day)).bind(3, static_cast<std::int64_t>(count_max));
  while (query->step()) contacts.push_back(query->integer(0));
  return contacts;
}

}  // namespace kassabro::store::sql
