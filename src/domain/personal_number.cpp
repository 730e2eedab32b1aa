#include "domain/personal_number.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace kassabro::domain {
namespace {

constexpr std::size_t digits_min = 6;
constexpr std::size_t digits_alone_min = 9;  // fewer are as well a date, an amount or somebody else's order
constexpr std::size_t without_century = 10;
constexpr std::size_t with_century = 12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool may_separate(char c) { return c == ' ' || c == '-' || c == '+' || c == '.'; }

// Not what is typed where nobody has asked for the number ("unknown", "000000-0000"): many people have that.
bool tells_one_person(std::string_view bare) {
  const auto digits = static_cast<std::size_t>(std::ranges::count_if(bare, &is_digit));
  if (digits < (digits == bare.size() ? digits_alone_min : digits_min)) return false;
  return std::ranges::any_of(bare, [&](char c) { return c != bare.front(); });
}

bool is_swedish(std::string_view bare) {
  return (bare.size() == without_century || bare.size() == with_century) && std::ranges::all_of(bare, &is_digit);
}

}  // namespace

std::string bare_personal_number(std::string_view text) {
  std::string bare;
  for (const char sign : text) {
    const char c = ascii_lower(sign);
    if (is_digit(c) || is_letter(c))
      bare += c;
    else if (!may_separate(c))
      return {};
  }
  return tells_one_person(bare) ? bare : std::string();
}

bool is_same_personal_number(std::string_view one, std::string_view other) {
  if (one.size() == other.size()) return one == other;
  if (!is_swedish(one) || !is_swedish(other)) return false;
  return one.ends_with(other) || other.ends_with(one);
}

}  // namespace kassabro::domain
