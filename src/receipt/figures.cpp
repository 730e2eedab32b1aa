#include "receipt/figures.hpp"

#include <fmt/format.h>

#include <array>

#include "base/time_text.hpp"
#include "domain/money.hpp"

namespace kassabro::receipt {
namespace {

constexpr std::string_view no_break_space = "\u00a0";
constexpr std::string_view minus_sign = "\u2212";

std::string_view space(Spelling spelling) { return spelling == Spelling::sms ? " " : no_break_space; }
std::string_view minus(Spelling spelling) { return spelling == Spelling::sms ? "-" : minus_sign; }
std::string_view thousands(Language language, Spelling spelling) {
  return language == Language::swedish ? space(spelling) : ",";
}
std::string_view decimal_point(Language language) { return language == Language::swedish ? "," : "."; }

void append_grouped(std::string& out, std::string_view digits, std::string_view separator) {
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
    out += digits[i];
  }
}

// A number with a sign and a dot, as programs write it.
std::string localised(std::string_view number, Language language, Spelling spelling) {
  std::string out;
  if (number.starts_with('-')) {
    out += minus(spelling);
    number.remove_prefix(1);
  }
  const auto dot = number.find('.');
  append_grouped(out, number.substr(0, dot), thousands(language, spelling));
  if (dot == std::string_view::npos) return out;
  out += decimal_point(language);
  out += number.substr(dot + 1);
  return out;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace

std::string amount_figure(std::int64_t minor, std::string_view currency, Language language, Spelling spelling) {
  const auto text = domain::amount_text(minor, currency);
  // amount_text writes two decimals even where the currency has none.
  const std::string_view number = domain::minor_digits(currency) == 0 ? std::string_view(text).substr(0, text.find('.')) : text;
  return localised(number, language, spelling);
}

std::string money(std::int64_t minor, std::string_view currency, Language language, Spelling spelling) {
  auto figure = amount_figure(minor, currency, language, spelling);
  if (currency.empty()) return figure;
  if (language == Language::swedish) return figure.append(space(spelling)).append(currency == "SEK" ? "kr" : currency);
  if (minor >= 0) return std::string(currency).append(space(spelling)).append(figure);
  // The sign belongs before the whole: "-SEK 5.00".
  figure.erase(0, minus(spelling).size());
  return std::string(minus(spelling)).append(currency).append(space(spelling)).append(figure);
}

std::string quantity_figure(std::string_view quantity, Language language) {
  return localised(quantity, language, Spelling::typographic);
}

std::string rate_figure(std::string_view rate, Language language) {
  if (!is_number(rate)) return std::string(rate);
  auto figure = localised(rate, language, Spelling::typographic);
  if (language == Language::swedish) figure += no_break_space;
  return figure += '%';
}

std::string time_figure(Timestamp at, std::string_view zone, Language language) {
  constexpr std::array<std::string_view, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                                    "July",    "August",   "September", "October", "November", "December"};
  constexpr std::size_t minute_ends = 16;  // of "2026-07-01 14:05:00"
  constexpr std::size_t time_starts = 11;
  auto text = to_local_text(at, zone).substr(0, minute_ends);
  const auto day = parse_date(text.substr(0, 10));
  if (language == Language::swedish || !day) return text;
  return fmt::format("{} {} {}, {}", static_cast<unsigned>(day->day()), months[static_cast<unsigned>(day->month()) - 1],
                     static_cast<int>(day->year()), text.substr(time_starts));
}

}  // namespace kassabro::receipt
