#include "app/import_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"

namespace kassabro::app {
namespace {

constexpr int year_min = 2000;  // a date below is a number that a spreadsheet took for one
constexpr int year_max = 2199;
constexpr int year_of_no_end = 9999;

// In English and Swedish; three letters of the beginning are enough.
constexpr std::array<std::array<std::string_view, 2>, 12> months{{{"january", "januari"},
                                                                  {"february", "februari"},
                                                                  {"march", "mars"},
                                                                  {"april", "april"},
                                                                  {"may", "maj"},
                                                                  {"june", "juni"},
                                                                  {"july", "juli"},
                                                                  {"august", "augusti"},
                                                                  {"september", "september"},
                                                                  {"october", "oktober"},
                                                                  {"november", "november"},
                                                                  {"december", "december"}}};

Error cannot(std::string words) { return invalid("", std::move(words)); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

// Digits or letters that belong together.
using Parts = std::vector<std::string>;

std::optional<Parts> parts_of(std::string_view text) {
  Parts parts;
  for (std::size_t i = 0; i < text.size();) {
    const bool digit = is_digit(text[i]);
    if (!digit && !is_letter(text[i])) {
      if (std::string_view("-/. ,").find(text[i]) == std::string_view::npos) return std::nullopt;
      ++i;
      continue;
    }
    const auto from = i;
    while (i < text.size() && (digit ? is_digit(text[i]) : is_letter(text[i]))) ++i;
    parts.emplace_back(text.substr(from, i - from));
  }
  return parts;
}

int month_of(std::string_view text) {
  const auto lowered = ascii_lowered(text);
  for (std::size_t i = 0; i < months.size(); ++i)
    for (const auto name : months[i])
      if (lowered.size() >= 3 && name.starts_with(lowered)) return static_cast<int>(i) + 1;
  return 0;
}

Result<Date> day_of(int year, int month, int day, std::string_view quoted) {
  const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                  std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return fail(cannot(fmt::format("{} is a day that does not exist", quoted)));
  const bool is_no_end = date == Date{std::chrono::year{year_of_no_end}, std::chrono::December, std::chrono::day{31}};
  if ((year < year_min || year > year_max) && !is_no_end)
    return fail(cannot(fmt::format("{} is in the year {}, which cannot be meant", quoted, year)));
  return date;
}

Result<Date> day_first(int year, int a, int b, std::string_view quoted) {
  if (a > 12 || a == b) return day_of(year, b, a, quoted);
  if (b > 12) return day_of(year, a, b, quoted);
  return fail(cannot(fmt::format("{} may be the {} of month {} or the {} of month {}; write {}-{:02}-{:02} or {}-{:02}-{:02}",
                                 quoted, a, b, b, a, year, b, a, year, a, b)));
}

Result<Date> day_of_parts(const Parts& parts, std::string_view quoted) {
  const auto unreadable = fail(cannot(fmt::format("{} is no date such as 2026-12-31", quoted)));
  if (parts.size() != 3) return unreadable;
  for (std::size_t i = 0; i < 3; ++i)
    if (is_digit(parts[i][0]) && parts[i].size() > 4) return unreadable;
  const auto is_year = [](const std::string& part) { return part.size() == 4 && is_digit(part[0]); };
  const auto number = [](const std::string& part) { return std::stoi(part); };
  const auto is_short = [](const std::string& part) { return part.size() <= 2 && is_digit(part[0]); };
  if (is_year(parts[0]) && is_short(parts[1]) && is_short(parts[2]))
    return day_of(number(parts[0]), number(parts[1]), number(parts[2]), quoted);
  if (is_short(parts[0]) && is_short(parts[1]) && is_year(parts[2]))
    return day_first(number(parts[2]), number(parts[0]), number(parts[1]), quoted);
  // "31 december 2026", "December 31, 2026"
  const auto named = std::ranges::find_if(parts, [](const std::string& part) { return !is_digit(part[0]); });
  if (named != parts.end() && is_year(parts[2]) && named != parts.begin() + 2 && month_of(*named) != 0) {
    const auto& day = named == parts.begin() ? parts[1] : parts[0];
    if (is_short(day)) return day_of(number(parts[2]), month_of(*named), number(day), quoted);
  }
  if (std::ranges::all_of(parts, is_short))
    return fail(cannot(fmt::format("{} has a year of two digits, so its order is not certain", quoted)));
  return unreadable;
}

// "2026-12-30T23:00:00Z" is the 31st in Stockholm.
std::optional<Date> day_of_instant(std::string_view text, std::string_view time_zone) {
  const bool names_zone = text.ends_with('Z') || text.find_first_of("+-", 11) != std::string_view::npos;
  if (!names_zone) return std::nullopt;
  const auto at = parse_timestamp(text);
  return at ? std::optional(to_local_date(*at, time_zone)) : std::nullopt;
}

bool is_time(std::string_view text) {
  return text.size() >= 4 && text.find(':') != std::string_view::npos &&
         std::ranges::all_of(text, [](char c) { return is_digit(c) || c == ':' || c == '.'; });
}

Result<Date> day_of_text(std::string text, std::string_view time_zone, std::string_view quoted) {
  if (text.size() > 11 && text[4] == '-') {
    if (const auto day = day_of_instant(text, time_zone))
      return day_of(static_cast<int>(day->year()), static_cast<int>(static_cast<unsigned>(day->month())),
                    static_cast<int>(static_cast<unsigned>(day->day())), quoted);
    if (text[10] == 'T') text[10] = ' ';
  }
  if (const auto blank = text.rfind(' '); blank != std::string::npos && is_time(std::string_view(text).substr(blank + 1)))
    text = std::string(trimmed(std::string_view(text).substr(0, blank)));
  if (std::ranges::all_of(text, is_digit)) {
    if (text.size() == 8)
      return day_of(std::stoi(text.substr(0, 4)), std::stoi(text.substr(4, 2)), std::stoi(text.substr(6)), quoted);
    return fail(cannot(fmt::format("{} is a bare number and not a date; format the column as a date", quoted)));
  }
  const auto parts = parts_of(text);
  if (!parts) return fail(cannot(fmt::format("{} is no date such as 2026-12-31", quoted)));
  return day_of_parts(*parts, quoted);
}

}  // namespace

Result<Date> read_day(const Cell& cell, std::string_view time_zone) {
  if (auto fault = cell_fault(cell)) return fail(cannot(std::move(*fault)));
  const auto quoted = quoted_cell(cell.text);
  if (cell.kind == CellKind::number && cell.text.find_first_not_of("0123456789") != std::string::npos)
    return fail(cannot(fmt::format("{} is a bare number and not a date; format the column as a date", quoted)));
  return day_of_text(with_plain_blanks(cell.text), time_zone, quoted);
}

}  // namespace kassabro::app
