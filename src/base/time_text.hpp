#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"

namespace kassabro {

using Date = std::chrono::year_month_day;

// "2026-11-23T10:00:00Z"
std::string to_iso(Timestamp at);
// "2026-11-23"
std::string to_iso_date(Date date);

// "2026-11-23", "20261123" or an ISO timestamp of which the date counts ("2026-11-23T00:00:00Z"). Absent: no such day.
std::optional<Date> parse_date(std::string_view text);

// ISO 8601 with 'Z', an offset, or nothing (then UTC); 'T' or a space; seconds and their fraction may be missing.
std::optional<Timestamp> parse_timestamp(std::string_view text);

// Is this the name of an IANA zone?
bool is_time_zone(std::string_view zone);

// Wall clock of an IANA zone ("Europe/Stockholm") as "YYYY-MM-DD HH:MM:SS", and back. An unknown zone counts as UTC.
std::string to_local_text(Timestamp at, std::string_view zone);
// The day of that wall clock; without the text in between, for what is asked at every search.
Date to_local_date(Timestamp at, std::string_view zone);
std::optional<Timestamp> parse_local_text(std::string_view text, std::string_view zone);

}  // namespace kassabro
