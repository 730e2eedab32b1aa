#include "sandbox/control/duration.hpp"

#include <charconv>
#include <cstdint>

namespace kassabro::sandbox::control {
namespace {

// Seconds of one unit; 0: there is no such unit in this half.
std::int64_t seconds_of(char unit, bool in_time) {
  if (!in_time) return unit == 'W' ? 604'800 : unit == 'D' ? 86'400 : 0;
  return unit == 'H' ? 3'600 : unit == 'M' ? 60 : unit == 'S' ? 1 : 0;
}

}  // namespace

std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  if (!text.starts_with('P')) return std::nullopt;
  text.remove_prefix(1);
  bool in_time = false, has_part = false;
  std::int64_t seconds = 0;
  while (!text.empty()) {
    if (text.front() == 'T' && !in_time) {
      in_time = true;
      text.remove_prefix(1);
      continue;
    }
    std::uint32_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const auto digits = static_cast<std::size_t>(end - text.data());
    if (error != std::errc{} || digits == text.size()) return std::nullopt;
    const auto unit = seconds_of(text[digits], in_time);
    seconds += count * unit;
    if (unit == 0 || seconds > duration_max.count()) return std::nullopt;
    text.remove_prefix(digits + 1);
    has_part = true;
  }
  if (!has_part) return std::nullopt;
  return std::chrono::seconds(seconds);
}

}  // namespace kassabro::sandbox::control
