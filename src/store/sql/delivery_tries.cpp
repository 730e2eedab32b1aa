#include "store/sql/delivery_tries.hpp"

#include "base/ids.hpp"
#include "store/sent_calls_text.hpp"

namespace kassabro::store::sql {
namespace {

// Only of a delivery that is still there: a person may have been erased while it was on its way.
constexpr const char* sql_save =
    "INSERT INTO delivery_tries (account_id, delivery_id, number, at, took_ms, outcome, reason, calls) "
    "SELECT account_id, delivery_id, 1 + coalesce((SELECT max(number) FROM delivery_tries WHERE account_id = ?1 "
    "AND delivery_id = ?2), 0), ?3, ?4, ?5, ?6, ?7 FROM outbox WHERE account_id = ?1 AND delivery_id = ?2 RETURNING number";
constexpr const char* sql_keep_latest =
    "DELETE FROM delivery_tries WHERE account_id = ?1 AND delivery_id = ?2 AND number <= ?3";
constexpr const char* sql_list =
    "SELECT number, at, took_ms, outcome, reason, calls FROM delivery_tries WHERE account_id = ?1 AND delivery_id = ?2 "
    "ORDER BY number";
// Deliveries' ids are times: what was made long ago and is tried still is kept as long as it was made.
constexpr const char* sql_forget =
    "DELETE FROM delivery_tries WHERE (account_id, delivery_id, number) IN (SELECT account_id, delivery_id, number "
    "FROM delivery_tries WHERE account_id = ?1 AND delivery_id < ?2 AND at < ?3 ORDER BY delivery_id LIMIT ?4)";

}  // namespace

void save_try(Connection& connection, const app::Delivery& delivery, const app::DeliveryTry& noted,
              std::string_view packed_calls) {
  std::int64_t number = 0;
  {
    auto save = connection.prepare(sql_save);
    save->bind(1, delivery.account).bind(2, delivery.id).bind(3, to_epoch_ms(noted.at)).bind(4, noted.took.count());
    save->bind(5, noted.outcome).bind(6, noted.reason).bind_blob(7, packed_calls);
    if (!save->step()) return;
    number = save->integer(0);
  }
  if (number <= app::tries_kept_max) return;
  connection.prepare(sql_keep_latest)
      ->bind(1, delivery.account)
      .bind(2, delivery.id)
      .bind(3, number - app::tries_kept_max)
      .run();
}

std::vector<app::DeliveryTry> list_tries(Connection& connection, app::AccountId account, app::DeliveryId id) {
  std::vector<app::DeliveryTry> tries;
  auto query = connection.prepare(sql_list);
  query->bind(1, account).bind(2, id);
  while (query->step()) {
    app::DeliveryTry noted;
    noted.number = static_cast<int>(query->integer(0));
    noted.at = from_epoch_ms(query->integer(1));
    noted.took = std::chrono::milliseconds(query->integer(2));
    noted.outcome = query->text(3);
    noted.reason = query->text(4);
    noted.calls = unpacked_calls(query->text_view(5));
    tries.push_back(std::move(noted));
  }
  return tries;
}

std::size_t forget_tries(Connection& connection, app::AccountId account, Timestamp before, std::size_t count_max) {
  connection.prepare(sql_forget)
      ->bind(1, account)
      .bind(2, new_id(before))
      .bind(3, to_epoch_ms(before))
      .bind(4, static_cast<std::int64_t>(count_max))
      .run();
  return static_cast<std::size_t>(connection.changes());
}

}  // namespace kassabro::store::sql
