#include "sheets/formats/number_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kassabro::sheets::formats {

namespace {

constexpr int digits_kept = 15;

template <class... Form>
std::string printed(double number, Form... form) {
  std::array<char, 400> text;  // the largest double has 309 digits
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number, form...);
  return error == std::errc{} ? std::string(text.data(), end) : std::string();
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<std::string> number_text(double number) {
  if (!std::isfinite(number)) return std::nullopt;
  if (number == 0) return "0";
  if (number == std::trunc(number) && std::abs(number) < 1e17) return printed(number, std::chars_format::fixed, 0);
  // Rounded to what counts, the shortest text of that double is the one a person typed.
  const auto rounded = to_number(printed(number, std::chars_format::scientific, digits_kept - 1));
  auto text = printed(rounded.value_or(number), std::chars_format::fixed);
  if (text.size() > 340) return std::nullopt;
  return text;
}

std::optional<double> to_number(std::string_view written) {
  if (written.starts_with('+')) written.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
  if (error != std::errc{} || end != written.data() + written.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::optional<std::string> number_text(std::string_view written) {
  const auto digits = written.starts_with('-') ? written.substr(1) : written;
  const bool leading_zero = digits.size() > 1 && digits.front() == '0';
  if (is_digits(digits) && !leading_zero && digits.size() < 300) return written == "-0" ? "0" : std::string(written);
  const auto number = to_number(written);
  return number ? number_text(*number) : std::nullopt;
}

}  // namespace kassabro::sheets::formats
