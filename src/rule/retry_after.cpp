#include "rule/retry_after.hpp"

#include <date/date.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <sstream>

#include "base/text.hpp"
#include "base/time_text.hpp"

namespace kassabro::rule {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds wait_min = seconds(1);
constexpr milliseconds wait_max = std::chrono::hours(24);

std::optional<Timestamp> parse_http_date(std::string_view text) {
  std::istringstream in{std::string(text)};
  date::sys_seconds at;
  in >> date::parse("%a, %d %b %Y %H:%M:%S GMT", at);
  if (in.fail()) return std::nullopt;
  return Timestamp(at.time_since_epoch());
}

std::optional<milliseconds> parse_seconds(std::string_view text) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return std::clamp<milliseconds>(seconds(std::clamp<std::int64_t>(count, 0, 86'400)), wait_min, wait_max);
}

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
  if (const auto wait = parse_seconds(text)) return now + *wait;
  auto at = parse_http_date(text);
  if (!at) at = parse_stockholm(text);
  if (!at) return std::nullopt;
  const auto there = date_header ? parse_http_date(trimmed(*date_header)) : std::nullopt;
  return now + std::clamp<milliseconds>(*at - there.value_or(now), wait_min, wait_max);
}

}  // namespace kassabro::rule
