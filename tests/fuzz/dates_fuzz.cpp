// Days and times: of contracts, of people's files, of Rule's fields, and when to call again.
#include "app/import_date.hpp"
#include "base/time_text.hpp"
#include "http/retry_after.hpp"
#include "rule/loose_values.hpp"
#include "rule/retry_after.hpp"
#include "sheets/formats/date_text.hpp"
#include "sheets/formats/number_format.hpp"
#include "sheets/formats/number_text.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {
namespace {

constexpr std::string_view zone = "Europe/Stockholm";

void hold_day(const std::optional<Date>& day, std::string_view words) {
  if (day) hold(day->ok(), std::string(words).c_str());
}

void read_iso(std::string_view input) {
  if (const auto day = parse_date(input)) {
    hold(day->ok(), "a day is one of the calendar");
    if (to_iso_date(*day).size() == 10 && static_cast<int>(day->year()) >= 0)
      hold(parse_date(to_iso_date(*day)) == day, "a day is written as it is");
  }
  if (const auto at = parse_timestamp(input)) {
    const auto text = to_iso(*at);
    const auto local = to_local_text(*at, zone);
    if (text.size() == 20) {
      hold(parse_timestamp(text) == std::chrono::floor<std::chrono::seconds>(*at), "a time is written as it is");
      hold(local.size() == 19, "a wall clock shows a time");
    }
    hold_day(to_local_date(*at, zone), "a time has a day");
  }
  static_cast<void>(parse_local_text(input, zone));
}

void read_waits(std::string_view input) {
  const auto lines = lines_of(input, 2);
  static_cast<void>(http::parse_delta_seconds(input));
  static_cast<void>(http::parse_http_date(input));
  for (const auto& date : {std::optional<std::string_view>(), std::optional(lines[1])})
    if (const auto at = rule::parse_retry_after(lines[0], date, now)) {
      hold(*at >= now + std::chrono::seconds(1), "a wait is a second at least");
      hold(*at <= now + std::chrono::hours(24), "a wait is a day at most");
    }
}

void read_loosely(const json::value& value) {
  hold_day(rule::loose_date(value, zone), "a loose day is one of the calendar");
  static_cast<void>(rule::loose_time(value, zone));
  static_cast<void>(rule::loose_yes(value));
}

void read_cells(std::string_view input) {
  for (const auto kind : {app::CellKind::text, app::CellKind::date, app::CellKind::number})
    if (const auto day = app::read_day({kind, std::string(input)}, zone))
      hold(day->ok(), "an imported day is one of the calendar");
  const auto format = sheets::formats::parse_format(input);
  static_cast<void>(sheets::formats::padded(std::string(input), format));
  if (const auto text = sheets::formats::number_text(input))
    hold(text->find_first_not_of("-0123456789.") == std::string::npos, "a number is written without exponent");
  if (const auto number = sheets::formats::to_number(input))
    for (const auto system : {sheets::formats::DateSystem::from_1900, sheets::formats::DateSystem::from_1904})
      static_cast<void>(sheets::formats::date_text(*number, system));
}

}  // namespace

void run_one(std::string_view input) {
  read_iso(input);
  read_waits(input);
  if (is_utf8(input)) {
    read_loosely(json::value(json::string(input)));
    read_cells(input);
  }
  if (const auto value = parse_json(input)) read_loosely(*value);
}

}  // namespace kassabro::fuzz
