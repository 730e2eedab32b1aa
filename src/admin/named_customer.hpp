#pragma once

#include "admin/api.hpp"

namespace kassabro::admin {

struct NamedCustomer {
  app::Account account;
  app::CustomerFile file;
};

// By the path, of the account in the query. Errors name the member; not_found: there is no such customer.
Async<Result<NamedCustomer>> named_customer(const Call& call);

// As the customer's page shows them.
Async<json::object> whole_customer(const Call& call, const NamedCustomer& named);

}  // namespace kassabro::admin
