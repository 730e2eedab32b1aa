#pragma once

#include <string>
#include <string_view>

#include "domain/order.hpp"

namespace kassabro::store {

// An order as the stores keep it: one JSON text with our own names. Reading gives back an equal order; a text that is
// not ours throws app::DamagedRecord.
std::string to_stored_text(const domain::Order& order);
domain::Order order_from_stored_text(std::string_view text);

}  // namespace kassabro::store
