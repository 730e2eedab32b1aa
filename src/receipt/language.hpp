#pragma once

#include <optional>
#include <string_view>

namespace kassabro::receipt {

enum class Language { swedish, english };

// "sv", "sv-SE", "en" ...; absent for every other language.
std::optional<Language> parse_language(std::string_view tag);
std::string_view language_tag(Language language);  // "sv", "en"

// What a browser asks for (Accept-Language), by its weights; absent when it names neither language.
std::optional<Language> accepted_language(std::string_view header);

// The language of a country's receipts (ISO 3166): Swedish in Sweden, English everywhere else.
Language language_of_country(std::string_view country);

}  // namespace kassabro::receipt
