#include "sheets/formats/date_text.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace kassabro::sheets::formats {

namespace {

constexpr std::int64_t seconds_per_day = 86'400;
constexpr std::int64_t day_that_never_was = 60;   // 1900-02-29, kept by Excel for the sake of Lotus 1-2-3
constexpr std::int64_t last_day = 2'958'465;      // 9999-12-31
constexpr std::int64_t days_from_1900_to_1904 = 1'462;

std::string day_text(std::int64_t day) {
  using namespace std::chrono;
  if (day == 0) return "1900-01-00";
  if (day == day_that_never_was) return "1900-02-29";
  const sys_days first = 1899y / December / 31;
  const year_month_day date{first + days(day > day_that_never_was ? day - 1 : day)};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string time_text(std::int64_t seconds) {
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace

std::optional<std::string> date_text(double serial, DateSystem system) {
  if (!(serial >= 0) || serial >= static_cast<double>(last_day + 1)) return std::nullopt;
  const auto in_seconds = static_cast<std::int64_t>(std::llround(serial * static_cast<double>(seconds_per_day)));
  const auto time = in_seconds % seconds_per_day;
  auto day = in_seconds / seconds_per_day;
  if (day == 0 && time != 0) return time_text(time);
  if (system == DateSystem::from_1904) day += days_from_1900_to_1904;
  if (day > last_day) return std::nullopt;
  return time == 0 ? day_text(day) : day_text(day) + " " + time_text(time);
}

}  // namespace kassabro::sheets::formats
