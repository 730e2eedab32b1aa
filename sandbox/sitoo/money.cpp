#include "sandbox/sitoo/money.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

namespace kassabro::sandbox::sitoo {
namespace {

constexpr Minor amount_max = 99'999'999'99;

bool all_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

}  // namespace

std::string money_text(Minor amount) {
  return fmt::format("{}{}.{:02}", amount < 0 ? "-" : "", std::abs(amount) / 100, std::abs(amount) % 100);
}

std::optional<Minor> parse_money_text(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const auto dot = text.find('.');
  const auto whole = text.substr(0, dot);
  auto cents = dot == std::string_view::npos ? std::string() : std::string(text.substr(dot + 1));
  if (whole.empty() || whole.size() > 10 || !all_digits(whole) || !all_digits(cents) || cents.size() > 2) return std::nullopt;
  if (dot != std::string_view::npos && cents.empty()) return std::nullopt;
  cents.resize(2, '0');
  const Minor amount = std::stoll(std::string(whole)) * 100 + std::stoll(cents);
  return negative ? -amount : amount;
}

Result<Minor> parse_money(const json::value& value, const std::string& field) {
  std::optional<Minor> amount;
  if (value.is_double()) {
    const double scaled = value.get_double() * 100;
    if (std::abs(scaled - std::round(scaled)) < 1e-6 && std::abs(scaled) < 1e12) amount = std::llround(scaled);
  } else if (const auto text = text_of(value)) {
    amount = parse_money_text(*text);
  }
  if (!amount) return fail(invalid(field, "Must be an amount with at most two decimals, such as \"100.00\"."));
  if (std::abs(*amount) > amount_max) return fail(invalid(field, "The amount is too large."));
  return *amount;
}

Minor share_of(Minor amount, std::int64_t part, std::int64_t whole) {
  const Minor doubled = 2 * amount * part;
  const bool negative = (doubled < 0) != (whole < 0);
  const Minor size = (std::abs(doubled) + std::abs(whole)) / (2 * std::abs(whole));
  return negative ? -size : size;
}

VatSplit split_vat(Minor gross, int vat_hundredths) {
  const Minor net = share_of(gross, 10'000, 10'000 + vat_hundredths);
  return {net, gross - net};
}

}  // namespace kassabro::sandbox::sitoo
