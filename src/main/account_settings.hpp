#pragma once

#include "base/json.hpp"

namespace kassabro::main {

// Checks all of an account's settings, each member by the part that reads it. Errors name the member
// ("sitoo_v2.add_answer"): one that there is not, or of another type.
Result<void> check_account_settings(const json::object& settings);

}  // namespace kassabro::main
