#include "rule/loose_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "domain/money.hpp"

namespace kassabro::rule {
namespace {

constexpr std::array<std::string_view, 5> money_words{"kr", "€", "$", "£", ":-"};
constexpr std::int64_t milliseconds_from = 100'000'000'000;  // as seconds this would be the year 5138
constexpr std::int64_t days_until = 99'999'999;              // eight digits are a day: 20261231

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void erase_all(std::string& text, std::string_view what) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at)) text.erase(at, what.size());
}

// Cuts a word off the front or the back: a currency's code or sign. The code comes back.
std::string take_currency(std::string& text) {
  for (const auto word : money_words) {
    const auto lowered = ascii_lowered(text);
    if (lowered.ends_with(word))
      text.resize(text.size() - word.size());
    else if (lowered.starts_with(word))
      text.erase(0, word.size());
  }
  text = std::string(trimmed(text));
  if (text.size() < 4) return {};
  for (const auto at : {text.size() - 3, std::size_t{0}}) {
    const auto code = domain::parse_currency(std::string_view(text).substr(at, 3));
    if (code.empty()) continue;
    text = std::string(trimmed(at == 0 ? std::string_view(text).substr(3) : std::string_view(text).substr(0, at)));
    return code;
  }
  return {};
}

// One dot for the decimals and nothing between thousands. The last of two kinds of separator is the decimal one.
std::string with_plain_separators(std::string text) {
  for (const auto blank : {" ", "\u00a0", "\u202f", "'"}) erase_all(text, blank);
  const auto dot = text.rfind('.');
  const auto comma = text.rfind(',');
  if (dot != std::string::npos && comma != std::string::npos) erase_all(text, dot < comma ? "." : ",");
  std::ranges::replace(text, ',', '.');
  return text;
}

// As many decimals as the currency has; absent when that would cut something off.
std::optional<std::string> with_decimals(std::string text, std::size_t digits) {
  const auto dot = text.find('.');
  if (dot == std::string::npos) return text;
  while (text.size() > dot + 1 + digits && text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text.size() > dot + 1 + digits ? std::nullopt : std::optional(text);
}

std::optional<std::int64_t> rounded(const std::string& text, std::string_view currency) {
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (end != text.c_str() + text.size() || !std::isfinite(number)) return std::nullopt;
  const double minor = std::round(number * std::pow(10, domain::minor_digits(currency)));
  if (std::abs(minor) > static_cast<double>(domain::amount_minor_max)) return std::nullopt;
  return static_cast<std::int64_t>(minor);
}

std::optional<std::int64_t> minor_of(const std::string& text, std::string_view currency, Rounding rounding) {
  if (text.empty() || !std::ranges::all_of(text, [](char c) { return is_digit(c) || c == '.' || c == '-' || c == '+'; }))
    return std::nullopt;
  const auto digits = static_cast<std::size_t>(domain::minor_digits(currency));
  // "1.000" and "1,000" are a thousand to some and one to others.
  const auto dot = text.find('.');
  const bool is_ambiguous = dot != std::string::npos && text.size() - dot - 1 == 3 && digits != 3;
  if (is_ambiguous && rounding == Rounding::refuse) return std::nullopt;
  if (const auto exact = with_decimals(text, digits))
    if (const auto minor = domain::parse_amount_minor(*exact, currency)) return *minor;
  return rounding == Rounding::half_up ? rounded(text, currency) : std::nullopt;
}

// A JSON number such as 0.1 + 0.2 carries the noise of its binary form.
std::string number_text(double number, std::string_view currency) {
  const auto text = fmt::format("{:.{}f}", number, domain::minor_digits(currency));
  const bool is_noise = std::abs(std::strtod(text.c_str(), nullptr) - number) < 1e-6;
  return is_noise ? text : text_of(json::value(number)).value_or("");
}

std::optional<Timestamp> time_of_number(std::int64_t number, std::string_view time_zone) {
  if (number <= 0) return std::nullopt;
  if (number <= days_until) {
    const auto day = parse_date(std::to_string(number));
    return day ? parse_local_text(to_iso_date(*day) + " 00:00:00", time_zone) : std::nullopt;
  }
  if (number >= milliseconds_from * 1000) return std::nullopt;
  return from_epoch_ms(number >= milliseconds_from ? number : number * 1000);
}

// Does a time tell its zone? "+01:00", "-0100" or "Z" behind the seconds.
bool names_zone(std::string_view text) {
  return text.size() > 10 && (text.ends_with('Z') || text.find_first_of("+-", 11) != std::string_view::npos);
}

}  // namespace

std::optional<LooseAmount> loose_amount(const json::value& value, std::string_view currency, Rounding rounding) {
  if (value.is_bool()) return std::nullopt;
  auto text = value.is_double() ? number_text(value.get_double(), currency) : text_of(value).value_or("");
  text = std::string(trimmed(text));
  LooseAmount amount;
  amount.currency = take_currency(text);
  const auto minor =
      minor_of(with_plain_separators(std::move(text)), amount.currency.empty() ? currency : amount.currency, rounding);
  if (!minor) return std::nullopt;
  amount.minor = *minor;
  return amount;
}

std::optional<bool> loose_yes(const json::value& value) {
  constexpr std::array<std::string_view, 8> yes{"true", "1", "yes", "y", "ja", "j", "x", "on"};
  constexpr std::array<std::string_view, 6> no{"false", "0", "no", "n", "nej", "off"};
  const auto text = ascii_lowered(trimmed(text_of(value).value_or("")));
  if (std::ranges::find(yes, text) != yes.end()) return true;
  if (std::ranges::find(no, text) != no.end()) return false;
  return std::nullopt;
}

std::optional<Timestamp> loose_time(const json::value& value, std::string_view time_zone) {
  if (value.is_bool()) return std::nullopt;
  const auto whole = text_of(value).value_or("");
  const auto text = trimmed(whole);
  if (!text.empty() && text.size() < 15 && std::ranges::all_of(text, is_digit))
    return time_of_number(std::stoll(std::string(text)), time_zone);
  const auto day = parse_date(text.substr(0, 10));
  if (!day) return std::nullopt;
  if (text.size() == 10) return parse_local_text(to_iso_date(*day) + " 00:00:00", time_zone);
  const auto at = parse_timestamp(text);
  if (!at || names_zone(text)) return at;
  return parse_local_text(to_local_text(*at, "Etc/UTC"), time_zone);  // the wall clock of the zone
}

std::optional<Date> loose_date(const json::value& value, std::string_view time_zone) {
  if (const auto* text = value.if_string(); text != nullptr && text->size() == 10)
    if (const auto day = parse_date(*text)) return day;
  const auto at = loose_time(value, time_zone);
  return at ? std::optional(to_local_date(*at, time_zone)) : std::nullopt;
}

std::optional<app::RemoteChannels> loose_channels(const json::object& holder) {
  const auto* member = holder.if_contains("message_type");
  if (member == nullptr) return std::nullopt;
  auto text = text_of(*member).value_or("");
  if (const auto* object = member->if_object()) text = text_member(*object, "key");
  text = ascii_lowered(text);
  if (text == "email" || text == "1") return app::RemoteChannels{true, false};
  if (text == "text_message" || text == "sms" || text == "2") return app::RemoteChannels{false, true};
  return std::nullopt;
}

}  // namespace kassabro::rule
