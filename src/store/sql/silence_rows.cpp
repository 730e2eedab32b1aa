#include "store/sql/silence_rows.hpp"

namespace kassabro::store::sql {
namespace {

using app::AccountId;
using app::SilenceStep;
using app::SilentCustomer;

constexpr const char* sql_find =
    "SELECT bought_at, retention + winback FROM silences WHERE account_id = ?1 AND contact_id = ?2";
constexpr const char* sql_bought =
    "INSERT INTO silences (account_id, contact_id, bought_at, retention, winback) VALUES (?1, ?2, ?3, 0, 0) "
    "ON CONFLICT (account_id, contact_id) DO UPDATE SET bought_at = ?3, retention = 0, winback = 0";
// A statement for each step: its name is a column's.
#define KASSABRO_REACH(step) \
  "UPDATE silences SET " step " = 1 WHERE account_id = ?1 AND contact_id = ?2 AND bought_at = ?3 AND " step " = 0"
#define KASSABRO_LIST(step)                                                    \
  "SELECT contact_id, bought_at FROM silences WHERE account_id = ?1 AND " step \
  " = 0 AND bought_at > ?2 AND bought_at <= ?3 ORDER BY bought_at, contact_id LIMIT ?4"
#define KASSABRO_HAS_REACHED(step) "SELECT " step " FROM silences WHERE account_id = ?1 AND contact_id = ?2"

const char* of_step(SilenceStep step, const char* retention, const char* winback) {
  return step == SilenceStep::retention ? retention : winback;
}

}  // namespace

bool SqlSilenceTable::note_purchase(AccountId account, domain::ContactId contact, Timestamp at) {
  bool had_reached = false;
  {
    auto query = connection_.prepare(sql_find);
    query->bind(1, account).bind(2, contact);
    if (query->step()) {
      if (query->integer(0) >= to_epoch_ms(at)) return false;
      had_reached = query->integer(1) != 0;
    }
  }
  connection_.prepare(sql_bought)->bind(1, account).bind(2, contact).bind(3, to_epoch_ms(at)).run();
  return had_reached;
}

bool SqlSilenceTable::reach(AccountId account, const SilentCustomer& customer, SilenceStep step) {
  const auto* sql = of_step(step, KASSABRO_REACH("retention"), KASSABRO_REACH("winback"));
  connection_.prepare(sql)->bind(1, account).bind(2, customer.contact).bind(3, to_epoch_ms(customer.bought_at)).run();
  return connection_.changes() > 0;
}

Async<std::vector<SilentCustomer>> SqlSilenceReader::list(AccountId account, SilenceStep step, Timestamp after, Timestamp until,
                                                          std::size_t count_max) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> std::vector<SilentCustomer> {
    std::vector<SilentCustomer> silent;
    auto query = connection.prepare(of_step(step, KASSABRO_LIST("retention"), KASSABRO_LIST("winback")));
    query->bind(1, account)
        .bind(2, to_epoch_ms(after))
        .bind(3, to_epoch_ms(until))
        .bind(4, static_cast<std::int64_t>(count_max));
    while (query->step()) silent.push_back({query->integer(0), from_epoch_ms(query->integer(1))});
    return silent;
  });
}

Async<bool> SqlSilenceReader::has_reached(AccountId account, domain::ContactId contact, SilenceStep step) {
  co_return co_await pool_.read(account, [&](Connection& connection) -> bool {
    auto query = connection.prepare(of_step(step, KASSABRO_HAS_REACHED("retention"), KASSABRO_HAS_REACHED("winback")));
    query->bind(1, account).bind(2, contact);
    return query->step() && query->integer(0) != 0;
  });
}

}  // namespace kassabro::store::sql
