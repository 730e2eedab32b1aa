#include "http/retry_after.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/time_text.hpp"

namespace kassabro::http {

std::optional<std::chrono::seconds> parse_delta_seconds(std::string_view text) {
  constexpr std::int64_t day_seconds = 86'400;
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return std::chrono::seconds(std::clamp<std::int64_t>(count, 0, day_seconds));
}

std::optional<Timestamp> parse_http_date(std::string_view text) {
  constexpr std::string_view form = "Mon, 23 Nov 2026 12:01:30 GMT";
  constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (text.size() != form.size() || text.substr(3, 2) != ", " || !text.ends_with(" GMT")) return std::nullopt;
  const auto month = std::ranges::find(months, text.substr(8, 3)) - months.begin() + 1;
  const auto at =
      parse_timestamp(fmt::format("{}-{:02}-{}T{}Z", text.substr(12, 4), month, text.substr(5, 2), text.substr(17, 8)));
  if (!at || weekdays[std::chrono::weekday(std::chrono::floor<std::chrono::days>(*at)).c_encoding()] != text.substr(0, 3))
    return std::nullopt;
  return at;
}

}  // namespace kassabro::http
