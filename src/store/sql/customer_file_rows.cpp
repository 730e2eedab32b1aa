#include "store/sql/customer_file_rows.hpp"

#include <algorithm>
#include <limits>
#include <ranges>

#include "base/json.hpp"
#include "store/order_text.hpp"
#include "store/sent_calls_text.hpp"
#include "store/sql/bonus_rows.hpp"
#include "store/sql/contact_columns.hpp"
#include "store/sql/contact_rows.hpp"
#include "store/sql/delivery_columns.hpp"

namespace kassabro::store::sql {
namespace {

using app::Happening;
using domain::AccountId;
using domain::ContactId;

// More than that never happens to one customer in one millisecond.
constexpr std::size_t of_one_moment_max = 500;

#define KASSABRO_CONSENTS                                                                                              \
  "SELECT version, at, source, store, staff, register, accepts, accepted_consents, told, reason FROM consent_records " \
  "WHERE account_id = ?1 AND contact_id = ?2 "
#define KASSABRO_LEDGER                                                                                                     \
  "SELECT e.at, e.source, e.store, e.staff, e.register, e.check_id, e.kind, e.change_minor, e.remaining_minor, e.receipt, " \
  "e.order_id, coalesce(c.name, ''), coalesce(c.currency, '') FROM bonus_entries AS e LEFT JOIN bonus_checks AS c "         \
  "ON c.account_id = e.account_id AND c.contact_id = e.contact_id AND c.check_id = e.check_id "                             \
  "WHERE e.account_id = ?1 AND e.contact_id = ?2 "

constexpr const char* sql_consents = KASSABRO_CONSENTS "ORDER BY version DESC";
constexpr const char* sql_ledger = KASSABRO_LEDGER "ORDER BY e.entry_id";

// Those of the timeline: ?3 is before when, ?4 how many.
constexpr const char* sql_changes =
    "SELECT at, version, source, store, staff, register FROM contact_changes WHERE account_id = ?1 AND contact_id = ?2 "
    "AND at < ?3 ORDER BY at DESC LIMIT ?4";
// Within a minute `at` is later than it, so by minute and then by `at` is by `at`, along the primary key.
constexpr const char* sql_lookups =
    "SELECT at, times, source, store, staff, register FROM lookups WHERE account_id = ?1 AND contact_id = ?2 AND minute < ?3 "
    "AND at < ?3 ORDER BY minute DESC, at DESC LIMIT ?4";
constexpr const char* sql_latest_consents = KASSABRO_CONSENTS "AND at < ?3 ORDER BY at DESC LIMIT ?4";
constexpr const char* sql_latest_ledger = KASSABRO_LEDGER "AND e.at < ?3 ORDER BY e.at DESC, e.entry_id DESC LIMIT ?4";
constexpr const char* sql_events =
    "SELECT e.received_at, e.type, e.order_id FROM orders AS o CROSS JOIN order_events AS e ON e.account_id = o.account_id "
    "AND e.order_id = o.order_id AND e.order_id <> '' WHERE o.account_id = ?1 AND o.contact_id = ?2 AND e.received_at < ?3 "
    "ORDER BY e.received_at DESC LIMIT ?4";
constexpr const char* sql_orders =
    "SELECT updated_at, content FROM orders WHERE account_id = ?1 AND contact_id = ?2 AND updated_at < ?3 "
    "ORDER BY updated_at DESC LIMIT ?4";
constexpr const char* sql_deliveries = "SELECT " KASSABRO_DELIVERY_ROW_COLUMNS
                                       " FROM outbox INDEXED BY outbox_of_contact WHERE account_id = ?1 AND contact_id = ?2 "
                                       "AND created_at < ?3 ORDER BY created_at DESC LIMIT ?4";
constexpr const char* sql_tries =
    "SELECT o.account_id, o.delivery_id, kind, contact_id, order_id, o.attempts, ambiguous, when_idle, o.trace, number, t.at, "
    "took_ms, outcome, t.reason, calls FROM outbox AS o INDEXED BY outbox_of_contact CROSS JOIN delivery_tries AS t "
    "ON t.account_id = o.account_id AND t.delivery_id = o.delivery_id WHERE o.account_id = ?1 AND o.contact_id = ?2 "
    "AND t.at < ?3 ORDER BY t.at DESC LIMIT ?4";
constexpr const char* sql_latest_order =
    "SELECT order_id FROM orders WHERE account_id = ?1 AND state = 'completed' AND contact_id IS NOT NULL "
    "ORDER BY ordered_at DESC LIMIT 1";

app::Origin read_origin(const Statement& row, int first) {
  return {row.text(first), row.text(first + 1), row.text(first + 2), row.text(first + 3)};
}

std::vector<std::string> texts_in(std::string_view text) {
  std::vector<std::string> texts;
  const auto value = parse_json(text);
  if (!value || !value->is_array()) return texts;
  for (const auto& item : value->get_array()) texts.push_back(text_of(item).value_or(""));
  return texts;
}

app::ConsentRecord read_consent(const Statement& row) {
  app::ConsentRecord record;
  record.version = row.integer(0);
  record.at = from_epoch_ms(row.integer(1));
  record.origin = read_origin(row, 2);
  const auto accepts = row.integer(6);
  record.consent = {(accepts & accepts_email) != 0, (accepts & accepts_sms) != 0, (accepts & accepts_mail) != 0,
                    texts_in(row.text_view(7))};
  const auto told = row.integer(8);
  record.told = {(told & accepts_email) != 0, (told & accepts_sms) != 0, (told & accepts_mail) != 0, row.text(9)};
  return record;
}

app::LedgerRecord read_ledger(const Statement& row) {
  app::LedgerRecord record;
  record.at = from_epoch_ms(row.integer(0));
  record.origin = read_origin(row, 1);
  record.entry.check_id = row.text(5);
  record.entry.kind = domain::parse_bonus_entry_kind(row.text_view(6)).value_or(domain::BonusEntryKind::adjusted);
  record.entry.change_minor = row.integer(7);
  record.entry.remaining_minor = row.integer(8);
  record.entry.receipt = row.text(9);
  record.entry.order_id = row.text(10);
  record.check_name = row.text(11);
  record.currency = row.text(12);
  return record;
}

Happening read_change(const Statement& row) {
  return {from_epoch_ms(row.integer(0)), app::ContactChanged{row.integer(1), read_origin(row, 2)}};
}

Happening read_lookup(const Statement& row) {
  return {from_epoch_ms(row.integer(0)), app::LookedUp{row.integer(1), read_origin(row, 2)}};
}

Happening read_event(const Statement& row) {
  return {from_epoch_ms(row.integer(0)), app::OrderEventCame{row.text(1), row.text(2)}};
}

Happening read_order(const Statement& row) {
  return {from_epoch_ms(row.integer(0)), app::OrderStored{order_from_stored_text(row.text_view(1))}};
}

Happening read_made(const Statement& row) {
  auto made = read_delivery_row(row);
  const auto at = made.created_at;
  return {at, app::DeliveryMade{std::move(made)}};
}

Happening read_tried(const Statement& row) {
  app::DeliveryTry tried;
  tried.number = static_cast<int>(row.integer(9));
  tried.at = from_epoch_ms(row.integer(10));
  tried.took = std::chrono::milliseconds(row.integer(11));
  tried.outcome = row.text(12);
  tried.reason = row.text(13);
  tried.calls = unpacked_calls(row.text_view(14));
  const auto at = tried.at;
  return {at, app::DeliveryTried{read_delivery(row), std::move(tried)}};
}

Happening read_consented(const Statement& row) {
  auto record = read_consent(row);
  const auto at = record.at;
  return {at, std::move(record)};
}

Happening read_entered(const Statement& row) {
  auto record = read_ledger(row);
  const auto at = record.at;
  return {at, std::move(record)};
}

struct Source {
  const char* sql;
  Happening (*read)(const Statement& row);
};

constexpr Source sources[] = {{sql_lookups, &read_lookup},  {sql_changes, &read_change}, {sql_latest_consents, &read_consented},
                              {sql_events, &read_event},    {sql_orders, &read_order},   {sql_latest_ledger, &read_entered},
                              {sql_deliveries, &read_made}, {sql_tries, &read_tried}};

template <class Row>
std::vector<Row> read_all(Connection& connection, const char* sql, AccountId account, ContactId contact,
                          Row (*read)(const Statement&)) {
  std::vector<Row> rows;
  auto query = connection.prepare(sql);
  query->bind(1, account).bind(2, contact);
  while (query->step()) rows.push_back(read(*query));
  return rows;
}

}  // namespace

Async<std::optional<app::CustomerFile>> SqlCustomerFileReader::read(AccountId account, ContactId contact) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> std::optional<app::CustomerFile> {
    const ReadScope scope(connection);
    auto stored = find_contact(connection, account, contact);
    if (!stored) return std::nullopt;
    return app::CustomerFile{std::move(*stored), read_all(connection, sql_consents, account, contact, &read_consent),
                             list_bonus_checks(connection, account, contact),
                             read_all(connection, sql_ledger, account, contact, &read_ledger)};
  });
}

Async<std::vector<Happening>> SqlCustomerFileReader::timeline(AccountId account, ContactId contact,
                                                              std::optional<Timestamp> before, std::size_t count) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> std::vector<Happening> {
    const ReadScope scope(connection);
    std::vector<Happening> all;
    // What happened in one millisecond stays in the order of the sources, which is that of cause and effect: the latest first.
    for (const auto& source : sources | std::views::reverse) {
      auto query = connection.prepare(source.sql);
      query->bind(1, account).bind(2, contact);
      query->bind(3, before ? to_epoch_ms(*before) : std::numeric_limits<std::int64_t>::max());
      query->bind(4, static_cast<std::int64_t>(count + of_one_moment_max));
      while (query->step()) all.push_back(source.read(*query));
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, &Happening::at);
    auto end = std::min(count, all.size());
    while (end > 0 && end < all.size() && all[end].at == all[end - 1].at) ++end;
    all.resize(end);
    return all;
  });
}

Async<std::optional<std::string>> SqlCustomerFileReader::latest_order(AccountId account) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> std::optional<std::string> {
    auto query = connection.prepare(sql_latest_order);
    query->bind(1, account);
    if (!query->step()) return std::nullopt;
    return query->text(0);
  });
}

}  // namespace kassabro::store::sql
