#include "store/sqlite/readers.hpp"

#include <mutex>
#include <thread>

#include "store/order_text.hpp"
#include "store/sqlite/account_change_rows.hpp"
#include "store/sqlite/account_rows.hpp"
#include "store/sqlite/bonus_rows.hpp"
#include "store/sqlite/card_rows.hpp"
#include "store/sqlite/contact_rows.hpp"
#include "store/sqlite/event_tables.hpp"

namespace kassabro::store::sqlite {
namespace {

constexpr const char* sql_completed_orders =
    "SELECT content FROM orders WHERE account_id = ?1 AND (ordered_at, order_id) > (?2, ?3) AND ordered_at <= ?4 "
    "AND state = 'completed' ORDER BY ordered_at, order_id LIMIT ?5";
constexpr const char* sql_open_orders =
    "SELECT order_id FROM orders WHERE account_id = ?1 AND state = 'open' AND order_id > ?2 ORDER BY order_id LIMIT ?3";
constexpr const char* sql_latest_orders =
    "SELECT content FROM orders WHERE account_id = ?1 AND contact_id = ?2 AND state = 'completed' "
    "ORDER BY ordered_at DESC LIMIT ?3";

}  // namespace

// Owned by the pool; a thread remembers its connection by the shelf's number, which is never used twice.
struct ReadPool::Shelf {
  std::uint64_t number = 0;
  std::mutex mutex;
  std::unordered_map<std::thread::id, std::unique_ptr<Connection>> connections;
};

ReadPool::ReadPool(std::string path) : path_(std::move(path)), shelf_(std::make_shared<Shelf>()) {
  static std::atomic<std::uint64_t> next_number = 1;
  shelf_->number = next_number++;
}

ReadPool::~ReadPool() = default;

Connection& ReadPool::mine() {
  thread_local std::uint64_t number = 0;
  thread_local Connection* connection = nullptr;
  if (number == shelf_->number) return *connection;
  const std::scoped_lock lock(shelf_->mutex);
  auto& place = shelf_->connections[std::this_thread::get_id()];
  if (!place) {
    place = std::make_unique<Connection>(path_, OpenMode::read_only);
    place->execute("PRAGMA cache_size = -16384; PRAGMA query_only = ON;");
  }
  number = shelf_->number;
  connection = place.get();
  return *connection;
}

Async<std::optional<app::StoredContact>> SqliteContactReader::find(app::AccountId account, domain::ContactId id) {
  co_return find_contact(pool_.mine(), account, id);
}

Async<app::ConsentChoices> SqliteContactReader::consent_choices(app::AccountId account, domain::ContactId id) {
  co_return find_consent_choices(pool_.mine(), account, id);
}

Async<std::optional<app::StoredContact>> SqliteContactReader::find_by_keys(app::AccountId account,
                                                                           const std::vector<domain::CustomerKey>& keys) {
  auto& connection = pool_.mine();
  for (const auto& key : keys) {
    auto stored = key.kind == domain::KeyKind::contact_id ? find_contact(connection, account, std::stoll(key.text))
                                                          : find_contact_by_key(connection, account, key);
    if (stored) co_return stored;
  }
  co_return std::nullopt;
}

Async<std::optional<app::StoredOrder>> SqliteOrderReader::find(app::AccountId account, std::string order_id) {
  co_return find_order(pool_.mine(), account, order_id);
}

Async<std::vector<domain::Order>> SqliteOrderReader::list_latest(app::AccountId account, domain::ContactId contact,
                                                                 std::size_t count_max) {
  std::vector<domain::Order> orders;
  auto query = pool_.mine().prepare(sql_latest_orders);
  query->bind(1, account).bind(2, contact).bind(3, static_cast<std::int64_t>(count_max));
  while (query->step()) orders.push_back(order_from_stored_text(query->text_view(0)));
  co_return orders;
}

Async<std::vector<std::string>> SqliteOrderReader::list_open(app::AccountId account, std::string after, std::size_t count_max) {
  std::vector<std::string> ids;
  auto query = pool_.mine().prepare(sql_open_orders);
  query->bind(1, account).bind(2, after).bind(3, static_cast<std::int64_t>(count_max));
  while (query->step()) ids.push_back(query->text(0));
  co_return ids;
}

Async<std::vector<domain::Order>> SqliteOrderReader::list_completed(app::AccountId account, app::OrderPlace after,
                                                                    Timestamp until, std::size_t count_max) {
  std::vector<domain::Order> orders;
  auto query = pool_.mine().prepare(sql_completed_orders);
  query->bind(1, account).bind(2, to_epoch_ms(after.ordered_at)).bind(3, after.order_id).bind(4, to_epoch_ms(until));
  query->bind(5, static_cast<std::int64_t>(count_max));
  while (query->step()) orders.push_back(order_from_stored_text(query->text_view(0)));
  co_return orders;
}

Async<std::vector<domain::BonusCheck>> SqliteBonusReader::list(app::AccountId account, domain::ContactId contact) {
  co_return list_bonus_checks(pool_.mine(), account, contact);
}

// One read transaction: a lock taken once, and nobody redeems between the look at the checks and the look at the rest.
Async<app::CardDetails> SqliteCardReader::read(app::AccountId account, domain::ContactId contact, Wanted wanted) {
  auto& connection = pool_.mine();
  const ReadScope scope(connection);
  app::CardDetails details;
  details.bonus_checks = list_bonus_checks(connection, account, contact);
  if (wanted.extras) details.extras = get_contact_extras(connection, account, contact);
  if (wanted.purchases) details.purchases = summarise_purchases(connection, account, contact, *wanted.purchases);
  if (wanted.promotions) details.used_promotions = list_used_promotions(connection, account, contact);
  co_return details;
}

Async<std::vector<domain::Order>> SqliteChannelPurchaseReader::list_latest(app::AccountId account, domain::ContactId contact,
                                                                           std::size_t count_max) {
  co_return list_channel_purchases(pool_.mine(), account, contact, count_max);
}

Async<std::optional<app::Account>> SqliteAccountReader::find(app::AccountId id) {
  co_return find_account(pool_.mine(), vault_, id);
}

Async<std::optional<app::Account>> SqliteAccountReader::find_by_token(const SecretString& token) {
  co_return find_account_by_token(pool_.mine(), vault_, token);
}

Async<std::optional<app::Account>> SqliteAccountReader::find_by_basic_user(std::string user) {
  co_return find_account_by_basic_user(pool_.mine(), vault_, user);
}

Async<std::vector<app::Account>> SqliteAccountReader::list() { co_return list_accounts(pool_.mine(), vault_); }

Async<std::vector<app::AccountChanged>> SqliteAccountReader::list_changes(app::AccountId id, std::size_t count_max) {
  co_return list_account_changes(pool_.mine(), id, count_max);
}

}  // namespace kassabro::store::sqlite
