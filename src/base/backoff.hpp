#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace kassabro {

// `full` spread over its upper half by `chance` in [0, 1), so that what failed together does not come back together.
inline std::chrono::milliseconds spread(std::chrono::milliseconds full, double chance) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(full.count()) * (0.5 + chance / 2)));
}

// How long to wait after `attempts` failures: doubling from `first`, capped at `longest`, and spread.
inline std::chrono::milliseconds backed_off(std::chrono::milliseconds first, std::chrono::milliseconds longest, int attempts,
                                            double chance) {
  constexpr int doublings_max = 30;
  const auto doublings = std::clamp(attempts - 1, 0, doublings_max);
  return spread(std::min(longest, first * (std::int64_t{1} << doublings)), chance);
}

}  // namespace kassabro
