#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kassabro::admin {

// A decimal id. Error: invalid, naming `field`.
Result<std::int64_t> parse_id(std::string_view text, std::string field);

}  // namespace kassabro::admin
