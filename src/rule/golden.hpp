#pragma once

#include <string>

#include "base/json.hpp"

namespace kassabro::rule {

// JSON on many lines, two spaces a level, members in their order; ends with a line break.
std::string pretty(const json::value& value);

// The file fixtures/rule/NAME. With KASSABRO_UPDATE_GOLDEN=1 in the environment it is written anew from `text` first.
std::string golden(const std::string& name, const std::string& text);

}  // namespace kassabro::rule
