#pragma once

#include <string>
#include <string_view>

namespace kassabro::rule {

// Rule's error texts may repeat what was sent. Addresses, numbers of five digits or more and anything in quotes become "…";
// at most 200 bytes are kept. What is left may be logged and shown (D15).
std::string without_personal_data(std::string_view text);

}  // namespace kassabro::rule
