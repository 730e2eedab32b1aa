#pragma once

#include "base/json.hpp"

namespace kassabro::main {

// What holds where an account has set nothing, as the settings would be written; what is empty by default and cannot be written
// empty (a sender's address, a language that follows the country) is not in it.
json::object default_settings();

}  // namespace kassabro::main
