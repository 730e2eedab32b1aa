#pragma once

#include <optional>
#include <string>

namespace kassabro::sheets::formats {

// What day 0 is.
enum class DateSystem { from_1900, from_1904 };

// "2026-11-24", "2026-11-24 13:05:00" when there is a time of day, "13:05:00" for a time alone (below 1). Day 60 of 1900 is
// Excel's "1900-02-29", which never was: nobody takes it for a day. Absent: outside the years 1900 to 9999, as Excel shows
// only ##### there.
std::optional<std::string> date_text(double serial, DateSystem system);

}  // namespace kassabro::sheets::formats
