#include "store/sql/readers.hpp"

#include "store/order_text.hpp"
#include "store/sql/account_change_rows.hpp"
#include "store/sql/account_rows.hpp"
#include "store/sql/bonus_rows.hpp"
#include "store/sql/card_rows.hpp"
#include "store/sql/contact_rows.hpp"
#include "store/sql/event_tables.hpp"

namespace kassabro::store::sql {
namespace {

constexpr const char* sql_completed_orders =
    "SELECT content FROM orders WHERE account_id = ?1 AND (ordered_at, order_id) > (?2, ?3) AND ordered_at <= ?4 "
    "AND state = 'completed' ORDER BY ordered_at, order_id LIMIT ?5";
#define KASSABRO_OF_STORES_BETWEEN                                                                                       \
  " FROM orders WHERE account_id = ?1 AND ordered_at > ?2 AND ordered_at <= ?3 AND state = 'completed' AND store <> '' " \
  "GROUP BY 1, 2"
constexpr const char* sql_count_by_till =
    "SELECT store, coalesce(json_extract(content, '$.register'), ''), count(*)" KASSABRO_OF_STORES_BETWEEN;
constexpr const char* sql_count_by_till_postgres =
    "SELECT store, coalesce(content::json ->> 'register', ''), count(*)" KASSABRO_OF_STORES_BETWEEN;
constexpr const char* sql_open_orders =
    "SELECT order_id FROM orders WHERE account_id = ?1 AND state = 'open' AND order_id > ?2 ORDER BY order_id LIMIT ?3";
constexpr const char* sql_latest_orders =
    "SELECT content FROM orders WHERE account_id = ?1 AND contact_id = ?2 AND state = 'completed' "
    "ORDER BY ordered_at DESC LIMIT ?3";

std::unique_ptr<app::StoredContact> held(std::optional<app::StoredContact> stored) {
  return stored ? std::make_unique<app::StoredContact>(std::move(*stored)) : nullptr;
}

}  // namespace

Async<std::unique_ptr<app::StoredContact>> SqlContactReader::find(app::AccountId account, domain::ContactId id) {
  co_return co_await pool_.read(account, [&](Connection& connection) { return held(find_contact(connection, account, id)); });
}

Async<app::ConsentChoices> SqlContactReader::consent_choices(app::AccountId account, domain::ContactId id) {
  co_return co_await pool_.read(account, [&](Connection& connection) { return find_consent_choices(connection, account, id); });
}

Async<std::unique_ptr<app::StoredContact>> SqlContactReader::find_by_keys(app::AccountId account,
                                                                          const std::vector<domain::CustomerKey>& keys) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> std::unique_ptr<app::StoredContact> {
    for (const auto& key : keys) {
      auto stored = held(key.kind == domain::KeyKind::contact_id ? find_contact(connection, account, std::stoll(key.text))
                                                                 : find_contact_by_key(connection, account, key));
      if (stored) return stored;
    }
    return nullptr;
  });
}

Async<std::optional<app::StoredOrder>> SqlOrderReader::find(app::AccountId account, std::string order_id) {
  co_return co_await pool_.read(account, [&](Connection& connection) { return find_order(connection, account, order_id); });
}

Async<std::vector<domain::Order>> SqlOrderReader::list_latest(app::AccountId account, domain::ContactId contact,
                                                              std::size_t count_max) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> std::vector<domain::Order> {
    std::vector<domain::Order> orders;
    auto query = connection.prepare(sql_latest_orders);
    query->bind(1, account).bind(2, contact).bind(3, static_cast<std::int64_t>(count_max));
    while (query->step()) orders.push_back(order_from_stored_text(query->text_view(0)));
    return orders;
  });
}

Async<std::vector<std::string>> SqlOrderReader::list_open(app::AccountId account, std::string after, std::size_t count_max) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> std::vector<std::string> {
    std::vector<std::string> ids;
    auto query = connection.prepare(sql_open_orders);
    query->bind(1, account).bind(2, after).bind(3, static_cast<std::int64_t>(count_max));
    while (query->step()) ids.push_back(query->text(0));
    return ids;
  });
}

Async<std::vector<domain::Order>> SqlOrderReader::list_completed(app::AccountId account, app::OrderPlace after, Timestamp until,
                                                                 std::size_t count_max) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> std::vector<domain::Order> {
    std::vector<domain::Order> orders;
    auto query = connection.prepare(sql_completed_orders);
    query->bind(1, account).bind(2, to_epoch_ms(after.ordered_at)).bind(3, after.order_id).bind(4, to_epoch_ms(until));
    query->bind(5, static_cast<std::int64_t>(count_max));
    while (query->step()) orders.push_back(order_from_stored_text(query->text_view(0)));
    return orders;
  });
}

Async<app::TillCounts> SqlOrderReader::count_by_till(app::AccountId account, Timestamp after, Timestamp until) {
  co_return co_await pool_.read(account, [&](Connection& connection) {
    app::TillCounts counts;
    auto query = connection.prepare(connection.dialect() == Dialect::postgres ? sql_count_by_till_postgres : sql_count_by_till);
    query->bind(1, account).bind(2, to_epoch_ms(after)).bind(3, to_epoch_ms(until));
    while (query->step()) counts.emplace(app::Till{query->text(0), query->text(1)}, query->integer(2));
    return counts;
  });
}

Async<std::vector<domain::BonusCheck>> SqlBonusReader::list(app::AccountId account, domain::ContactId contact) {
  co_return co_await pool_.read(account,
                                [&](Connection& connection) { return list_bonus_checks(connection, account, contact); });
}

// One read transaction: a lock taken once, and nobody redeems between the look at the checks and the look at the rest.
Async<app::CardDetails> SqlCardReader::read(app::AccountId account, domain::ContactId contact, Wanted wanted) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> app::CardDetails {
    const ReadScope scope(connection);
    app::CardDetails details;
    details.bonus_checks = list_bonus_checks(connection, account, contact);
    if (wanted.extras) details.extras = get_contact_extras(connection, account, contact);
    if (wanted.purchases) details.purchases = summarise_purchases(connection, account, contact, *wanted.purchases);
    if (wanted.promotions) details.used_promotions = list_used_promotions(connection, account, contact);
    return details;
  });
}

Async<std::vector<domain::Order>> SqlChannelPurchaseReader::list_latest(app::AccountId account, domain::ContactId contact,
                                                                        std::size_t count_max) {
  co_return co_await pool_.read(
      account, [&](Connection& connection) { return list_channel_purchases(connection, account, contact, count_max); });
}

Async<std::optional<app::Account>> SqlAccountReader::find(app::AccountId id) {
  co_return co_await pool_.read([&](Connection& connection) { return find_account(connection, vault_, id); });
}

Async<std::optional<app::Account>> SqlAccountReader::find_by_token(const SecretString& token) {
  co_return co_await pool_.read([&](Connection& connection) { return find_account_by_token(connection, vault_, token); });
}

Async<std::optional<app::Account>> SqlAccountReader::find_by_basic_user(std::string user) {
  co_return co_await pool_.read([&](Connection& connection) { return find_account_by_basic_user(connection, vault_, user); });
}

Async<std::vector<app::Account>> SqlAccountReader::list() {
  co_return co_await pool_.read([&](Connection& connection) { return list_accounts(connection, vault_); });
}

Async<std::vector<app::Account>> SqlAccountReader::list_after(app::AccountId after, std::size_t count_max) {
  co_return co_await pool_.read(
      [&](Connection& connection) { return list_accounts_after(connection, vault_, after, count_max); });
}

Async<std::vector<app::AccountChanged>> SqlAccountReader::list_changes(app::AccountId id, std::size_t count_max) {
  co_return co_await pool_.read([&](Connection& connection) { return list_account_changes(connection, id, count_max); });
}

}  // namespace kassabro::store::sql
