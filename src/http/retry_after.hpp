#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "base/clock.hpp"

namespace kassabro::http {

// The two forms of `Retry-After` (RFC 9110, 10.2.3). `text` is trimmed.

// "120"; negative counts as 0, more than a day as a day. Absent: not a whole number.
std::optional<std::chrono::seconds> parse_delta_seconds(std::string_view text);

// "Mon, 23 Nov 2026 12:01:30 GMT". Absent: not of this form.
std::optional<Timestamp> parse_http_date(std::string_view text);

}  // namespace kassabro::http
