#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "receipt/language.hpp"

// Numbers, money and times as people write them in a language.
namespace kassabro::receipt {

// The alphabet of an SMS knows neither the no-break space nor the minus sign; one of them would halve its length.
enum class Spelling { typographic, sms };

// "1 234,50" or "1,234.50", with the currency's decimals.
std::string amount_figure(std::int64_t minor, std::string_view currency, Language language,
                          Spelling spelling = Spelling::typographic);
// "1 234,50 kr", "1 234,50 EUR" or "SEK 1,234.50".
std::string money(std::int64_t minor, std::string_view currency, Language language, Spelling spelling = Spelling::typographic);

// A quantity of quantity_text ("-0.500") in the language's form.
std::string quantity_figure(std::string_view quantity, Language language);
// "25 %" or "25%"; what is no number stays as it is.
std::string rate_figure(std::string_view rate, Language language);

// "2026-07-01 14:05" or "1 July 2026, 14:05", on the wall clock of an IANA zone; an unknown one counts as UTC.
std::string time_figure(Timestamp at, std::string_view zone, Language language);

}  // namespace kassabro::receipt
