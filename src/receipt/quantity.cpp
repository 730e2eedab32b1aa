#include "receipt/quantity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.hpp"

namespace kassabro::receipt {
namespace {

constexpr std::size_t whole_digits_max = 6;
constexpr std::size_t decimals_max = 4;

bool is_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::int64_t number_of(std::string_view digits) {
  std::int64_t number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

// Half away from zero, as tills round.
std::int64_t divided(std::int64_t number, std::int64_t by) {
  const auto half = std::abs(by) / 2;
  const bool is_negative = (number < 0) != (by < 0);
  const auto magnitude = (std::abs(number) + half) / std::abs(by);
  return is_negative ? -magnitude : magnitude;
}

}  // namespace

Quantity quantity_of(const domain::OrderLine& line) {
  const Quantity pieces{line.quantity, 1, 0};
  const auto text = trimmed(line.weight);
  const auto dot = text.find('.');
  const auto whole = text.substr(0, dot);
  const auto decimals = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
  if (whole.empty() || whole.size() > whole_digits_max || decimals.size() > decimals_max || !is_digits(whole) ||
      !is_digits(decimals))
    return pieces;
  Quantity weighed{0, 1, static_cast<int>(decimals.size())};
  for (std::size_t i = 0; i < decimals.size(); ++i) weighed.scale *= 10;
  const auto weight = number_of(whole) * weighed.scale + number_of(decimals);
  if (weight == 0) return pieces;
  weighed.count = line.quantity * weight;
  return weighed;
}

std::string quantity_text(const Quantity& quantity) {
  const auto magnitude = std::abs(quantity.count);
  const char* sign = quantity.count < 0 ? "-" : "";
  if (quantity.decimals == 0) return fmt::format("{}{}", sign, magnitude);
  return fmt::format("{}{}.{:0{}}", sign, magnitude / quantity.scale, magnitude % quantity.scale, quantity.decimals);
}

std::optional<std::int64_t> unit_price(std::int64_t amount_minor, const Quantity& quantity) {
  // A larger amount times 10,000 would not fit; no till has one.
  constexpr std::int64_t amount_max = 100'000'000'000'000;
  if (quantity.count == 0 || std::abs(amount_minor) > amount_max) return std::nullopt;
  const auto unit = divided(amount_minor * quantity.scale, quantity.count);
  if (divided(unit * quantity.count, quantity.scale) != amount_minor) return std::nullopt;
  return unit;
}

}  // namespace kassabro::receipt
