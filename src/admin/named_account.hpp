#pragma once

#include "admin/api.hpp"

namespace kassabro::admin {

// The one account that a call is about, and the call's body: empty unless it is a POST.
struct NamedAccount {
  app::Account account;
  json::object body;
};

// By "account" in the query, of a POST in the body. Errors name the member; `not_found`: there is no such account.
Async<Result<NamedAccount>> named_account(const Call& call);
// By the query, whatever the body is: a file, for one.
Async<Result<app::Account>> account_in_query(const Call& call);

}  // namespace kassabro::admin
