#include "domain/money.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace kassabro::domain {
namespace {

// A code as a number: twenty-four texts to compare with would be most of writing an amount.
constexpr std::uint32_t packed(std::string_view currency) {
  std::uint32_t number = 0;
  for (const char c : currency.substr(0, 4)) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

constexpr std::array without_decimals{packed("BIF"), packed("CLP"), packed("DJF"), packed("GNF"), packed("ISK"), packed("JPY"),
                                      packed("KMF"), packed("KRW"), packed("PYG"), packed("RWF"), packed("UGX"), packed("UYI"),
                                      packed("VND"), packed("VUV"), packed("XAF"), packed("XOF"), packed("XPF")};
constexpr std::array with_three_decimals{packed("BHD"), packed("IQD"), packed("JOD"), packed("KWD"),
                                         packed("LYD"), packed("OMR"), packed("TND")};

bool is_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

int minor_digits(std::string_view currency) {
  const auto code = packed(currency);
  if (std::ranges::find(without_decimals, code) != without_decimals.end()) return 0;
  if (std::ranges::find(with_three_decimals, code) != with_three_decimals.end()) return 3;
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
  const auto digits = static_cast<std::size_t>(minor_digits(currency));
  auto text = std::to_string(minor < 0 ? -minor : minor);
  if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
  text.insert(text.size() - digits, 1, '.');
  if (digits == 0) text += "00";
  if (minor < 0) text.insert(0, 1, '-');
  return text;
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
