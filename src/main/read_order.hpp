#pragma once

#include <string_view>

#include "app/account.hpp"
#include "base/result.hpp"
#include "domain/order.hpp"

namespace kassabro::main {

// An order as the till system's REST wrote it. It tells when it was made; one that does not counts as made when it was fetched first.
Result<domain::Order> read_order(const app::Account& account, std::string_view text);

}  // namespace kassabro::main
