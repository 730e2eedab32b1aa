#include <fmt/format.h>

#include <charconv>

#include "base/time_text.hpp"
#include "sandbox/rcml/tokens.hpp"

namespace kassabro::sandbox::rcml {
namespace {

constexpr std::string_view zone = "Europe/Stockholm";

std::optional<int> days_between(std::string_view text, std::string_view before, std::string_view behind) {
  if (!text.starts_with(before) || !text.ends_with(behind) || text.size() <= before.size() + behind.size()) return std::nullopt;
  text = text.substr(before.size(), text.size() - before.size() - behind.size());
  int days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc{} || end != text.data() + text.size() || days < 0 || days > 36'500) return std::nullopt;
  return days;
}

std::optional<Timestamp> moment_of(std::string_view text, Timestamp now) {
  using std::chrono::days;
  if (text == "now" || text.empty()) return now;
  if (text == "tomorrow") return now + days(1);
  if (text == "yesterday") return now - days(1);
  if (const auto ahead = days_between(text, "in-", "-days")) return now + days(*ahead);
  if (const auto ago = days_between(text, "", "-days-ago")) return now - days(*ago);
  if (const auto local = parse_local_text(text, zone)) return local;
  if (const auto date = parse_date(text)) return parse_local_text(to_iso_date(*date) + " 00:00:00", zone);
  return std::nullopt;
}

}  // namespace

std::string date_text(std::string_view argument, Timestamp now) {
  const auto colons = argument.rfind("::");
  const auto format = colons == std::string_view::npos ? std::string_view("Y-m-d") : argument.substr(colons + 2);
  const auto moment = moment_of(argument.substr(0, colons), now);
  if (!moment) return "";
  const auto text = to_local_text(*moment, zone);  // YYYY-MM-DD HH:MM:SS
  std::string out;
  for (const char letter : format) {
    switch (letter) {
      case 'Y': out += text.substr(0, 4); break;
      case 'm': out += text.substr(5, 2); break;
      case 'd': out += text.substr(8, 2); break;
      case 'H': out += text.substr(11, 2); break;
      case 'i': out += text.substr(14, 2); break;
      case 's': out += text.substr(17, 2); break;
      default: out += letter;
    }
  }
  return out;
}

}  // namespace kassabro::sandbox::rcml
