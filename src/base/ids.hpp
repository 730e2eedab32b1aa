#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/clock.hpp"

namespace kassabro {

// Ids are 63-bit numbers, shown as decimal text: milliseconds since 2024 in the upper bits, chance in the lower 22, so that
// they sort by time, need no coordination between nodes, and tell nobody how many customers a shop has.
// One process gives no id twice; a collision with another's (two equal ids within one millisecond) is refused by the primary key.
std::int64_t new_id(Timestamp at);

// `bytes` of cryptographic chance as lower-case hex, e.g. for tokens.
std::string random_hex(std::size_t bytes);

}  // namespace kassabro
