#include "store/sql/personal_file_rows.hpp"

#include <limits>

#include "store/sql/bonus_rows.hpp"
#include "store/sql/card_rows.hpp"

namespace kassabro::store::sql {
namespace {

using domain::AccountId;
using domain::ContactId;

#define KASSABRO_OF_ORDERS \
  "WHERE account_id = ?1 AND order_id IN (SELECT order_id FROM orders WHERE account_id = ?1 AND contact_id = ?2) "

constexpr const char* sql_channel_purchases =
    "SELECT content FROM channel_purchases WHERE account_id = ?1 AND contact_id = ?2 ORDER BY ordered_at DESC, order_id DESC";
constexpr const char* sql_links =
    "SELECT order_id, created_at, expires_at FROM receipt_links " KASSABRO_OF_ORDERS "ORDER BY created_at, order_id";
constexpr const char* sql_asked =
    "SELECT order_id, asked_at FROM receipt_requests " KASSABRO_OF_ORDERS "ORDER BY asked_at, order_id";
constexpr const char* sql_redemptions = "SELECT " KASSABRO_REDEMPTION_COLUMNS
                                        " FROM bonus_redemptions "
                                        "WHERE account_id = ?1 AND contact_id = ?2 ORDER BY redeemed_at, check_id, receipt";
constexpr const char* sql_replaced =
    "SELECT check_id, content, replaced_at FROM bonus_replaced WHERE account_id = ?1 AND contact_id = ?2 "
    "ORDER BY replaced_at, check_id, content";
constexpr const char* sql_silence =
    "SELECT bought_at, retention, winback FROM silences WHERE account_id = ?1 AND contact_id = ?2";
constexpr const char* sql_past_orders =
    "SELECT order_id FROM past_orders WHERE account_id = ?1 AND contact_id = ?2 ORDER BY ordered_at, order_id";
constexpr const char* sql_orders =
    "SELECT ordered_at, order_id, content FROM orders WHERE account_id = ?1 AND contact_id = ?2 "
    "AND (ordered_at, order_id) < (?3, ?4) ORDER BY ordered_at DESC, order_id DESC LIMIT ?5";

template <class Read>
auto read_all(Connection& connection, const char* sql, AccountId account, ContactId contact, Read read) {
  std::vector<decltype(read(std::declval<const Statement&>()))> rows;
  auto query = connection.prepare(sql);
  query->bind(1, account).bind(2, contact);
  while (query->step()) rows.push_back(read(*query));
  return rows;
}

std::string first_text(const Statement& row) { return row.text(0); }

app::KeptReceiptLink read_link(const Statement& row) {
  return {row.text(0), from_epoch_ms(row.integer(1)), from_epoch_ms(row.integer(2))};
}

std::optional<app::KeptSilence> find_silence(Connection& connection, AccountId account, ContactId contact) {
  auto query = connection.prepare(sql_silence);
  query->bind(1, account).bind(2, contact);
  if (!query->step()) return std::nullopt;
  return app::KeptSilence{from_epoch_ms(query->integer(0)), query->integer(1) != 0, query->integer(2) != 0};
}

}  // namespace

Async<app::PersonalRows> SqlPersonalFileReader::read(AccountId account, ContactId contact) {
  co_return co_await pool_.read(account, [&](Connection& connection) {
    const ReadScope scope(connection);
    app::PersonalRows rows;
    rows.extras = get_contact_extras(connection, account, contact);
    rows.channel_purchases = read_all(connection, sql_channel_purchases, account, contact, &first_text);
    rows.receipt_links = read_all(connection, sql_links, account, contact, &read_link);
    rows.asked_receipts = read_all(connection, sql_asked, account, contact, [](const Statement& row) {
      return app::AskedReceipt{row.text(0), from_epoch_ms(row.integer(1))};
    });
    rows.redemptions = read_all(connection, sql_redemptions, account, contact, &read_redemption);
    rows.replaced_checks = read_all(connection, sql_replaced, account, contact, [](const Statement& row) {
      return app::ReplacedCheck{row.text(0), row.text(1), from_epoch_ms(row.integer(2))};
    });
    rows.silence = find_silence(connection, account, contact);
    rows.past_orders = read_all(connection, sql_past_orders, account, contact, &first_text);
    return rows;
  });
}

Async<std::vector<app::OrderText>> SqlPersonalFileReader::list_orders(AccountId account, ContactId contact,
                                                                      std::optional<app::OrderPlace> before,
                                                                      std::size_t count_max) {
  co_return co_await pool_.read(account, [&](Connection& connection) {
    std::vector<app::OrderText> orders;
    auto query = connection.prepare(sql_orders);
    query->bind(1, account).bind(2, contact);
    query->bind(3, before ? to_epoch_ms(before->ordered_at) : std::numeric_limits<std::int64_t>::max());
    query->bind(4, before ? std::string_view(before->order_id) : std::string_view());
    query->bind(5, static_cast<std::int64_t>(count_max));
    while (query->step()) orders.push_back({{from_epoch_ms(query->integer(0)), query->text(1)}, query->text(2)});
    return orders;
  });
}

}  // namespace kassabro::store::sql
