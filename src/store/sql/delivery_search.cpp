#include "store/sql/delivery_search.hpp"

#include <limits>

#include "base/ids.hpp"
#include "base/text.hpp"
#include "store/order_text.hpp"
#include "store/sql/delivery_columns.hpp"

namespace kassabro::store::sql {
namespace {

using app::DeliveryRow;
using app::DeliverySearch;

// Some 20 ms of looking in a file; as the statements say, too.
constexpr std::size_t looked_at_max = 20'000;

#define KASSABRO_SEARCHED "SELECT " KASSABRO_DELIVERY_ROW_COLUMNS " FROM outbox WHERE delivery_id < ?1 AND delivery_id >= ?2 "
#define KASSABRO_NEWEST_FIRST "ORDER BY delivery_id DESC LIMIT 20000"

constexpr const char* sql_any = KASSABRO_SEARCHED "AND (CAST(?3 AS BIGINT) IS NULL OR account_id = ?3) " KASSABRO_NEWEST_FIRST;
constexpr const char* sql_parked = KASSABRO_SEARCHED "AND account_id = ?3 AND state = 'parked' " KASSABRO_NEWEST_FIRST;
constexpr const char* sql_of_contact = KASSABRO_SEARCHED "AND account_id = ?3 AND contact_id = ?4 " KASSABRO_NEWEST_FIRST;
constexpr const char* sql_of_account = KASSABRO_SEARCHED "AND account_id = ?3 " KASSABRO_NEWEST_FIRST;
constexpr const char* sql_order = "SELECT store, content FROM orders WHERE account_id = ?1 AND order_id = ?2";

const char* statement_for(const DeliverySearch& search, Dialect dialect) {
  if (!search.account) return sql_any;
  if (search.contact) return sql_of_contact;
  if (search.state == app::DeliveryState::parked) return sql_parked;
  // SQLite keeps deliveries by their ids alone, and goes back through all of them.
  return dialect == Dialect::sqlite ? sql_any : sql_of_account;
}

bool contains_ignoring_case(std::string_view text, const std::string& lowered_part) {
  return ascii_lowered(text).contains(lowered_part);
}

bool is_of_store(Connection& connection, const DeliveryRow& row, const std::string& store) {
  if (row.delivery.order_id.empty()) return false;
  auto query = connection.prepare(sql_order);
  query->bind(1, row.delivery.account).bind(2, row.delivery.order_id);
  if (!query->step()) return false;
  return query->text_view(0) == store || order_from_stored_text(query->text_view(1)).store_id == store;
}

bool matches(Connection& connection, const DeliverySearch& search, const DeliveryRow& row) {
  if (search.state && row.state != *search.state) return false;
  if (search.kind && row.delivery.kind != *search.kind) return false;
  if (search.contact && row.delivery.contact != *search.contact) return false;
  if (!search.order_id.empty() && row.delivery.order_id != search.order_id) return false;
  if (search.from && row.created_at < *search.from) return false;
  if (search.to && row.created_at >= *search.to) return false;
  if (!search.reason_part.empty() && !contains_ignoring_case(row.reason, ascii_lowered(search.reason_part))) return false;
  return search.store.empty() || is_of_store(connection, row, search.store);
}

// Ids are times; those of one millisecond are in no order, so the bounds lie a millisecond outside.
app::DeliveryId first_id(const DeliverySearch& search) {
  return search.from ? new_id(*search.from - std::chrono::milliseconds(1)) : 0;
}

app::DeliveryId end_id(const DeliverySearch& search) {
  auto end = search.before.value_or(std::numeric_limits<app::DeliveryId>::max());
  if (search.to) end = std::min(end, new_id(*search.to + std::chrono::milliseconds(1)));
  return end;
}

}  // namespace

app::DeliveryPage search_deliveries(Connection& connection, const DeliverySearch& search) {
  app::DeliveryPage page;
  const char* sql = statement_for(search, connection.dialect());
  auto query = connection.prepare(sql);
  query->bind(1, end_id(search)).bind(2, first_id(search));
  if (search.account) query->bind(3, *search.account);
  if (sql == sql_of_contact) query->bind(4, *search.contact);
  std::size_t looked_at = 0;
  while (query->step()) {
    auto row = read_delivery_row(*query);
    const auto id = row.delivery.id;
    if (matches(connection, search, row)) page.rows.push_back(std::move(row));
    if (page.rows.size() < search.count_max && ++looked_at < looked_at_max) continue;
    page.next = id;
    break;
  }
  return page;
}

}  // namespace kassabro::store::sql
