#include "base/time_text.hpp"

#include <date/date.h>
#include <date/tz.h>
#include <fmt/format.h>

#include <array>
#include <sstream>

namespace kassabro {
namespace {

std::optional<Timestamp> parse_with(std::string_view text, const char* format) {
  std::istringstream in{std::string(text)};
  date::sys_time<std::chrono::milliseconds> at;
  in >> date::parse(format, at);
  if (in.fail()) return std::nullopt;
  in.peek();
  if (!in.eof()) return std::nullopt;  // trailing text
  return Timestamp(at.time_since_epoch());
}

std::string with_space_as_t(std::string_view text) {
  std::string out(text);
  if (out.size() > 10 && out[10] == ' ') out[10] = 'T';
  return out;
}

const date::time_zone* find_zone(std::string_view zone) {
  try {
    return date::locate_zone(std::string(zone));
  } catch (const std::runtime_error&) {
    return date::locate_zone("Etc/UTC");
  }
}

// With leading zeros. A card has twenty dates: a format string costs ten times as much.
void put_digits(std::string& text, std::size_t first, std::size_t count, unsigned value) {
  for (auto at = first + count; at > first; value /= 10) text[--at] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::string to_iso(Timestamp at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
  auto text = to_iso_date(Date{day});
  text += "T00:00:00Z";
  const auto clock = text.size() - 9;
  put_digits(text, clock, 2, static_cast<unsigned>(time.hours().count()));
  put_digits(text, clock + 3, 2, static_cast<unsigned>(time.minutes().count()));
  put_digits(text, clock + 6, 2, static_cast<unsigned>(time.seconds().count()));
  return text;
}

std::string to_iso_date(Date date) {
  const auto year = static_cast<int>(date.year());
  if (year < 0 || year > 9999)
    return fmt::format("{:04}-{:02}-{:02}", year, static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  std::string text = "0000-00-00";
  put_digits(text, 0, 4, static_cast<unsigned>(year));
  put_digits(text, 5, 2, static_cast<unsigned>(date.month()));
  put_digits(text, 8, 2, static_cast<unsigned>(date.day()));
  return text;
}

namespace {

// "1990-12-31", as stored: read with every contact, and a stream costs more than the other thirty columns together.
std::optional<Date> parse_iso_date(std::string_view text) {
  const auto number = [text](std::size_t first, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(first, count)) value = value * 10 + (c - '0');
    return value;
  };
  if (text.size() != 10) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return std::nullopt;
  const Date day{std::chrono::year{number(0, 4)}, std::chrono::month{static_cast<unsigned>(number(5, 2))},
                 std::chrono::day{static_cast<unsigned>(number(8, 2))}};
  return day.ok() ? std::optional(day) : std::nullopt;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (const auto day = parse_iso_date(text)) return day;
  if (text.size() > 10) {
    const auto at = parse_timestamp(text);
    if (!at) return std::nullopt;
    return parse_date(text.substr(0, 10));
  }
  for (const char* format : {"%Y-%m-%d", "%Y%m%d"}) {
    std::istringstream in{std::string(text)};
    date::year_month_day day;
    in >> date::parse(format, day);
    if (in.fail() || !day.ok()) continue;
    in.peek();
    if (!in.eof()) continue;
    return Date{std::chrono::year{static_cast<int>(day.year())}, std::chrono::month{static_cast<unsigned>(day.month())},
                std::chrono::day{static_cast<unsigned>(day.day())}};
  }
  return std::nullopt;
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  static constexpr std::array formats{"%FT%TZ", "%FT%T%Ez", "%FT%T", "%FT%RZ", "%FT%R%Ez", "%FT%R", "%F"};
  const auto iso = with_space_as_t(text);
  for (const char* format : formats)
    if (const auto at = parse_with(iso, format)) return at;
  return std::nullopt;
}

bool is_time_zone(std::string_view zone) {
  try {
    return date::locate_zone(std::string(zone)) != nullptr;
  } catch (const std::runtime_error&) {
    return false;
  }
}

std::string to_local_text(Timestamp at, std::string_view zone) {
  const date::sys_time<std::chrono::milliseconds> utc{at.time_since_epoch()};
  const auto local = find_zone(zone)->to_local(date::floor<std::chrono::seconds>(utc));
  return date::format("%F %T", local);
}

Date to_local_date(Timestamp at, std::string_view zone) {
  const date::sys_time<std::chrono::milliseconds> utc{at.time_since_epoch()};
  const auto local = find_zone(zone)->to_local(date::floor<std::chrono::seconds>(utc));
  return Date{std::chrono::local_days(date::floor<std::chrono::days>(local).time_since_epoch())};
}

std::optional<Timestamp> parse_local_text(std::string_view text, std::string_view zone) {
  std::istringstream in{std::string(text)};
  date::local_seconds local;
  in >> date::parse("%F %T", local);
  if (in.fail()) return std::nullopt;
  const auto utc = find_zone(zone)->to_sys(local, date::choose::latest);
  return Timestamp(std::chrono::duration_cast<std::chrono::milliseconds>(utc.time_since_epoch()));
}

}  // namespace kassabro
