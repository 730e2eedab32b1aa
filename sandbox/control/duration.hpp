#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace kassabro::sandbox::control {

// "P8D", "PT90M", "P1DT2H", "P2W" of ISO 8601. Absent: not of this form, or more than ten years. Months and years have no
// fixed length and are not understood.
std::optional<std::chrono::seconds> parse_duration(std::string_view text);

inline constexpr std::chrono::seconds duration_max = std::chrono::days(3653);

}  // namespace kassabro::sandbox::control
