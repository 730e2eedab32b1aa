#pragma once

#include "app/account.hpp"
#include "app/readers.hpp"
#include "base/clock.hpp"

namespace kassabro::main {

// Which calls to Rule a Sitoo order would cause, for an account: read by the Sitoo adapter, mapped by the Rule adapter.
// The buyer is the account's customer whom the order names; if the account has none such, whom the order itself describes;
// and if it describes nobody, a sample customer, which the answer's "note" says.
Async<Result<json::value>> explain_order(const app::Account& account, const json::value& order, app::ContactReader& contacts,
                                         const Clock& clock);

}  // namespace kassabro::main
