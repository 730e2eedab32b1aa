#include "receipt/language.hpp"

#include <algorithm>
#include <charconv>
#include <ranges>

#include "base/text.hpp"

namespace kassabro::receipt {
namespace {

// "en;q=0.8" weighs 0.8; without a weight, or with one that is none, it is 1.
double weight_of(std::string_view entry) {
  const auto mark = entry.find("q=");
  if (mark == std::string_view::npos) return 1;
  const auto text = entry.substr(mark + 2);
  double weight = 1;
  std::from_chars(text.data(), text.data() + text.size(), weight);
  return weight;
}

}  // namespace

std::optional<Language> parse_language(std::string_view tag) {
  const auto primary = ascii_lowered(trimmed(tag.substr(0, tag.find_first_of("-_;"))));
  if (primary == "sv") return Language::swedish;
  if (primary == "en") return Language::english;
  return std::nullopt;
}

std::string_view language_tag(Language language) { return language == Language::swedish ? "sv" : "en"; }

std::optional<Language> accepted_language(std::string_view header) {
  std::optional<Language> best;
  double best_weight = 0;
  for (const auto part : std::views::split(header, ',')) {
    const std::string_view entry(part.begin(), part.end());
    const auto language = parse_language(trimmed(entry));
    const double weight = weight_of(entry);
    if (!language || weight <= best_weight) continue;
    best = language;
    best_weight = weight;
  }
  return best;
}

Language language_of_country(std::string_view country) {
  return equal_nocase(country, "SE") ? Language::swedish : Language::english;
}

}  // namespace kassabro::receipt
