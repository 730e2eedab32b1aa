#include "sandbox/rule/phone.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace kassabro::sandbox::rule {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits without the blanks, dashes, dots and brackets people put between them; a leading '+' is kept.
std::optional<std::string> bare_digits(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    if (is_digit(c) || (c == '+' && out.empty()))
      out.push_back(c);
    else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.' && c != '/')
      return std::nullopt;
  }
  return out;
}

}  // namespace

std::optional<std::string> parse_phone(std::string_view text) {
  auto digits = bare_digits(text);
  if (!digits) return std::nullopt;
  if (digits->starts_with("00")) *digits = "+" + digits->substr(2);
  if (!digits->starts_with('+')) {
    const auto national = std::string_view(*digits).substr(digits->starts_with('0') ? 1 : 0);
    *digits = "+46" + std::string(national);
  }
  const auto count = digits->size() - 1;
  if (count < 8 || count > 15 || (*digits)[1] == '0') return std::nullopt;
  if (digits->starts_with("+46")) {
    if ((*digits)[3] == '0' || count > 12) return std::nullopt;
    if ((*digits)[3] == '7' && count != 11) return std::nullopt;  // a Swedish mobile has nine digits behind the country
  }
  return digits;
}

std::optional<std::string> parse_email(std::string_view text) {
  const auto email = trimmed(text);
  const auto at = email.find('@');
  if (at == 0 || at == std::string_view::npos || at != email.rfind('@')) return std::nullopt;
  const auto domain = email.substr(at + 1);
  const auto dot = domain.find('.');
  if (dot == 0 || dot == std::string_view::npos || domain.ends_with('.')) return std::nullopt;
  if (std::ranges::any_of(email,
                          [](char c) { return c == ' ' || c == ',' || c == ';' || static_cast<unsigned char>(c) < 0x20; }))
    return std::nullopt;
  return std::string(email);
}

}  // namespace kassabro::sandbox::rule
