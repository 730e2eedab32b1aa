#include "domain/money.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace kassabro::domain {
namespace {

constexpr std::array<std::string_view, 17> without_decimals{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                                            "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 7> with_three_decimals{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};

constexpr std::int64_t power_of_ten(int digits) {
  std::int64_t power = 1;
  for (int i = 0; i < digits; ++i) power *= 10;
  return power;
}

bool is_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

int minor_digits(std::string_view currency) {
  if (std::ranges::find(without_decimals, currency) != without_decimals.end()) return 0;
  if (std::ranges::find(with_three_decimals, currency) != with_three_decimals.end()) return 3;
  return 2;
}

Result<std::int64_t> parse_amount_minor(std::string_view text, std::string_view currency) {
  auto rest = trimmed(text);
  const bool negative = rest.starts_with('-');
  if (negative || rest.starts_with('+')) rest.remove_prefix(1);
  const auto dot = rest.find('.');
  const auto whole = rest.substr(0, dot);
  auto decimals = dot == std::string_view::npos ? std::string_view{} : rest.substr(dot + 1);
  if (whole.empty() || !is_digits(whole) || !is_digits(decimals) || (dot != std::string_view::npos && decimals.empty()))
    return fail(invalid("", "This is not an amount of money such as \"100.00\"."));
  const int digits = minor_digits(currency);
  if (static_cast<int>(decimals.size()) > std::max(digits, 2))
    return fail(invalid("", fmt::format("An amount in {} has at most {} decimals.", currency, std::max(digits, 2))));
  std::int64_t minor = 0;
  for (const char c : whole) {
    minor = minor * 10 + (c - '0');
    if (minor > amount_minor_max) return fail(invalid("", "This amount is too large."));
  }
  for (int i = 0; i < digits; ++i) {
    const auto index = static_cast<std::size_t>(i);
    minor = minor * 10 + (index < decimals.size() ? decimals[index] - '0' : 0);
  }
  const auto unused = decimals.substr(std::min(decimals.size(), static_cast<std::size_t>(digits)));
  if (unused.find_first_not_of('0') != std::string_view::npos)
    return fail(invalid("", fmt::format("An amount in {} has at most {} decimals.", currency, digits)));
  if (minor > amount_minor_max) return fail(invalid("", "This amount is too large."));
  return negative ? -minor : minor;
}

std::string amount_text(std::int64_t minor, std::string_view currency) {
  const int digits = minor_digits(currency);
  const auto unit = power_of_ten(digits);
  const auto magnitude = minor < 0 ? -minor : minor;
  const char* sign = minor < 0 ? "-" : "";
  if (digits == 0) return fmt::format("{}{}.00", sign, magnitude);
  return fmt::format("{}{}.{:0{}}", sign, magnitude / unit, magnitude % unit, digits);
}

std::string parse_currency(std::string_view text) {
  std::string code(trimmed(text));
  if (code.size() != 3) return {};
  for (char& c : code) {
    c = ascii_upper(c);
    if (c < 'A' || c > 'Z') return {};
  }
  return code;
}

}  // namespace kassabro::domain
