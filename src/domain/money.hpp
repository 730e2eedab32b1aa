#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace kassabro::domain {

// The largest amount of one value; sums over an order's lines stay far from the edge of 64 bits.
inline constexpr std::int64_t amount_minor_max = 9'000'000'000'000;

// Digits after the decimal point of an ISO 4217 currency: 2 for most, 0 for JPY or ISK, 3 for KWD.
int minor_digits(std::string_view currency);

// An amount as a count of minor units ("100.00" SEK is 10000), signed; returns are negative.
// `text` is digits with an optional sign and a dot, at most as many decimals as a till writes (2; 3 where the currency has 3).
// Errors: not a number, too many decimals, too large. The error's field is empty: the caller knows its own name for it.
Result<std::int64_t> parse_amount_minor(std::string_view text, std::string_view currency);

// "-100.00"; always with the currency's decimals, but at least two, as Sitoo and Rule write money.
std::string amount_text(std::int64_t minor, std::string_view currency);

// Upper-case ISO 4217 shape (three letters); "" when it is not one.
std::string parse_currency(std::string_view text);

}  // namespace kassabro::domain
