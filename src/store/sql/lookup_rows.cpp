#include "store/sql/lookup_rows.hpp"

namespace kassabro::store::sql {
namespace {

#define KASSABRO_LOOKUP_KEY "account_id, contact_id, minute, register, store, source"

// Only of a customer who is still there: a person may have been erased while this waited in memory.
constexpr const char* sql_save = "INSERT INTO lookups (" KASSABRO_LOOKUP_KEY
                                 ", staff, times, at) SELECT account_id, contact_id, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM contacts "
                                 "WHERE account_id = ?1 AND contact_id = ?2 ON CONFLICT (" KASSABRO_LOOKUP_KEY
                                 ") DO UPDATE SET staff = excluded.staff, times = lookups.times + excluded.times, "
                                 "at = CASE WHEN excluded.at > lookups.at THEN excluded.at ELSE lookups.at END";
constexpr const char* sql_forget = "DELETE FROM lookups WHERE (" KASSABRO_LOOKUP_KEY ") IN (SELECT " KASSABRO_LOOKUP_KEY
                                   " FROM lookups WHERE account_id = ?1 AND minute < ?2 ORDER BY minute LIMIT ?3)";

void save_row(Connection& connection, app::AccountId account, const app::Lookup& lookup) {
  const auto& origin = lookup.origin;
  auto save = connection.prepare(sql_save);
  save->bind(1, account).bind(2, lookup.contact).bind(3, to_epoch_ms(app::minute_of(lookup.at)));
  save->bind(4, origin.register_id).bind(5, origin.store).bind(6, origin.source).bind(7, origin.staff);
  save->bind(8, lookup.times).bind(9, to_epoch_ms(lookup.at)).run();
}

}  // namespace

Async<void> SqlLookups::save(app::AccountId account, std::vector<app::Lookup> lookups) {
  co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
    for (const auto& lookup : lookups) save_row(connection, account, lookup);
    return true;
  });
}

Async<std::size_t> SqlLookups::forget(app::AccountId account, Timestamp before, std::size_t count_max) {
  std::size_t count = 0;
  co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
    connection.prepare(sql_forget)
        ->bind(1, account)
        .bind(2, to_epoch_ms(app::minute_of(before)))
        .bind(3, static_cast<std::int64_t>(count_max))
        .run();
    count = static_cast<std::size_t>(connection.changes());
    return true;
  });
  co_return count;
}

}  // namespace kassabro::store::sql
