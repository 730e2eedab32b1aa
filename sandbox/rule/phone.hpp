#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kassabro::sandbox::rule {

// E.164 of a phone number as Rule reads it: without a country code it is Swedish (contract, section 2). A digit rule, not a
// numbering plan: absent for letters, too few or too many digits, and Swedish numbers that start with a second zero.
std::optional<std::string> parse_phone(std::string_view text);

// Trimmed; absent when it cannot be an address (one @, something before it, a dotted domain behind it, no blanks).
std::optional<std::string> parse_email(std::string_view text);

}  // namespace kassabro::sandbox::rule
