#pragma once

#include "app/account.hpp"
#include "base/clock.hpp"

namespace kassabro::main {

// Which calls to Rule a Sitoo order would cause, for an account: read by the Sitoo adapter, mapped by the Rule adapter.
// The buyer is whom the order itself names.
Result<json::value> explain_order(const app::Account& account, const json::value& order, const Clock& clock);

}  // namespace kassabro::main
