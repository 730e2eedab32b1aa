#include "rule/retry_after.hpp"

#include <algorithm>
#include <chrono>

#include "base/text.hpp"
#include "base/time_text.hpp"
#include "http/retry_after.hpp"

namespace kassabro::rule {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds wait_min = seconds(1);
constexpr milliseconds wait_max = std::chrono::hours(24);

// In the hour that autumn has twice the later reading counts: an early retry lengthens the block.
std::optional<Timestamp> parse_stockholm(std::string_view text) {
  std::string spaced(text);
  if (spaced.size() != 19) return std::nullopt;
  if (spaced[10] == 'T') spaced[10] = ' ';
  return parse_local_text(spaced, "Europe/Stockholm");
}

}  // namespace

std::optional<Timestamp> parse_retry_after(std::string_view value, std::optional<std::string_view> date_header, Timestamp now) {
  const auto text = trimmed(value);
  if (const auto wait = http::parse_delta_seconds(text)) return now + std::clamp<milliseconds>(*wait, wait_min, wait_max);
  auto at = http::parse_http_date(text);
  if (!at) at = parse_stockholm(text);
  if (!at) return std::nullopt;
  const auto there = date_header ? http::parse_http_date(trimmed(*date_header)) : std::nullopt;
  return now + std::clamp<milliseconds>(*at - there.value_or(now), wait_min, wait_max);
}

}  // namespace kassabro::rule
