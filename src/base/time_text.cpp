#include "base/time_text.hpp"

#include <date/date.h>
#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kassabro {
namespace {

using std::chrono::milliseconds;

// Takes a text apart from its beginning. (date::parse would, but of a text that ends early it converts a number that it never set.)
class Scan {
 public:
  explicit Scan(std::string_view text) : rest_(text) {}

  bool is_at_end() const { return rest_.empty(); }
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // So many digits at most; absent: there is none.
  std::optional<int> take_number(std::size_t digits_max) {
    const auto digits = take_digits(digits_max);
    if (digits.empty()) return std::nullopt;
    int number = 0;
    for (const char c : digits) number = number * 10 + (c - '0');
    return number;
  }
  std::string_view take_digits(std::size_t digits_max) {
    const auto digits = rest_.substr(0, std::min(digits_max, rest_.find_first_not_of("0123456789")));
    rest_.remove_prefix(digits.size());
    return digits;
  }

 private:
  std::string_view rest_;
};

std::optional<Date> day_of(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day) return std::nullopt;
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> take_day(Scan& scan) {
  const auto year = scan.take_number(4);
  if (!scan.take('-')) return std::nullopt;
  const auto month = scan.take_number(2);
  if (!scan.take('-')) return std::nullopt;
  return day_of(year, month, scan.take_number(2));
}

// "10:29", "10:29:02" or "10:29:02.250"; what is finer than milliseconds is cut off.
std::optional<milliseconds> take_time(Scan& scan) {
  const auto hour = scan.take_number(2);
  if (!scan.take(':')) return std::nullopt;
  const auto minute = scan.take_number(2);
  const auto second = scan.take(':') ? scan.take_number(2) : 0;
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  auto time = std::chrono::hours(*hour) + std::chrono::minutes(*minute) + milliseconds(*second * 1000);
  if (scan.take('.')) {
    const auto digits = scan.take_digits(std::string_view::npos);
    int unit_ms = 100;
    for (const char c : digits.substr(0, 3)) time += milliseconds((c - '0') * std::exchange(unit_ms, unit_ms / 10));
    if (digits.empty()) return std::nullopt;
  }
  return time;
}

// "Z", "+01:00", "-0100" or nothing: how far the clock is ahead of UTC.
std::optional<std::chrono::minutes> take_offset(Scan& scan) {
  if (scan.is_at_end() || scan.take('Z')) return std::chrono::minutes(0);
  const int sign = scan.take('-') ? -1 : 1;
  if (sign == 1 && !scan.take('+')) return std::nullopt;
  const auto hour = scan.take_number(2);
  const bool has_minute = scan.take(':') || !scan.is_at_end();
  const auto minute = has_minute ? scan.take_number(2) : 0;
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return sign * (std::chrono::hours(*hour) + std::chrono::minutes(*minute));
}

struct Moment {
  Date day;
  milliseconds time{};  // of the day
  std::chrono::minutes offset{};
};

std::optional<Moment> parse_moment(std::string_view text) {
  Scan scan(text);
  const auto day = take_day(scan);
  if (!day) return std::nullopt;
  if (scan.is_at_end()) return Moment{*day};
  if (!scan.take('T') && !scan.take(' ')) return std::nullopt;
  const auto time = take_time(scan);
  const auto offset = time ? take_offset(scan) : std::nullopt;
  if (!offset || !scan.is_at_end()) return std::nullopt;
  return Moment{*day, *time, *offset};
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
  if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string_view::npos) {
    Scan scan(text);
    const auto year = scan.take_number(4);
    const auto month = scan.take_number(2);
    return day_of(year, month, scan.take_number(2));
  }
  const auto moment = parse_moment(text);
  return moment ? std::optional(moment->day) : std::nullopt;
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  const auto moment = parse_moment(text);
  if (!moment) return std::nullopt;
  return Timestamp(std::chrono::sys_days(moment->day)) + moment->time - moment->offset;
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
  const auto moment = text.size() == 19 ? parse_moment(text) : std::nullopt;
  if (!moment) return std::nullopt;
  const date::local_seconds local{std::chrono::sys_days(moment->day).time_since_epoch() +
                                  std::chrono::floor<std::chrono::seconds>(moment->time)};
  const auto utc = find_zone(zone)->to_sys(local, date::choose::latest);
  return Timestamp(std::chrono::duration_cast<std::chrono::milliseconds>(utc.time_since_epoch()));
}

}  // namespace kassabro
