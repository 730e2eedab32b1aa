#include "http/retry_after.hpp"

#include <date/date.h>

#include <algorithm>
#include <charconv>
#include <sstream>
#include <string>

namespace kassabro::http {

std::optional<std::chrono::seconds> parse_delta_seconds(std::string_view text) {
  constexpr std::int64_t day_seconds = 86'400;
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return std::chrono::seconds(std::clamp<std::int64_t>(count, 0, day_seconds));
}

std::optional<Timestamp> parse_http_date(std::string_view text) {
  std::istringstream in{std::string(text)};
  date::sys_seconds at;
  in >> date::parse("%a, %d %b %Y %H:%M:%S GMT", at);
  if (in.fail()) return std::nullopt;
  return Timestamp(at.time_since_epoch());
}

}  // namespace kassabro::http
