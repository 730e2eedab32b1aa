#include "store/sql/due_accounts.hpp"

namespace kassabro::store::sql {

using domain::AccountId;

std::vector<AccountId> list_due_accounts(Connection& connection, const char* sql_next, const char* sql_is_due, Timestamp now) {
  std::vector<AccountId> accounts;
  AccountId last = 0;
  for (;;) {
    {
      auto next = connection.prepare(sql_next);
      next->bind(1, last);
      if (!next->step()) return accounts;
      last = next->integer(0);
    }
    auto query = connection.prepare(sql_is_due);
    query->bind(1, last).bind(2, to_epoch_ms(now));
    if (query->step()) accounts.push_back(last);
  }
}

}  // namespace kassabro::store::sql
