#pragma once

#include <optional>
#include <string_view>

#include "base/clock.hpp"

namespace kassabro::rule {

// When Rule may be asked again, from the three forms of `Retry-After` (contracts section 1): seconds (documented), an HTTP
// date, and what v3 really sends, a wall clock "YYYY-MM-DD HH:MM:SS" of Stockholm. The two clock forms are read against the
// answer's own `Date` header, so that a wrong clock on either side does not matter; without one, against `now`.
// At least a second and at most a day after `now`. Absent: none of the forms.
std::optional<Timestamp> parse_retry_after(std::string_view value, std::optional<std::string_view> date_header, Timestamp now);

}  // namespace kassabro::rule
