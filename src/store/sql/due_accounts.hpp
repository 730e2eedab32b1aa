#pragma once

#include <vector>

#include "domain/contact.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

// The accounts of a queue for which something is due. Skips from account to account in the queue's index, so that a backlog
// of one costs nothing to the others. `sql_next`: the first account with something pending after ?1; `sql_is_due`: a row if
// the account ?1 has something that is due at ?2 (epoch milliseconds).
std::vector<domain::AccountId> list_due_accounts(Connection& connection, const char* sql_next, const char* sql_is_due,
                                                 Timestamp now);

}  // namespace kassabro::store::sql
