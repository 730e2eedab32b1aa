#pragma once

#include <cstdint>

namespace kassabro::sandbox::sample {

// The two years that sample data is of, up to 1 November 2026: fixed, or two runs would differ.
inline constexpr std::int64_t last_day_ms = 1'793'491'200'000;
inline constexpr std::int64_t span_seconds = 730LL * 86'400;

}  // namespace kassabro::sandbox::sample
