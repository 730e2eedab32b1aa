#pragma once

#include <string>
#include <string_view>

namespace kassabro::receipt {

// The pages' one style sheet, and the Content-Security-Policy that allows it, by its hash, and nothing else.
extern const std::string_view page_style;
const std::string& page_security_policy();

// The same for a page with another style sheet.
std::string security_policy_of(std::string_view style);

}  // namespace kassabro::receipt
