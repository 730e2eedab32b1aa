#pragma once

#include "app/account_changes.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

void save_account_change(Connection& connection, const app::AccountChanged& change);
std::optional<app::AccountChanged> find_account_change(Connection& connection, app::AccountId account, app::ChangeId id);
app::ChangeId latest_account_change(Connection& connection, app::AccountId account);
std::vector<app::AccountChanged> list_account_changes(Connection& connection, app::AccountId account, std::size_t count_max);

}  // namespace kassabro::store::sql
